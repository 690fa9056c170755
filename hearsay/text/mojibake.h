// Text that was encoded twice: "GonÃ§alo" for "Gonçalo", "â€™" for "’".
//
// UTF-8 that somebody read as Windows-1252 and wrote as UTF-8 again. It is repaired only
// when it can be nothing else: the characters map to bytes of Windows-1252, the bytes are
// one character of UTF-8, and that character is one that news holds.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hearsay::text {

struct TwiceEncoded {
  std::size_t bytes = 0;   // how much of the text it takes
  char32_t character = 0;  // what was meant
};

// What stands at `at` when it was certainly encoded twice. REQUIRES: bytes is UTF-8.
std::optional<TwiceEncoded> find_twice_encoded(std::string_view bytes, std::size_t at);

// Whether text that was encoded twice may begin with this character.
inline bool may_lead_mojibake(char32_t character) {
  return character >= 0xC2 && character <= 0xF4;
}

// The character of a byte in Windows-1252; U+FFFD for the five that are none.
char32_t from_windows_1252(unsigned char byte);

}  // namespace hearsay::text
