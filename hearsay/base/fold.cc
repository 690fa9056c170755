#include "hearsay/base/fold.h"

#include <array>

#include "hearsay/base/utf8.h"

namespace hearsay {
namespace {

// Latin letters with marks and what they fold to; "" keeps the letter. From Unicode's
// decompositions, and by hand for those that have none (ø, ł, đ, ı, ß, æ …).
constexpr std::array<const char*, 400> kLatin = {
    // U+00C0 … U+024F
    "a",  "a",  "a",  "a", "a", "a",  "ae", "c",  "e",  "e",  "e",  "e",  "i",  "i",  "i",
    "i",  "d",  "n",  "o", "o", "o",  "o",  "o",  "",   "o",  "u",  "u",  "u",  "u",  "y",
    "th", "ss", "a",  "a", "a", "a",  "a",  "a",  "ae", "c",  "e",  "e",  "e",  "e",  "i",
    "i",  "i",  "i",  "d", "n", "o",  "o",  "o",  "o",  "o",  "",   "o",  "u",  "u",  "u",
    "u",  "y",  "th", "y", "a", "a",  "a",  "a",  "a",  "a",  "c",  "c",  "c",  "c",  "c",
    "c",  "c",  "c",  "d", "d", "d",  "d",  "e",  "e",  "e",  "e",  "e",  "e",  "e",  "e",
    "e",  "e",  "g",  "g", "g", "g",  "g",  "g",  "g",  "g",  "h",  "h",  "h",  "h",  "i",
    "i",  "i",  "i",  "i", "i", "i",  "i",  "i",  "i",  "ij", "ij", "j",  "j",  "k",  "k",
    "k",  "l",  "l",  "l", "l", "l",  "l",  "l",  "l",  "l",  "l",  "n",  "n",  "n",  "n",
    "n",  "n",  "n",  "n", "n", "o",  "o",  "o",  "o",  "o",  "o",  "oe", "oe", "r",  "r",
    "r",  "r",  "r",  "r", "s", "s",  "s",  "s",  "s",  "s",  "s",  "s",  "t",  "t",  "t",
    "t",  "t",  "t",  "u", "u", "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",
    "w",  "w",  "y",  "y", "y", "z",  "z",  "z",  "z",  "z",  "z",  "s",  "",   "b",  "",
    "",   "",   "",   "",  "",  "",   "",   "d",  "",   "",   "",   "",   "e",  "",   "",
    "",   "",   "",   "",  "",  "",   "k",  "k",  "",   "",   "",   "",   "",   "",   "o",
    "o",  "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "u",
    "u",  "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "",
    "",   "",   "",   "",  "",  "dz", "dz", "dz", "lj", "lj", "lj", "nj", "nj", "nj", "a",
    "a",  "i",  "i",  "o", "o", "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",  "u",
    "",   "a",  "a",  "a", "a", "",   "",   "",   "",   "g",  "g",  "k",  "k",  "o",  "o",
    "o",  "o",  "",   "",  "j", "dz", "dz", "dz", "g",  "g",  "",   "",   "n",  "n",  "a",
    "a",  "",   "",   "",  "",  "a",  "a",  "a",  "a",  "e",  "e",  "e",  "e",  "i",  "i",
    "i",  "i",  "o",  "o", "o", "o",  "r",  "r",  "r",  "r",  "u",  "u",  "u",  "u",  "s",
    "s",  "t",  "t",  "",  "",  "h",  "h",  "",   "",   "",   "",   "",   "",   "a",  "a",
    "e",  "e",  "o",  "o", "o", "o",  "o",  "o",  "o",  "o",  "y",  "y",  "",   "",   "",
    "",   "",   "",   "",  "",  "",   "",   "",   "",   "",   "",   "",   "",   "",   "",
    "",   "",   "",   "",  "",  "",   "",   "",   "",   "",
};
constexpr std::array<const char*, 256> kLatinAdditional = {
    // U+1E00 … U+1EFF
    "a", "a", "b", "b", "b", "b", "b", "b", "c", "c", "d", "d", "d", "d", "d",  "d",
    "d", "d", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "f",  "f",
    "g", "g", "h", "h", "h", "h", "h", "h", "h", "h", "h", "h", "i", "i", "i",  "i",
    "k", "k", "k", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "m",  "m",
    "m", "m", "m", "m", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o",  "o",
    "o", "o", "o", "o", "p", "p", "p", "p", "r", "r", "r", "r", "r", "r", "r",  "r",
    "s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t",  "t",
    "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "v", "v", "v",  "v",
    "w", "w", "w", "w", "w", "w", "w", "w", "w", "w", "x", "x", "x", "x", "y",  "y",
    "z", "z", "z", "z", "z", "z", "h", "t", "w", "y", "",  "s", "",  "",  "ss", "",
    "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a",  "a",
    "a", "a", "a", "a", "a", "a", "a", "a", "e", "e", "e", "e", "e", "e", "e",  "e",
    "e", "e", "e", "e", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o",  "o",
    "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o",  "o",
    "o", "o", "o", "o", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u",  "u",
    "u", "u", "y", "y", "y", "y", "y", "y", "y", "y", "",  "",  "",  "",  "",   "",
};

constexpr char32_t kLatinFirst = 0xC0;
constexpr char32_t kLatinEnd = 0x250;
constexpr char32_t kLatinAdditionalFirst = 0x1E00;
constexpr char32_t kLatinAdditionalEnd = 0x1F00;

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x00B4 ||
         c == '`';
}

bool is_combining(char32_t c) {
  return c >= 0x300 && c < 0x370;
}

// The small letter of a Greek, Cyrillic or Armenian capital; others stay.
char32_t small(char32_t c) {
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x460 && c <= 0x4FF && (c & 1) == 0) return c + 1;
  if (c >= 0x531 && c <= 0x556) return c + 0x30;
  return c;
}

const char* latin(char32_t c) {
  if (c >= kLatinFirst && c < kLatinEnd) return kLatin[c - kLatinFirst];
  if (c >= kLatinAdditionalFirst && c < kLatinAdditionalEnd) {
    return kLatinAdditional[c - kLatinAdditionalFirst];
  }
  return "";
}

template <class Put>
void fold_ascii(char byte, bool inner, Put put) {
  if (byte >= 'A' && byte <= 'Z') {
    put(static_cast<char>(byte + 0x20));
  } else if (!(inner && is_apostrophe(static_cast<unsigned char>(byte)))) {
    put(byte);
  }
}

template <class Put>
void fold_letter(char32_t letter, Put put) {
  if (is_combining(letter)) return;
  const std::string_view folded = latin(letter);
  std::string same;
  if (folded.empty()) append_utf8(same, small(letter));
  for (const char c : folded.empty() ? std::string_view(same) : folded) put(c);
}

// Hands each byte of the folded word to `put`.
template <class Put>
void fold_into(std::string_view word, Put put) {
  for (std::size_t at = 0; at < word.size();) {
    if (static_cast<unsigned char>(word[at]) < 0x80) {
      fold_ascii(word[at], at > 0 && at + 1 < word.size(), put);
      ++at;
      continue;
    }
    const CodePoint point = decode_at(word, at);
    const bool edge = at == 0 || at + point.bytes == word.size();
    if (!point.valid) {
      put(word[at]);
    } else if (!is_apostrophe(point.value)) {
      fold_letter(point.value, put);
    } else if (edge) {
      put('\'');
    }
    at += point.bytes;
  }
}

}  // namespace

std::string fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  fold_into(word, [&folded](char c) { folded.push_back(c); });
  return folded;
}

WordKey word_key(std::string_view word) {
  WordKey key = kNoWordKey;
  fold_into(word, [&key](char c) { key = take_in(key, static_cast<unsigned char>(c)); });
  return key;
}

}  // namespace hearsay
