#include "hearsay/knowledge/phrase_book.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

Lemmas some_lemmas() {
  Lemmas lemmas;
  lemmas.add("sign", std::array<std::string_view, 3>{"signs", "signed", "signing"});
  lemmas.add("be", std::array<std::string_view, 4>{"is", "are", "was", "were"});
  return lemmas;
}

TEST(PhraseBook, FindsTheLongestPhrase) {
  const Lemmas lemmas = some_lemmas();
  const char* const phrases[] = {"keen on",       "~sign",           "~sign ?a ?new deal",
                                 "close|near to", "want .. to join", "~be linked with"};
  PhraseBook book;
  for (std::uint32_t row = 0; row < std::size(phrases); ++row) {
    ASSERT_TRUE(book.add(phrases[row], row, lemmas));
  }
  struct Case {
    const char* text;
    int row;  // -1: nothing at the first word
    std::uint32_t end;
  };
  const Case cases[] = {
      {"keen on him", 0, 2},
      {"keen", -1, 0},
      {"Signed for them", 1, 1},
      {"signs a new deal now", 2, 4},
      {"signing new deal", 2, 3},
      {"near to it", 3, 2},
      {"want him to join them", 4, 4},
      {"want to join them", 4, 3},
      {"want all of them one day to join", -1, 0},  // the gap is too wide
      {"were linked with", 5, 3},
  };
  for (const Case& c : cases) {
    const auto tokens = tokenize(c.text);
    const auto hit = book.longest(tokens, 0, tokens.size());
    ASSERT_EQ(hit.has_value(), c.row >= 0) << c.text;
    if (!hit) continue;
    EXPECT_EQ(hit->row, static_cast<std::uint32_t>(c.row)) << c.text;
    EXPECT_EQ(hit->end_token, c.end) << c.text;
  }
}

TEST(PhraseBook, RefusesPhrasesThatCannotBe) {
  const Lemmas lemmas;
  PhraseBook book;
  for (const char* phrase : {"", ".. signs", "signs ..", "a b c d e f g h i j k l m"}) {
    EXPECT_FALSE(book.add(phrase, 0, lemmas)) << phrase;
  }
}

}  // namespace
}  // namespace hearsay
