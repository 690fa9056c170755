#include "hearsay/cli/edits.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace hearsay::cli {
namespace {

struct Change {
  std::size_t begin;
  std::size_t end;
  std::string from;
};

Restored text_with(std::string bytes, const std::vector<Change>& changes) {
  Restored restored;
  restored.bytes = std::move(bytes);
  for (const auto& [begin, end, from] : changes) {
    restored.repairs.push_back({RepairKind::kLookAlike, {begin, end}, from});
  }
  return restored;
}

// "old>new" of each edit, with bars between.
std::string print(const Restored& restored) {
  std::string out;
  for (const Edit& edit : edits_of(restored, tokenize(restored.bytes))) {
    if (!out.empty()) out += '|';
    out.append(edit.old).append(">").append(restored.bytes, edit.span.begin,
                                            edit.span.size());
  }
  return out;
}

TEST(Edits, AreWholeWords) {
  struct Case {
    const char* what;
    Restored restored;
    const char* edits;
    std::size_t words;
    std::size_t repaired;
  };
  const std::vector<Case> cases = {
      {"nothing", text_with("Ramos joins", {}), "", 2, 0},
      {"a letter", text_with("to Miami.", {{4, 5, "1"}}), "M1ami>Miami", 2, 1},
      {"two of one word", text_with("Ramos", {{1, 2, "@"}, {3, 4, "0"}}), "R@m0s>Ramos",
       1, 1},
      {"neighbours", text_with("of Inter Miami", {{3, 4, "1"}, {10, 11, "1"}}),
       "1nter M1ami>Inter Miami", 3, 2},
      {"with a hyphen between", text_with("Saint-Germain", {{0, 1, "5"}, {6, 7, "9"}}),
       "5aint-9ermain>Saint-Germain", 2, 2},
      {"not over a comma", text_with("Paris, Miami", {{0, 1, "p"}, {7, 8, "m"}}),
       "paris>Paris|miami>Miami", 2, 2},
      {"not over a line end", text_with("Paris\nMiami", {{0, 1, "p"}, {6, 7, "m"}}),
       "paris>Paris|miami>Miami", 2, 2},
      {"taken out of a word", text_with("Ramos", {{2, 2, "~"}}), "Ra~mos>Ramos", 1, 1},
      {"taken out before a word", text_with("to Ramos", {{3, 3, "~"}}), "~>", 2, 0},
      {"taken out at the end", text_with("Ramos", {{5, 5, "~~"}}), "~~>", 1, 0},
      {"a blank", text_with("a, b", {{2, 3, "_"}}), "_> ", 2, 0},
      {"one on top of another", text_with("Ramos", {{1, 2, "&#1072;"}, {1, 2, "а"}}),
       "R&#1072;mos>Ramos", 1, 1},
  };
  for (const auto& [what, restored, edits, words, repaired] : cases) {
    EXPECT_EQ(print(restored), edits) << what;
    const std::vector<Token> tokens = tokenize(restored.bytes);
    EXPECT_EQ(count_words(tokens), words) << what;
    EXPECT_EQ(count_repaired_words(restored, tokens), repaired) << what;
  }
}

}  // namespace
}  // namespace hearsay::cli
