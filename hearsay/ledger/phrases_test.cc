#include "hearsay/ledger/phrases.h"

#include <gtest/gtest.h>

namespace hearsay::ledger {
namespace {

using Phrases = std::vector<std::string>;

TEST(SplitPhrases, TakesWordsAndQuotedPhrases) {
  struct Case {
    std::string query;
    Phrases phrases;
  };
  const Case cases[] = {
      {"ramos miami", {"ramos", "miami"}},
      {"ramos \"inter miami\" - !", {"ramos", "inter miami"}},
      {"\"inter miami", {"inter miami"}},
      {"N'Golo AND* (x)", {"N'Golo", "AND*", "(x)"}},
      {std::string("ra\0mos", 6), {"ra", "mos"}},
      {"\"\" \"!\" …", {}},
      {"", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(split_phrases(c.query), c.phrases) << c.query;
}

}  // namespace
}  // namespace hearsay::ledger
