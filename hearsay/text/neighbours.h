// What the words beside a restored word tell of its case.
//
// A look-alike may say nothing of the case (ᴄɪᴛʏ), and "city" is small as a rule; behind
// "Manchester" it is not. Only words that stand together, parted by one blank, hyphen or
// apostrophe, are looked at.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/text/judgement.h"
#include "hearsay/text/speller.h"
#include "hearsay/text/suspects.h"

namespace hearsay::text {

// The judged words of a text. All must outlive this object.
struct JudgedWords {
  std::string_view bytes;
  std::span<const SuspectWord> words;
  std::span<const Puzzle> puzzles;
  std::span<const std::uint32_t> puzzle_of;  // by word
};

class Neighbours {
 public:
  Neighbours(const JudgedWords& judged, const Speller& speller)
      : judged_(judged), speller_(speller) {}

  // Whether words[i] was read small, its letters allow a capital, and a neighbour asks
  // for one.
  bool lift(std::size_t i) const;

 private:
  std::string before(std::size_t i) const;  // in small letters; empty when there is none
  std::string behind(std::size_t i) const;
  std::string read(std::size_t i) const;

  JudgedWords judged_;
  const Speller& speller_;
};

}  // namespace hearsay::text
