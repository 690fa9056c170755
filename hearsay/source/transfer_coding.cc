#include "hearsay/source/transfer_coding.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <optional>
#include <utility>

#include "hearsay/base/utf8.h"
#include "hearsay/source/header_lines.h"

namespace hearsay::source {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int small = std::tolower(static_cast<unsigned char>(c));
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

// The byte of "=E9" at text[at]; nothing when it is none.
std::optional<char> escaped(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::string decode_q(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = text[at] == '=' ? escaped(text, at) : std::nullopt;
    if (byte) at += 2;
    out += byte.value_or(text[at] == '_' ? ' ' : text[at]);
  }
  return out;
}

std::string from_latin(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

struct Word {
  std::string text;
  std::size_t end = 0;
};

// "=?charset?Q?text?=" at text[at].
std::optional<Word> word_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestWord = 1'000;
  text = text.substr(0, std::min(text.size(), at + kLongestWord));
  const std::size_t charset_end = text.find('?', at + 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
      text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t begin = charset_end + 3;
  const std::size_t end = text.find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view coded = text.substr(begin, end - begin);
  const int kind = std::tolower(static_cast<unsigned char>(text[charset_end + 1]));
  if (kind != 'q' && kind != 'b') return std::nullopt;
  std::string bytes = kind == 'q' ? decode_q(coded) : decode_base64(coded);
  const std::string charset = small_letters(text.substr(at + 2, charset_end - at - 2));
  const bool latin =
      charset == "iso-8859-1" || charset == "windows-1252" || charset == "iso-8859-15";
  if (latin) bytes = from_latin(bytes);
  if (!is_utf8(bytes)) return std::nullopt;
  return Word{std::move(bytes), end + 2};
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    if (const auto byte = escaped(text, at)) {
      out += *byte;
      at += 2;
      continue;
    }
    const std::size_t end = text.find_first_not_of(" \t\r", at + 1);
    if (end != std::string_view::npos && text[end] == '\n') {
      at = end;  // a line that goes on in the next
    } else if (end != std::string_view::npos) {
      out += '=';
    } else {
      break;
    }
  }
  return out;
}

std::string decode_words(std::string_view text) {
  std::string out;
  std::size_t after_word = std::string_view::npos;  // in `out`: where the last word ended
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = text.substr(at).starts_with("=?");
    const auto word = begins ? word_at(text, at) : std::nullopt;
    if (!word) {
      out += text[at++];
      continue;
    }
    // Blanks between two words are there only because lines are short.
    if (after_word != std::string_view::npos &&
        out.find_first_not_of(" \t\r\n", after_word) == std::string::npos) {
      out.resize(after_word);
    }
    out += word->text;
    after_word = out.size();
    at = word->end;
  }
  return out;
}

}  // namespace hearsay::source
