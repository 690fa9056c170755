#include "hearsay/cli/layout.h"

#include <gtest/gtest.h>

#include "hearsay/cli/display_width.h"
#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

const Line kSentence = {{"Inter Miami ", Style::kPlain},
                        {"want to sign", Style::kMark},
                        {" Sergio Ramos", Style::kPlain}};

std::string lines_of(const Line& line, std::size_t columns) {
  std::string out;
  for (const Line& each : wrap(line, columns)) {
    out += render(each, plain_terminal()) + "/";
  }
  return out;
}

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_EQ(lines_of(kSentence, 80), "Inter Miami want to sign Sergio Ramos/");
  EXPECT_EQ(lines_of(kSentence, 16), "Inter Miami want/to sign Sergio/Ramos/");
  EXPECT_EQ(lines_of({{"", Style::kPlain}}, 10), "/");
  EXPECT_EQ(lines_of({}, 10), "/");
}

TEST(Wrap, BreaksAWordThatIsTooLong) {
  EXPECT_EQ(lines_of({{"see https://example.org/a/b", Style::kPlain}}, 10),
            "see/https://ex/ample.org//a/b/");
  EXPECT_EQ(lines_of({{"本田圭佑", Style::kPlain}}, 5), "本田/圭佑/");
}

TEST(Wrap, NeverExceedsItsColumns) {
  for (std::size_t columns = 2; columns < 40; ++columns) {
    for (const Line& line : wrap(kSentence, columns)) {
      EXPECT_LE(display_width(line), columns);
    }
  }
}

TEST(Render, PutsStylesAroundPiecesOnly) {
  Terminal terminal = plain_terminal();
  terminal.colour = true;
  EXPECT_EQ(render(kSentence, terminal),
            "Inter Miami \x1b[1;4mwant to sign\x1b[0m Sergio Ramos");
  EXPECT_EQ(render(pad({{"a", Style::kBold}}, 5), terminal), "\x1b[1ma\x1b[0m");
}

TEST(FitLine, CutsInsideTheRightPiece) {
  Terminal terminal = plain_terminal();
  EXPECT_EQ(render(fit(kSentence, 20, terminal), terminal), "Inter Miami want to…");
  EXPECT_EQ(render(fit(kSentence, 80, terminal), terminal),
            "Inter Miami want to sign Sergio Ramos");
  terminal.utf8 = false;
  EXPECT_EQ(render(fit(kSentence, 20, terminal), terminal), "Inter Miami want...");
  terminal.colour = true;
  EXPECT_EQ(render(fit(kSentence, 16, terminal), terminal),
            "Inter Miami \x1b[1;4mw...\x1b[0m");
}

TEST(Pad, FillsOnTheSideThatIsFree) {
  EXPECT_EQ(display_width(pad({{"ab", Style::kPlain}}, 6)), 6U);
  EXPECT_EQ(render(pad({{"7", Style::kPlain}}, 3, Align::kRight), plain_terminal()),
            "  7");
  EXPECT_EQ(render(pad({{"long", Style::kPlain}}, 2), plain_terminal()), "long");
}

TEST(Piece, KeepsOneBlankAtItsEnds) {
  EXPECT_EQ(piece("  a\n b  ").text, " a b ");
  EXPECT_EQ(piece("").text, "");
  EXPECT_EQ(piece("\n").text, " ");
}

}  // namespace
}  // namespace hearsay::cli
