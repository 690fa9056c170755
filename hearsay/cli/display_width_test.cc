#include "hearsay/cli/display_width.h"

#include <gtest/gtest.h>

namespace hearsay::cli {
namespace {

TEST(DisplayWidth, CountsColumns) {
  struct Case {
    const char* text;
    std::size_t columns;
  };
  for (const auto& [text, columns] : {
           Case{"", 0},
           {"Ramos", 5},
           {"Özil", 4},
           {"O\xCC\x88zil", 4},  // O and a combining diaeresis
           {"本田圭佑", 8},
           {"Дзюба", 5},
           {"⚽", 2},
           {"👍🏽", 2},                // with a skin tone
           {"👩‍👩‍👧", 2},  // joined
           {"🇪🇸", 2},
           {"“…”", 3},
           {"손흥민", 6},
       }) {
    EXPECT_EQ(display_width(text), columns) << text;
  }
}

TEST(Printable, LeavesNothingForTheTerminalToObey) {
  struct Case {
    const char* text;
    const char* shown;
  };
  for (const auto& [text, shown] : {
           Case{"plain", "plain"},
           {"\x1b[31mred\x1b]0;title\a", "[31mred ]0;title"},
           {"  two\r\n\tlines  ", "two lines"},
           {"\xC2\x9B"
            "2J",
            "2J"},  // the one-byte escape of ISO 6429
           {"a\xE2\x80\xAE"
            "b",
            "ab"},  // right-to-left override
           {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
           {"", ""},
           {"\n\n", ""},
       }) {
    EXPECT_EQ(printable(text), shown) << text;
  }
}

TEST(Printable, KeepsThePictureOfAnErrorInADataFile) {
  EXPECT_EQ(printable_lines("clubs.tsv:2: wrong\na\tb  c\n\t  ^\x1b"),
            "clubs.tsv:2: wrong\na b  c\n   ^ ");
}

TEST(Fit, CutsBetweenClustersAndSaysSo) {
  struct Case {
    const char* text;
    std::size_t columns;
    const char* cut;
  };
  for (const auto& [text, columns, cut] : {
           Case{"Paris Saint-Germain", 19, "Paris Saint-Germain"},
           {"Paris Saint-Germain", 18, "Paris Saint-Germa…"},
           {"Paris Saint-Germain", 7, "Paris…"},  // no blank before the sign
           {"本田圭佑", 6, "本田…"},              // half a character is none
           {"ab", 1, "…"},
           {"ab", 0, ""},
           {"O\xCC\x88zil", 2, "O\xCC\x88…"},
       }) {
    EXPECT_EQ(fit(text, columns, "…"), cut) << text << columns;
  }
}

TEST(Fit, NeverExceedsItsColumns) {
  const std::string text =
      "Ö👍🏽 本田 e\xCC\x81 – “Ramos” 👩‍👩‍👧 end";
  for (std::size_t columns = 0; columns < 40; ++columns) {
    EXPECT_LE(display_width(fit(text, columns, "...")), columns);
  }
}

}  // namespace
}  // namespace hearsay::cli
