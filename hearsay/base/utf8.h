// Walking UTF-8, one code point at a time, whatever the bytes are.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

struct CodePoint {
  char32_t value = 0xFFFD;  // U+FFFD when the bytes are not UTF-8
  std::size_t bytes = 1;    // how many bytes it took: 1 for each wrong byte
  bool valid = false;
};

// The code point at bytes[at]. Overlong forms, surrogates and values over U+10FFFF are
// wrong bytes. REQUIRES: at < bytes.size().
CodePoint decode_at(std::string_view bytes, std::size_t at);

void append_utf8(std::string& out, char32_t value);

bool is_utf8(std::string_view bytes);

// The largest place <= at that is not inside a code point.
std::size_t floor_boundary(std::string_view bytes, std::size_t at);

}  // namespace hearsay
