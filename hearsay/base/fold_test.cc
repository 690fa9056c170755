#include "hearsay/base/fold.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Fold, GivesAllSpellingsOfAWordOneForm) {
  struct Case {
    const char* word;
    const char* folded;
  };
  const Case cases[] = {
      {"Özil", "ozil"},
      {"ÖZIL", "ozil"},
      {"N’Golo", "ngolo"},
      {"N'Golo", "ngolo"},
      {"'s", "'s"},
      {"’s", "'s"},
      {"Łukasz", "lukasz"},
      {"Gündoğan", "gundogan"},
      {"Ødegaard", "odegaard"},
      {"Mbappé", "mbappe"},
      {"İlkay", "ilkay"},
      {"Phạm", "pham"},
      {"Дзюба", "дзюба"},
      {"ДЗЮБА", "дзюба"},
      {"Saint-Étienne", "saint-etienne"},
      {"Groß", "gross"},
      {"36.5m", "36.5m"},
      {"", ""},
      {"e\xCC\x81", "e"},  // a combining accent
  };
  for (const Case& c : cases) EXPECT_EQ(fold(c.word), c.folded) << c.word;
}

TEST(Fold, KeysAgreeExactlyWhenTheFoldedFormsDo) {
  EXPECT_EQ(word_key("Özil"), word_key("ozil"));
  EXPECT_EQ(word_key("N’Golo"), word_key("ngolo"));
  EXPECT_NE(word_key("Ozil"), word_key("Oezil"));
  EXPECT_EQ(word_key(""), 0xCBF29CE484222325ULL);  // FNV's offset basis
}

}  // namespace
}  // namespace hearsay
