#include "hearsay/text/case.h"

#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "hearsay/base/utf8.h"

namespace hearsay::text {
namespace {

UChar32 code(char32_t character) {
  return static_cast<UChar32>(character);
}

// The letter under the marks: ü → u. Letters that Unicode does not take apart stay.
char32_t base_of(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  std::array<UChar, 24> parts{};
  UChar32 base = code(character);
  for (int depth = 0; depth < 3; ++depth) {  // ế → ê → e
    status = U_ZERO_ERROR;
    const std::int32_t size = unorm2_getRawDecomposition(
        nfc, base, parts.data(), static_cast<std::int32_t>(parts.size()), &status);
    if (size <= 0 || U_FAILURE(status)) break;
    const UChar lead = parts[0];
    const bool pair = size > 1 && U16_IS_LEAD(lead) && U16_IS_TRAIL(parts[1]);
    base = pair ? static_cast<UChar32>(U16_GET_SUPPLEMENTARY(lead, parts[1])) : lead;
  }
  return static_cast<char32_t>(base);
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(code(c)) != 0;
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(code(c)) != 0;
}

char32_t to_small(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  return static_cast<char32_t>(u_tolower(code(c)));
}

char32_t to_capital(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
  return static_cast<char32_t>(u_toupper(code(c)));
}

std::string to_small(std::string_view word) {
  std::string small;
  small.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    append_utf8(small, to_small(point.value));
    at += point.bytes;
  }
  return small;
}

std::string without_marks(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    const bool mark = point.value >= 0x300 && point.value < 0x370;
    if (!mark)
      append_utf8(plain, point.value < 0x80 ? point.value : base_of(point.value));
    at += point.bytes;
  }
  return plain;
}

Shape shape_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool first = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    if (is_capital(point.value)) {
      ++capitals;
      first = first || letters == 0;
    }
    ++letters;
    at += point.bytes;
  }
  if (capitals == 0) return Shape::kSmall;
  if (capitals == 1 && first) return Shape::kCapital;
  return capitals == letters ? Shape::kCapitals : Shape::kMixed;
}

std::size_t word_end(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    const CodePoint point = decode_at(bytes, at);
    if (!point.valid || !is_letter(point.value)) break;
    at += point.bytes;
  }
  return at;
}

}  // namespace hearsay::text
