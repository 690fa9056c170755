// Whether a word with look-alikes is a disguise, judged by the document it stands in.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/text/speller.h"
#include "hearsay/text/suspects.h"

namespace hearsay::text {

// One spelling with look-alikes, at all the places where it stands.
struct Puzzle {
  SuspectWord word;  // the first place
  std::uint32_t times = 1;
  bool readable = false;  // every letter has a reading of ours
  bool flags = false;     // as written it is nothing but flags of countries
  bool accepted = false;
  Spelling spelling;  // good when readable
};

// Whether a word in regional letters is nothing but flags.
bool is_flags(const SuspectWord& word, std::string_view written);

class Judgement {
 public:
  // Looks over all puzzles of a document with so many words.
  Judgement(const std::vector<Puzzle>& puzzles, std::size_t word_count);

  // Whether the puzzle's spelling is what was meant.
  bool accepts(const Puzzle& puzzle, std::string_view written) const;

  bool obfuscated() const { return obfuscated_; }

  // Whether words of the puzzle's script are meant, and stand in the text.
  bool genuine(std::uint16_t parts) const;

  // Whether words of the puzzle's script are a disguise as a rule.
  bool disguises(std::uint16_t parts) const;

 private:
  struct Script {
    std::size_t genuine = 0;    // words that cannot be ours
    std::size_t disguised = 0;  // words that read as known words of ours
  };

  void weigh(const Puzzle& puzzle);
  const Script& script_of(std::uint16_t parts) const;
  bool accepts_foreign(const Puzzle& puzzle) const;
  bool accepts_mixed(const Puzzle& puzzle) const;
  bool accepts_regional(const Puzzle& puzzle) const;

  std::array<Script, 3> scripts_{};  // Cyrillic, Greek, others
  Script odd_latin_;                 // letters of alphabets we do not know: Hausa, Ewe
  std::size_t mixed_known_ = 0;
  std::size_t styled_ = 0;    // words of two styled letters or more: ℝ alone is a sign
  std::size_t regional_ = 0;  // words in the letters of flags that spell no country
  std::size_t word_count_ = 0;
  bool obfuscated_ = false;
};

}  // namespace hearsay::text
