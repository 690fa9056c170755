#include "hearsay/page/html_reference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include "hearsay/base/utf8.h"

namespace hearsay::page {
namespace {

// The numbers 128…159 mean what Windows-1252 has there, in every browser.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// "&#8217;" and "&#x2019;"; the ';' may be missing.
Reference read_number(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::uint32_t base = hexadecimal ? 16 : 10;
  std::size_t at = hexadecimal ? 3 : 2;
  const std::size_t begin = at;
  std::uint32_t value = 0;
  while (at < text.size() && digit_of(text[at]) < static_cast<int>(base)) {
    value = std::min<std::uint32_t>(
        value * base + static_cast<std::uint32_t>(digit_of(text[at])), 0x110000);
    ++at;
  }
  if (at == begin) return {};
  if (at < text.size() && text[at] == ';') ++at;
  if (value >= 0x80 && value <= 0x9F) value = kWindows[value - 0x80];
  const bool character =
      value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  Reference reference{at, {}};
  append_utf8(reference.characters, character ? value : 0xFFFD);
  return reference;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAlwaysKnown = {
    {{"amp", "&"},
     {"lt", "<"},
     {"gt", ">"},
     {"quot", "\""},
     {"apos", "'"},
     {"nbsp", "\xC2\xA0"}}};

}  // namespace

Reference read_reference(std::string_view text, const PageWords& words) {
  constexpr std::size_t kLongestName = 32;
  if (text.size() > 1 && text[1] == '#') return read_number(text);
  std::size_t end = 1;
  while (end < std::min(text.size(), kLongestName) &&
         std::isalnum(static_cast<unsigned char>(text[end])) != 0) {
    ++end;
  }
  const std::string_view name = text.substr(1, end - 1);
  if (name.empty()) return {};
  if (end < text.size() && text[end] == ';') {
    for (const auto& [known, characters] : kAlwaysKnown) {
      if (name == known) return {end + 1, std::string(characters)};
    }
    const std::string_view characters = words.entity(name);
    if (!characters.empty()) return {end + 1, std::string(characters)};
  }
  const std::size_t bare = words.bare_entity(name);
  if (bare == 0) return {};
  return {bare + 1, std::string(words.entity(name.substr(0, bare)))};
}

std::string decode_references(std::string_view text, const PageWords& words) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      ++at;
      continue;
    }
    if (c == '&') {
      const Reference reference = read_reference(text.substr(at), words);
      if (reference.bytes > 0) {
        out += reference.characters;
        at += reference.bytes;
        continue;
      }
    }
    out += c;
    ++at;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace hearsay::page
