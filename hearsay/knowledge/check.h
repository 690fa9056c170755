// What does not fit together in a knowledge base.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay {

struct Finding {
  std::string_view kind;  // overlap, birth, twins, …: to filter by
  std::string key;        // of the row: "player sergio-ramos"
  std::string what;       // one line for a person
};

// In the order of the rows. Names, dates and places were checked when it was compiled;
// this looks for what is possible but not likely.
std::vector<Finding> find_oddities(const KnowledgeBase& knowledge);

}  // namespace hearsay
