#include "hearsay/cli/table.h"

#include <gtest/gtest.h>

#include "hearsay/cli/display_width.h"
#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

Line plain(const char* text) {
  return {{text, Style::kPlain}};
}

Table sample() {
  Table table({{"DATE", Align::kLeft, 10},
               {"PLAYER", Align::kLeft, 6},
               {"CLUB", Align::kLeft, 6},
               {"N", Align::kRight, 1},
               {"NOTE", Align::kLeft, 4, true},
               {"EMPTY", Align::kLeft, 4}});
  table.add({plain("2023-03-01"),
             plain("Sergio Ramos"),
             plain("Inter Miami"),
             plain("7"),
             plain("long ago"),
             {}},
            {plain("a detail that is so long that it does not fit on one line")});
  table.add(
      {plain("2024"), plain("本田圭佑"), plain("Milan"), plain("12"), plain(""), {}});
  return table;
}

TEST(Table, ShowsEverythingWhereThereIsRoom) {
  EXPECT_EQ(sample().print(plain_terminal(80)),
            "DATE        PLAYER        CLUB          N  NOTE\n"
            "2023-03-01  Sergio Ramos  Inter Miami   7  long ago\n"
            "            a detail that is so long that it does not fit on one line\n"
            "2024        本田圭佑      Milan        12\n");
}

TEST(Table, ShrinksTheWidestColumnsFirst) {
  EXPECT_EQ(sample().print(plain_terminal(44)),
            "DATE        PLAYER    CLUB       N  NOTE\n"
            "2023-03-01  Sergio…   Inter M…   7  long ago\n"
            "            a detail that is so long that it\n"
            "            does not fit on one line\n"
            "2024        本田圭佑  Milan     12\n");
}

TEST(Table, DropsAColumnBeforeItSaysNothing) {
  EXPECT_EQ(sample().print(plain_terminal(34)),
            "DATE        PLAYER    CLUB       N\n"
            "2023-03-01  Sergio…   Inter M…   7\n"
            "            a detail that is so\n"
            "            long that it does not\n"
            "            fit on one line\n"
            "2024        本田圭佑  Milan     12\n");
}

TEST(Table, DropsAColumnBeforeItIsANuisance) {
  Table table({{"A", Align::kLeft, 3, false, 8}, {"B", Align::kLeft, 3, true, 6}});
  table.add({plain("abcdefghij"), plain("0123456789")});
  EXPECT_EQ(table.print(plain_terminal(16)), "A         B\nabcdefg…  01234…\n");
  EXPECT_EQ(table.print(plain_terminal(15)), "A\nabcdefghij\n");
  EXPECT_EQ(table.print(plain_terminal(5)), "A\nabcd…\n");
}

TEST(Table, PrintsItsHeadingAlone) {
  EXPECT_EQ(Table({{"A"}, {"B"}}).print(plain_terminal()), "A  B\n");
}

TEST(Table, NeverExceedsTheTerminal) {
  for (std::size_t width = 40; width < 100; ++width) {
    const std::string table = sample().print(plain_terminal(width));
    std::size_t at = 0;
    while (at < table.size()) {
      const std::size_t end = table.find('\n', at);
      EXPECT_LE(display_width(table.substr(at, end - at)), width);
      at = end + 1;
    }
  }
}

TEST(Table, ColoursCellsAfterCuttingThem) {
  Terminal terminal = plain_terminal(10);
  terminal.colour = true;
  Table table({{"A", Align::kLeft, 2}, {"B", Align::kLeft, 2}});
  table.add({{{"abcdefgh", Style::kBad}}, {{"xyz", Style::kBold}}});
  EXPECT_EQ(table.print(terminal),
            "\x1b[2mA\x1b[0m      \x1b[2mB\x1b[0m\n"
            "\x1b[31mabcd…\x1b[0m  \x1b[1mxyz\x1b[0m\n");
}

}  // namespace
}  // namespace hearsay::cli
