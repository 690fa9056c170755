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

// Hands each byte of the folded word to `put`.
template <class Put>
void fold_into(std::string_view word, Put put) {
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      const bool inner = at > 0 && at + 1 < word.size();
      if (byte >= 'A' && byte <= 'Z') {
        put(static_cast<char>(byte + 0x20));
      } else if (!(inner && is_apostrophe(byte))) {
        put(word[at]);
      }
      ++at;
      continue;
    }
    const CodePoint point = decode_at(word, at);
    const std::size_t after = at + point.bytes;
    if (!point.valid) {
      put(word[at]);
    } else if (is_apostrophe(point.value)) {
      if (at == 0 || after == word.size()) put('\'');
    } else if (!is_combining(point.value)) {
      const char* folded = latin(point.value);
      if (*folded == '\0') {
        std::string same;
        append_utf8(same, small(point.value));
        for (const char c : same) put(c);
      }
      for (; *folded != '\0'; ++folded) put(*folded);
    }
    at = after;
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
  // FNV-1a, 64 bits (Fowler, Noll, Vo): words are short, so its speed is that of the
  // loop.
  WordKey key = 0xCBF29CE484222325ULL;
  fold_into(word, [&key](char c) {
    key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  });
  return key;
}

}  // namespace hearsay
