// A knowledge base of two dozen people and clubs, and texts to find them in: what the
// tests of this room share.
//
// A marked text is the expectation:
//
//     [Arsenal|club] want [Torreira|player:Lucas Torreira] and [Mohamed Daramy|player?].
//
// Each mention stands in brackets with its kind, with '?' when nobody lists it, and with
// who is meant when that is not what is written.

#pragma once

#include <string>
#include <string_view>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay::mention {

// Written to a fresh folder and read once for the whole test program.
const KnowledgeBase& tiny_world();

// A text whose sentences end at a point, and whose lines are paragraphs.
Text text_of(std::string_view words);

// What find() makes of the words, marked. `date` and `title` may be empty.
std::string marked(std::string_view words, std::string_view date = "",
                   std::string_view title = "");

}  // namespace hearsay::mention
