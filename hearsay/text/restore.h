// Look-alike letters become the letters they stand for, word by word.
//
// What may be done to a word depends on the document: one Cyrillic letter among Latin
// ones is no accident, but a Cyrillic word is one in a text that has others, and a
// disguise in a text whose Cyrillic words all read as English. So the words are read
// first, then judged together, then read again with what the document taught.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "hearsay/text/intruders.h"
#include "hearsay/text/orthographies.h"
#include "hearsay/text/rewriting.h"
#include "hearsay/text/speller.h"

namespace hearsay::text {

struct Restoration {
  std::optional<Rewritten> made;   // nothing when there was nothing to restore
  std::size_t word_count = 0;      // of the whole text
  std::size_t repaired_count = 0;  // words with a letter restored
  std::size_t styled_count =
      0;  // of these, all in 𝐛𝐨𝐥𝐝 and the like: not to hide anything
};

// What the letters are judged by.
struct Tools {
  const Speller& speller;
  const Intruders& intruders;
  const Orthographies& orthographies;
};

// `marks_doubtful`: whether the language is one that hardly writes marks on letters.
// REQUIRES: bytes is UTF-8 in NFC, under 4 GiB. Linear in time.
Restoration restore(std::string_view bytes, const Tools& tools, bool marks_doubtful);

// So many words were restored that somebody meant to hide the text.
bool is_obfuscated(std::size_t repaired_words, std::size_t words);

// The same when some words were only styled: they hide a text only when they are most of
// it.
bool is_obfuscated(const Restoration& restoration);

}  // namespace hearsay::text
