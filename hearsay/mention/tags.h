// Who a handle or hashtag stands for when nobody listed it: its name is written in it.

#pragma once

#include <span>
#include <string_view>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/mention/vocabulary.h"

namespace hearsay::mention {

// What the letters of a tag (with or without its sign) spell, when they spell the name of
// a club or a person; else nothing. The span lives as long as the knowledge base.
std::span<const NameUse> spelled_by_tag(std::string_view tag, const Vocabulary& words,
                                        const KnowledgeBase& knowledge);

}  // namespace hearsay::mention
