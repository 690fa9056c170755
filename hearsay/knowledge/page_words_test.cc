#include "hearsay/knowledge/page_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(PageWords, KnowsMonthsMarksPhrasesAndReferences) {
  const auto words = PageWords::load(HEARSAY_SOURCE_DIR "/data/page");
  ASSERT_TRUE(words) << words.error().message;
  EXPECT_EQ(words->month("November", "en"), 11);
  EXPECT_EQ(words->month("NOV", ""), 11);
  EXPECT_EQ(words->month("března", "cs-CZ"), 3);
  EXPECT_EQ(words->month("listopada", "hr"), 10);
  EXPECT_EQ(words->month("listopada", "pl"), 11);
  EXPECT_EQ(words->month("summer", "en"), 0);
  EXPECT_EQ(words->mark_of_name("category"), PageMark::kDrop);
  EXPECT_EQ(words->mark_of_word("category"), PageMark::kNone);
  EXPECT_EQ(words->mark_of_word("sidebar"), PageMark::kDrop);
  EXPECT_EQ(words->mark_of_name("entrycontent"), PageMark::kBody);
  EXPECT_EQ(words->mark_of_name("twittertweet"), PageMark::kPost);
  EXPECT_TRUE(words->is_boilerplate("See also the other deal", true));
  EXPECT_FALSE(words->is_boilerplate("See also the other deal", false));
  EXPECT_TRUE(words->is_boilerplate("Follow us on the networks", false));
  EXPECT_TRUE(words->is_boilerplate("Advertisement", false));
  EXPECT_FALSE(words->is_boilerplate("Advertisement income doubled at the club.", false));
  EXPECT_EQ(words->entity("eacute"), "é");
  EXPECT_EQ(words->entity("nothing"), "");
  EXPECT_EQ(words->bare_entity("eacutex"), 6U);
  EXPECT_EQ(words->bare_entity("Hat"), 0U);
}

TEST(PageWords, IsEmptyWithoutAFolder) {
  const auto words = PageWords::load("/nowhere");
  ASSERT_TRUE(words);
  EXPECT_EQ(words->month("May", "en"), 0);
}

}  // namespace
}  // namespace hearsay
