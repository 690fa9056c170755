// What the terminal can show: its width, colours, and the signs it has.
//
// Everything that is drawn takes a Terminal as a value, so a test draws for any terminal
// without having one.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay::cli {

enum class ColourChoice : std::uint8_t { kAuto, kAlways, kNever };

// The value of a variable; nothing when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string&)>;

struct Terminal {
  std::size_t width = 100;   // columns of a line
  bool colour = false;       // it understands SGR escape codes
  bool utf8 = true;          // it shows more than ASCII
  bool interactive = false;  // somebody watches
};

// What the system knows of an open file.
struct Screen {
  bool is_terminal = false;
  std::size_t columns = 0;  // 0 when it has no width
};
Screen screen_of(int descriptor);

// The terminal behind `screen`: --width and --color first, then the environment (COLUMNS,
// NO_COLOR, TERM, LC_ALL, LC_CTYPE, LANG), then the screen. Never narrower than 40
// columns.
Terminal make_terminal(const Screen& screen, const Environment& environment,
                       ColourChoice colour, std::optional<std::size_t> width);

enum class Style : std::uint8_t {
  kPlain,
  kBold,
  kDim,
  kMark,  // words that are pointed at
  kGood,  // far on the ladder
  kFair,
  kBad,   // off the ladder, denied, failed
  kName,  // commands and flags in help
};

// The text with the codes of its style around it; as it is when there is no colour.
std::string styled(std::string_view text, Style style, const Terminal& terminal);

// The signs that drawings are made of, with a plain twin for terminals without UTF-8.
struct Signs {
  std::string_view ellipsis, arrow, cites, dot, open_quote, close_quote, dash;
  std::string_view full, empty, cross, echo;
  std::string_view first, middle, last, only, rail, gap;
  std::string_view bars[8];                // rising
  std::string_view nothing;                // a month without news
  std::string_view open_mark, close_mark;  // around marked words where there is no colour
};
const Signs& signs(const Terminal& terminal);

}  // namespace hearsay::cli
