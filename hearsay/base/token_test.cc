#include "hearsay/base/token.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string shown(std::string_view bytes) {
  std::string line;
  for (const Token& token : tokenize(bytes)) {
    if (!line.empty()) line += '|';
    line += slice(bytes, token.span);
  }
  return line;
}

TEST(Tokenize, SaysWhereAWordBeginsAndEnds) {
  struct Case {
    const char* text;
    const char* tokens;
  };
  const Case cases[] = {
      {"", ""},
      {"Chelsea's £36.5m bid", "Chelsea|'s|£|36.5m|bid"},
      {"N'Golo Kanté, the 30-year-old.", "N'Golo|Kanté|,|the|30|-|year|-|old|."},
      {"they’re N’Golo’s", "they|’re|N’Golo|’s"},
      {"doesn't won’t", "doesn't|won’t"},
      {"players' wages", "players|'|wages"},
      {"'Here we go!'", "'|Here|we|go|!|'"},
      {"3,000 in 2022-23, 16th", "3,000|in|2022|-|23|,|16th"},
      {"#CFC @ChelseaFC bbc.co.uk.", "#CFC|@ChelseaFC|bbc.co.uk|."},
      {"(gazzetta.it)", "(|gazzetta.it|)"},
      {"the club.He signed", "the|club|.|He|signed"},
      {"https://t.co/aB9, ok", "https://t.co/aB9|,|ok"},
      {"1⃣0⃣0⃣", "1|⃣|0|⃣|0|⃣"},
      {"🚨🔵 deal 👨‍👩‍👧", "🚨|🔵|deal|👨‍👩‍👧"},
      {"\"quoted\" “text”…", "\"|quoted|\"|“|text|”|…"},
      {"a\xFF z", "a|\xFF|z"},
      {"mail@host.com", "mail|@|host.com"},
      {"St. Pauli", "St|.|Pauli"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.text), c.tokens) << c.text;
}

TEST(Tokenize, TellsKindAndCapitals) {
  const std::string text = "Éder and PSG, 21m @BILD_Sport";
  const auto tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_TRUE(tokens[0].capital);
  EXPECT_FALSE(tokens[0].all_capitals);
  EXPECT_FALSE(tokens[1].capital);
  EXPECT_TRUE(tokens[2].all_capitals);
  EXPECT_FALSE(tokens[3].space_before);
  EXPECT_EQ(tokens[4].kind, TokenKind::kNumber);
  EXPECT_EQ(tokens[5].kind, TokenKind::kHandle);
  EXPECT_EQ(tokens[5].key, word_key("bild_sport"));
}

TEST(Tokenize, LosesNothingButWhiteSpace) {
  std::mt19937 random(7);
  const std::string parts[] = {"a",    "Z",  "é",       "'", "’",    ".",  ",",
                               " ",    "\n", "9",       "@", "#",    "🚨", "-",
                               "\xFF", "(",  "http://", "s", "www.", "Ł"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) text += parts[random() % std::size(parts)];
    std::size_t at = 0;
    for (const Token& token : tokenize(text)) {
      ASSERT_LE(at, token.span.begin);
      ASSERT_LT(token.span.begin, token.span.end);
      for (std::size_t i = at; i < token.span.begin; ++i)
        ASSERT_TRUE(text[i] == ' ' || text[i] == '\n');
      ASSERT_EQ(token.space_before, token.span.begin > at || at == 0) << text;
      at = token.span.end;
    }
    ASSERT_LE(at, text.size());
  }
}

}  // namespace
}  // namespace hearsay
