// Reads one word whose letters may be look-alikes: which letters, and which of them
// capital.
//
//     Ɩ ɑ ι ɾ     readings   l i · a · i · r v       costs from the table and the
//     document
//                 word       lair (known) < liir …   frequency, or letter trigrams
//                 case       lair, Lair, LAIR        how the word is usually written,
//                 whether
//                                                    a sentence starts, what the letters
//                                                    say

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hearsay/text/alphabet.h"
#include "hearsay/text/shapes.h"
#include "hearsay/text/suspects.h"
#include "hearsay/text/vocabulary.h"

namespace hearsay::text {

constexpr std::size_t kLongestWord = 48;  // characters; longer ones are no words

// What a word was read as.
struct Spelling {
  std::string text;                                // the whole word
  std::array<std::uint8_t, kLongestWord> sizes{};  // bytes of `text` for each character
  std::uint32_t count = 0;                         // how often the vocabulary has it
  bool known = false;                              // whether it has it at all
  float margin = 0;        // by how much the next best letters are worse
  float case_margin = 0;   // by how much the next best case is worse
  float capital_cost = 0;  // by how much its letters speak against "Word" for "word"
};

class Speller {
 public:
  // All must outlive this object.
  Speller(const LookAlikes& look_alikes, const Vocabulary& words,
          const Vocabulary& fallback)
      : look_alikes_(look_alikes), words_(words), fallback_(fallback) {}

  // Room for one word after another: reading allocates nothing once it has grown.
  struct Desk {
    struct Character {
      std::uint32_t first = 0;  // into readings
      std::uint32_t end = 0;
    };
    struct Prefix {
      std::array<char, kLongestWord * 4> text{};
      std::array<std::uint8_t, kLongestWord> choices{};
      std::uint16_t size = 0;
      std::uint16_t length = 0;  // in characters
      float cost = 0;
      float likelihood = 0;  // of its letters; only kept up in the beam
      Vocabulary::Ending ending;
    };
    std::vector<Character> characters;
    std::vector<LetterReading> readings;
    std::vector<Prefix> beam;
    std::vector<Prefix> next;
    std::vector<LetterReading> chosen;
    std::vector<std::pair<float, std::uint32_t>> order;
  };

  // REQUIRES: the word lies in bytes and has at most kLongestWord characters.
  Spelling read(std::string_view bytes, const SuspectWord& word, Alphabet& alphabet,
                Desk& desk) const;

  // Adds what a certain spelling tells of its characters.
  static void teach(std::string_view bytes, const SuspectWord& word,
                    const Spelling& spelling, Evidence& evidence);

  // How often the vocabulary has a word; 0 for an unknown one.
  std::uint32_t count_of(std::string_view small_letters) const;

  // Whether a word is written with a capital more often than not.
  bool usually_capital(std::string_view small_letters) const;

  // Whether two words are capital when they stand together. REQUIRES: small letters.
  bool is_capital_pair(std::string_view first, std::string_view second) const {
    return words_.is_capital_pair(first, second) ||
           fallback_.is_capital_pair(first, second);
  }

  const LookAlikes& look_alikes() const { return look_alikes_; }
  const Vocabulary& words() const { return words_; }

 private:
  const LookAlikes& look_alikes_;
  const Vocabulary& words_;
  const Vocabulary&
      fallback_;  // another language's, for words that this one does not know
};

}  // namespace hearsay::text
