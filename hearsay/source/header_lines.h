// Header lines as HTTP, mail and archives have them.
//
//     Content-Type: text/html; charset=utf-8
//     Subject: a long line that goes on
//      in the next                               ← begins with a blank: still the subject

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay::source {

using HeaderLines = std::vector<std::pair<std::string, std::string>>;  // names are small

// The headers in `text`, which begins with the first and ends with the last of them;
// lines that are none are left out, and all behind the first 1,000.
HeaderLines parse_header_lines(std::string_view text);

// The first with this name, in small letters; "" when there is none.
std::string_view header(const HeaderLines& lines, std::string_view name);

// How many bytes the headers take with the empty line behind them; npos without one.
std::size_t header_bytes(std::string_view text);

// "text/html" of "Text/HTML; charset=utf-8", and the value of a parameter.
std::string media_type(std::string_view value);
std::string parameter(std::string_view value, std::string_view name);

std::string small_letters(std::string_view text);

}  // namespace hearsay::source
