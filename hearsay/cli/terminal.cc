// Colour is a courtesy: it is there when somebody looks at a terminal that can do it and
// has not asked for none (no-color.org), and with --color always.

#include "hearsay/cli/terminal.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include <sys/ioctl.h>
#include <unistd.h>

namespace hearsay::cli {
namespace {

constexpr std::size_t kDefaultWidth = 100;  // of a pipe or a file
constexpr std::size_t kLeastWidth = 40;     // below it nothing can be laid out

constexpr std::array<std::string_view, 8> kCodes = {
    "", "\x1b[1m", "\x1b[2m", "\x1b[1;4m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[36m",
};

constexpr Signs kUnicode = {
    .ellipsis = "…",
    .arrow = "→",
    .cites = "←",
    .dot = "·",
    .open_quote = "“",
    .close_quote = "”",
    .dash = "—",
    .full = "●",
    .empty = "○",
    .cross = "✗",
    .echo = "↳",
    .first = "┌",
    .middle = "├",
    .last = "└",
    .only = "╶",
    .rail = "│",
    .gap = "┊",
    .bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
    .nothing = "·",
    .open_mark = "«",
    .close_mark = "»",
};

constexpr Signs kAscii = {
    .ellipsis = "...",
    .arrow = "->",
    .cites = "<-",
    .dot = "-",
    .open_quote = "\"",
    .close_quote = "\"",
    .dash = "--",
    .full = "#",
    .empty = ".",
    .cross = "x",
    .echo = "`-",
    .first = "+",
    .middle = "+",
    .last = "+",
    .only = "-",
    .rail = "|",
    .gap = ":",
    .bars = {"1", "2", "3", "4", "5", "6", "7", "8"},
    .nothing = ".",
    .open_mark = "<<",
    .close_mark = ">>",
};

std::string value_of(const Environment& environment, const char* name) {
  return environment(name).value_or("");
}

// The locale of characters, as setlocale(3) would find it.
bool says_utf8(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value = value_of(environment, name);
    if (value.empty()) continue;
    std::ranges::transform(value, value.begin(), [](unsigned char letter) {
      return static_cast<char>(std::tolower(letter));
    });
    return value.find("utf-8") != std::string::npos ||
           value.find("utf8") != std::string::npos;
  }
  return false;
}

std::size_t number_in(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::size_t width_of(const Screen& screen, const Environment& environment) {
  if (!screen.is_terminal) return kDefaultWidth;
  if (const std::size_t told = number_in(value_of(environment, "COLUMNS"))) return told;
  return screen.columns != 0 ? screen.columns : kDefaultWidth;
}

}  // namespace

Screen screen_of(int descriptor) {
  Screen screen;
  screen.is_terminal = isatty(descriptor) == 1;
  winsize size{};
  if (screen.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
    screen.columns = size.ws_col;
  }
  return screen;
}

Terminal make_terminal(const Screen& screen, const Environment& environment,
                       ColourChoice colour, std::optional<std::size_t> width) {
  Terminal terminal;
  terminal.interactive = screen.is_terminal;
  terminal.utf8 = says_utf8(environment);
  terminal.width = std::max(kLeastWidth, width ? *width : width_of(screen, environment));
  const std::string kind = value_of(environment, "TERM");
  const bool willing =
      value_of(environment, "NO_COLOR").empty() && kind != "dumb" && screen.is_terminal;
  terminal.colour =
      colour == ColourChoice::kAlways || (colour == ColourChoice::kAuto && willing);
  return terminal;
}

std::string styled(std::string_view text, Style style, const Terminal& terminal) {
  const std::string_view code = kCodes.at(static_cast<std::size_t>(style));
  if (!terminal.colour || code.empty() || text.empty()) return std::string(text);
  return std::string(code).append(text).append("\x1b[0m");
}

const Signs& signs(const Terminal& terminal) {
  return terminal.utf8 ? kUnicode : kAscii;
}

}  // namespace hearsay::cli
