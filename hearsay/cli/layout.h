// Lines made of pieces in different styles, cut, padded and wrapped by display columns.
//
// Escape codes are added last, by `render`; so nothing that measures or cuts ever sees
// one.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/cli/terminal.h"

namespace hearsay::cli {

struct Piece {
  std::string text;  // printable()
  Style style = Style::kPlain;

  bool operator==(const Piece&) const = default;
};
using Line = std::vector<Piece>;

enum class Align : std::uint8_t { kLeft, kRight };

// A piece of any text, made printable.
Piece piece(std::string_view text, Style style = Style::kPlain);

std::size_t display_width(const Line& line);

// The line cut to `columns`, its last piece ending in the terminal's ellipsis; or as it
// is.
Line fit(const Line& line, std::size_t columns, const Terminal& terminal);

// The line with blanks up to `columns`; as it is when it is as wide already.
Line pad(Line line, std::size_t columns, Align align = Align::kLeft);

// The line broken at blanks into lines of at most `columns`; a word that is wider than
// that is broken where it must be. At least one line.
std::vector<Line> wrap(const Line& line, std::size_t columns);

// The bytes for the terminal, without a line end; blanks at the end are left out.
std::string render(const Line& line, const Terminal& terminal);

// Wraps `line` behind `indent` blanks and renders it: whole lines with their ends.
std::string paragraph(const Line& line, std::size_t indent, const Terminal& terminal);

// The line with pieces of `other` behind its own.
Line& append(Line& line, const Line& other);

// Adds `other` behind a separator " · ", without one when the line is empty.
Line& join(Line& line, const Line& other, const Terminal& terminal);

}  // namespace hearsay::cli
