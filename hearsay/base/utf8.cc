#include "hearsay/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace hearsay {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

char32_t bits(char byte) {
  return static_cast<unsigned char>(byte) & 0x3F;
}

// How many bytes a sequence that starts with `lead` has; 0 for a byte that starts none.
std::size_t length_from(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// Eight bytes at a time: where the first byte over 0x7F stands, or the size.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if (word & kHighBits) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace

CodePoint decode_at(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t length = length_from(lead);
  if (length == 0 || at + length > bytes.size()) return {};
  if (length == 1) return {lead, 1, true};
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(bytes[at + i])) return {};
  }
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | bits(bytes[at + i]);
  const bool overlong =
      (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {};
  return {value, length, true};
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    if (!point.valid) return false;
    at = skip_ascii(bytes, at + point.bytes);
  }
  return true;
}

std::size_t floor_boundary(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return bytes.size();
  while (at > 0 && is_continuation(bytes[at])) --at;
  return at;
}

}  // namespace hearsay
