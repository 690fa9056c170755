// The words of a text that hold letters which may be look-alikes.
//
// A word here is a run of letters, marks and look-alikes; apostrophes, hyphens and digits
// end it. What its letters tell together (scripts mixed or not, a styled alphabet,
// letters that nothing of ours looks like) is what the restoring is decided on.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/text/look_alikes.h"

namespace hearsay::text {

struct SuspectWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t parts = 0;  // bits of Part
  std::uint16_t characters = 0;
  bool digit_before = false;
  bool digit_after = false;
  bool starts = false;     // at the start of a sentence or line
  bool quoted = false;     // right behind an opening quotation mark, or a picture
  bool shouted = false;    // capitals all around
  bool code = false;       // right behind a sign as in an address, a handle or a tag
  bool tagged = false;     // right behind @ or #
  bool bracketed = false;  // in [ ] or between slashes, as phonetic transcriptions are

  // All that matters of its place, as one number.
  unsigned place() const {
    return (starts ? 1U : 0U) | (quoted ? 2U : 0U) | (shouted ? 4U : 0U) |
           (code ? 8U : 0U) | (bracketed ? 16U : 0U) | (digit_before ? 32U : 0U) |
           (digit_after ? 64U : 0U) | (tagged ? 128U : 0U);
  }
};

struct Suspects {
  std::vector<SuspectWord> words;  // all with a character over 0x7F
  std::size_t word_count = 0;      // of all words of the text
};

// REQUIRES: bytes is UTF-8 of less than 4 GiB.
Suspects find_suspects(std::string_view bytes, const LookAlikes& look_alikes);

}  // namespace hearsay::text
