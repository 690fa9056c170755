// Walking text that is known to be UTF-8: no checks, so that the compiler can keep it
// inline.

#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay::text {

struct Point {
  char32_t value = 0;
  std::size_t bytes = 1;
};

// REQUIRES: bytes is UTF-8 and a character starts at `at`.
inline Point point_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0)
    return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
              (byte(3) & 0x3F),
          4};
}

}  // namespace hearsay::text
