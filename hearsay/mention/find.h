// Who and what is named, and who is meant?

#pragma once

#include <vector>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay::mention {

// The mentions of a text, ascending and disjoint. `imprint.published` is "now" for
// everything that depends on the day (whose club, what age). A pure function of its
// arguments, linear in the size of the text.
std::vector<Mention> find(const Text& text, const Imprint& imprint,
                          const KnowledgeBase& knowledge);

}  // namespace hearsay::mention
