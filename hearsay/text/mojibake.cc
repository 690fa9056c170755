#include "hearsay/text/mojibake.h"

#include <array>
#include <string>

#include <unicode/uchar.h>

#include "hearsay/base/utf8.h"

namespace hearsay::text {
namespace {

constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

// The byte that reads as this character; nothing when none does. The bytes that
// Windows-1252 leaves empty, and all others for those who read Latin-1, come as
// U+0080…U+009F.
std::optional<unsigned char> to_windows_1252(char32_t character) {
  if (character < 0x100) return static_cast<unsigned char>(character);
  for (std::size_t i = 0; i < kWindows1252.size(); ++i) {
    if (kWindows1252[i] == character && character != 0xFFFD) {
      return static_cast<unsigned char>(0x80 + i);
    }
  }
  return std::nullopt;
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

// Longer characters that news holds and that nobody writes as accidental letters and
// signs.
bool is_plausible(char32_t c) {
  const bool punctuation = c >= 0x2010 && c <= 0x2044;
  const bool vietnamese = c >= 0x1E00 && c <= 0x1EFF;
  const bool sign =
      c == 0x20AC || c == 0x2122 || c == 0xFEFF || (c >= 0x2190 && c <= 0x27BF);
  return punctuation || vietnamese || sign || (c >= 0x1F000 && c <= 0x1FAFF);
}

char32_t before(std::string_view bytes, std::size_t at) {
  return at == 0 ? U' ' : decode_at(bytes, floor_boundary(bytes, at - 1)).value;
}

// "IRMÃ”" ends a quotation in capitals, "são “Ã”": two real characters. What was encoded
// twice as a letter stands inside a word, or its second half is no mark that ends words.
bool is_certain_letter(std::string_view bytes, std::size_t at, std::size_t end,
                       char32_t second) {
  const bool closes = second >= 0x2013 && second <= 0x203A;
  const bool letter_behind = end < bytes.size() && is_letter(decode_at(bytes, end).value);
  const bool small_before = u_islower(static_cast<UChar32>(before(bytes, at))) != 0;
  return !closes || letter_behind || small_before;
}

bool is_certain(std::string_view bytes, std::size_t at, const TwiceEncoded& found,
                char32_t second) {
  if (found.character >= 0x800) return is_plausible(found.character);
  if (found.character < 0xC0) return found.character >= 0xA0 || second < 0xA0;
  if (found.character > 0x24F && !is_letter(second)) {
    return found.character >= 0x370 && found.character < 0x530 && second < 0xA0;
  }
  return is_certain_letter(bytes, at, at + found.bytes, second);
}

}  // namespace

char32_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
}

std::optional<TwiceEncoded> find_twice_encoded(std::string_view bytes, std::size_t at) {
  const CodePoint lead = decode_at(bytes, at);
  if (!lead.valid || !may_lead_mojibake(lead.value)) return std::nullopt;
  const std::size_t length = lead.value < 0xE0 ? 2 : lead.value < 0xF0 ? 3 : 4;
  std::string inner(1, static_cast<char>(lead.value));
  std::size_t end = at + lead.bytes;
  char32_t second = 0;
  while (inner.size() < length && end < bytes.size()) {
    const CodePoint next = decode_at(bytes, end);
    const auto byte = to_windows_1252(next.value);
    if (!next.valid || !byte || (*byte & 0xC0) != 0x80) return std::nullopt;
    if (second == 0) second = next.value;
    inner.push_back(static_cast<char>(*byte));
    end += next.bytes;
  }
  if (inner.size() < length) return std::nullopt;
  const CodePoint meant = decode_at(inner, 0);
  const TwiceEncoded found{end - at, meant.value};
  if (!meant.valid || meant.bytes != length || !is_certain(bytes, at, found, second)) {
    return std::nullopt;
  }
  return found;
}

}  // namespace hearsay::text
