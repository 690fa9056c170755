// One spelling for all spellings of a word: small letters without accents.
//
//     Özil, OZIL, ozil → ozil        N'Golo, N’Golo → ngolo        Łukasz → lukasz
//
// Names and phrases are looked up by the hash of this form, so a text is folded once
// and every table is asked with the same key. Letters outside the Latin alphabet are
// only made small; apostrophes vanish; everything else stays.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// REQUIRES: word is UTF-8 (wrong bytes are kept as they are).
std::string fold(std::string_view word);

// The same for two words exactly when they fold to the same bytes, but for hash
// collisions (64 bits). Stable across machines and versions of one data format.
using WordKey = std::uint64_t;
WordKey word_key(std::string_view word);

// The key of a word made byte by byte, for whoever has folded it already: it begins with
// kNoWordKey, and each byte of the folded word is taken in.
inline constexpr WordKey kNoWordKey = 0xCBF29CE484222325ULL;
constexpr WordKey take_in(WordKey key, unsigned char folded) {
  // FNV-1a, 64 bits (Fowler, Noll, Vo): words are short, so its speed is that of the
  // loop.
  return (key ^ folded) * 0x100000001B3ULL;
}

}  // namespace hearsay
