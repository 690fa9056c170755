// Words and the lists they stand in.

#include "hearsay/mention/vocabulary.h"

#include <string>

#include <gtest/gtest.h>

#include "hearsay/mention/tiny_world_test.h"

namespace hearsay::mention {
namespace {

TEST(WordTable, KeepsEveryWordWithAllItsBits) {
  WordTable table;
  EXPECT_EQ(table.find(word_key("word")).bits, 0U);
  constexpr int kWords = 5000;
  for (const std::uint64_t bit : {1U, 4U}) {
    for (int i = 0; i < kWords; i += static_cast<int>(bit)) {
      table.add(word_key("word" + std::to_string(i)), bit);
    }
  }
  for (int i = 0; i < kWords; ++i) {
    const std::uint64_t expected = i % 4 == 0 ? 5U : 1U;
    EXPECT_EQ(table.find(word_key("word" + std::to_string(i))).bits, expected) << i;
  }
  EXPECT_EQ(table.find(word_key("other")).bits, 0U);
}

TEST(Vocabulary, KnowsWhatANounSaysOfAPerson) {
  const Vocabulary words(tiny_world().lexicon("en"));
  const auto lists = [&words](std::string_view word) {
    return words.lists(word_key(word));
  };
  EXPECT_EQ(words.role(lists("striker")), Role::kPlayer);
  EXPECT_EQ(words.position(lists("striker")), Position::kForward);
  EXPECT_EQ(words.role(lists("boss")), Role::kCoach);
  EXPECT_EQ(words.role(lists("agent")), Role::kAgent);
  EXPECT_EQ(words.role(lists("brother")), Role::kNone);
  EXPECT_EQ(words.role(lists("table")), std::nullopt);
  EXPECT_TRUE(words.the.has(lists("the")));
  EXPECT_FALSE(words.the.has(lists("a")));
  EXPECT_TRUE(words.is_region_word("Barcelona", word_key("Catalan")));
  EXPECT_TRUE(words.has_won("Argentina", "World Cup"));
  EXPECT_FALSE(words.has_won("Norway", "World Cup"));
}

TEST(Vocabulary, IsEmptyWithoutALanguage) {
  const Vocabulary words(nullptr);
  EXPECT_EQ(words.lists(word_key("the")).bits, 0U);
  EXPECT_FALSE(words.the.has(words.lists(word_key("the"))));
  EXPECT_FALSE(words.is_region_word("Barcelona", word_key("Catalan")));
}

}  // namespace
}  // namespace hearsay::mention
