#include "hearsay/cli/terminal.h"

#include <map>

#include <gtest/gtest.h>

namespace hearsay::cli {
namespace {

using Variables = std::map<std::string, std::string>;

Environment environment(const Variables& variables) {
  return [variables](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

constexpr Screen kTerminal{true, 132};
constexpr Screen kPipe{false, 0};

TEST(Terminal, TakesItsWidthFromTheFirstThatKnows) {
  struct Case {
    Screen screen;
    Variables variables;
    std::optional<std::size_t> asked;
    std::size_t width;
  };
  const std::vector<Case> cases = {
      {kTerminal, {}, {}, 132},
      {kTerminal, {}, 90, 90},
      {kTerminal, {{"COLUMNS", "70"}}, {}, 70},
      {kTerminal, {{"COLUMNS", "wide"}}, {}, 132},
      {kPipe, {}, {}, 100},
      {kPipe, {{"COLUMNS", "70"}}, {}, 100},
      {kPipe, {}, 60, 60},
      {kTerminal, {}, 3, 40},  // nothing can be laid out in three columns
      {{true, 0}, {}, {}, 100},
  };
  for (const auto& [screen, variables, asked, width] : cases) {
    const Terminal terminal =
        make_terminal(screen, environment(variables), ColourChoice::kAuto, asked);
    EXPECT_EQ(terminal.width, width);
  }
}

TEST(Terminal, IsColouredWhereSomebodyLooksAndWantsIt) {
  struct Case {
    Screen screen;
    Variables variables;
    ColourChoice choice;
    bool colour;
  };
  const std::vector<Case> cases = {
      {kTerminal, {{"TERM", "xterm"}}, ColourChoice::kAuto, true},
      {kTerminal, {{"TERM", "dumb"}}, ColourChoice::kAuto, false},
      {kTerminal, {{"NO_COLOR", "1"}}, ColourChoice::kAuto, false},
      {kTerminal, {{"NO_COLOR", ""}}, ColourChoice::kAuto, true},
      {kTerminal, {}, ColourChoice::kNever, false},
      {kPipe, {}, ColourChoice::kAuto, false},
      {kPipe, {{"NO_COLOR", "1"}}, ColourChoice::kAlways, true},
  };
  for (const auto& [screen, variables, choice, colour] : cases) {
    EXPECT_EQ(make_terminal(screen, environment(variables), choice, {}).colour, colour);
  }
}

TEST(Terminal, ShowsUnicodeWhereTheLocaleDoes) {
  struct Case {
    Variables variables;
    bool utf8;
  };
  const std::vector<Case> cases = {
      {{}, false},
      {{{"LANG", "C"}}, false},
      {{{"LANG", "en_GB.UTF-8"}}, true},
      {{{"LANG", "de_DE.utf8"}}, true},
      {{{"LANG", "de_DE.ISO-8859-1"}}, false},
      {{{"LC_ALL", "C"}, {"LANG", "en_GB.UTF-8"}}, false},
      {{{"LC_ALL", ""}, {"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}}, true},
  };
  for (const auto& [variables, utf8] : cases) {
    const Terminal terminal =
        make_terminal(kTerminal, environment(variables), ColourChoice::kAuto, {});
    EXPECT_EQ(terminal.utf8, utf8);
  }
}

}  // namespace
}  // namespace hearsay::cli
