#include "hearsay/text/match_key.h"

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"

namespace hearsay::text {
namespace {

char32_t drawn_alike(char32_t c) {
  switch (c) {
    case 'l':
    case '1':
    case '|':
      return 'i';
    case '0':
      return 'o';
    case 'v':
      return 'u';
    default:
      return c;
  }
}

}  // namespace

std::string skeleton(std::string_view restored) {
  const std::string plain = without_marks(to_small(restored));
  std::string kept;
  kept.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = decode_at(plain, at);
    at += point.bytes;
    const bool digit = point.value >= '0' && point.value <= '9';
    if (!digit && point.value != '|' && !is_letter(point.value)) continue;
    const bool rn = point.value == 'n' && kept.ends_with('r');
    if (rn)
      kept.back() = 'm';
    else
      append_utf8(kept, drawn_alike(point.value));
  }
  return kept;
}

std::uint64_t key_of_skeleton(std::string_view restored) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : skeleton(restored)) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash;
}

}  // namespace hearsay::text
