#include "hearsay/page/sentence_end.h"

#include <algorithm>
#include <array>

#include "hearsay/base/utf8.h"

namespace hearsay::page {

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 22> kEnds = {
      ".", "!", "?", "…",  ":",  ";",  ",",  "\"", "”", "’", "'",
      "»", "“", ")", "。", "！", "？", "」", "؟",  "۔", "।", "]"};
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  if (text.empty()) return false;
  if (std::ranges::any_of(kEnds, [&](auto end) { return text.ends_with(end); }))
    return true;
  const std::size_t last = floor_boundary(text, text.size() - 1);
  const char32_t c = decode_at(text, last).value;
  return c >= 0x2600 && (c <= 0x27BF || (c >= 0x1F000 && c <= 0x1FAFF));
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t wide = 0;  // bytes of characters that begin with E3…E9: Chinese, Japanese
  bool inside = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool space = byte <= 0x20;
    if (!space && !inside) ++words;
    inside = !space;
    if (byte >= 0xE3 && byte <= 0xE9) ++wide;
  }
  return words + wide / 2;
}

}  // namespace hearsay::page
