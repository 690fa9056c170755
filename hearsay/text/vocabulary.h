// Which words there are in a language, how often they are written, and how.
//
// Counts come from data/lang/<xx>/words.tsv, names from the knowledge base. For a word
// that is in neither, letter trigrams learnt from the same list tell how much it looks
// like one.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay::text {

struct KnownWord {
  std::uint32_t count = 0;     // over all places
  std::uint32_t small = 0;     // written "word" inside sentences
  std::uint32_t capital = 0;   // "Word"
  std::uint32_t capitals = 0;  // "WORD"
  std::uint32_t mixed = 0;     // place of its other usual form in the store; 0 for none
  float likelihood = 0;        // set when the vocabulary has learnt
};

class Vocabulary {
 public:
  static constexpr std::uint8_t kEdge = 27;  // the edge of a word, among its letters

  Vocabulary();

  // The words of a language folder. An absent file is an empty vocabulary.
  static Result<Vocabulary> load(const std::filesystem::path& words);

  // Reads the pairs of words that are capital when they stand together
  // (capital_pairs.tsv). An absent file has none.
  Result<void> load_pairs(const std::filesystem::path& pairs);

  // Adds a name, word by word, as written ("Scott McTominay"), and its pairs of words.
  void add_name(std::string_view name);

  void add(std::string_view small_letters, const KnownWord& word);

  // Ends the adding: learns the letter statistics.
  void learn();

  // REQUIRES: word is in small letters.
  const KnownWord* find(std::string_view word) const;

  // The same when the word's hash is there already.
  const KnownWord* find(std::uint64_t hash) const;
  static std::uint64_t hash_of(std::string_view word);

  // The other usual form of a word ("McTominay"); empty when it has none.
  std::string_view mixed_form(const KnownWord& word) const;

  // Whether two words are capital when the second stands right behind the first
  // ("manchester", "city"). REQUIRES: small letters.
  bool is_capital_pair(std::string_view first, std::string_view second) const;

  // How likely a word is, as a natural logarithm: by its frequency, or by its letters.
  // REQUIRES: `known` was found here, and learn() was called.
  double likelihood(const KnownWord& known) const { return known.likelihood; }
  double likelihood_of_unknown(std::string_view word) const;

  // The last two letters of a word that is being put together.
  struct Ending {
    std::uint8_t last_but_one = kEdge;
    std::uint8_t last = kEdge;
  };

  // How likely the next letters are behind an ending, which goes on with them.
  float likelihood_behind(Ending& ending, std::string_view letters) const;

  // Whether a word may start so: false for certain, true for likely. REQUIRES:
  // start.size() is one of kStarts.
  static constexpr std::array<std::size_t, 2> kStarts = {3, 5};
  bool may_start(std::string_view start) const {
    const std::uint64_t place = hash_of(start) & kFilterMask;
    return (starts_[place / 64] >> (place & 63) & 1) != 0;
  }

  // Whether a letter with a mark stands in a word of the list or a name.
  bool has_letter(char32_t character) const {
    return character < kMarked && (letters_[character / 64] >> (character % 64) & 1) != 0;
  }

  std::size_t size() const { return used_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0 for an empty slot
    KnownWord word;
  };
  static constexpr std::size_t kLetters = 28;  // a…z, any other, the edge of the word
  static constexpr char32_t kMarked = 0x2000;  // no Latin letter that is used has more
  static constexpr std::uint64_t kPairFilter = 1U << 16U;
  static constexpr std::uint64_t kFilterBits = 1U << 21U;  // a quarter megabyte
  static constexpr std::uint64_t kFilterMask = kFilterBits - 1;

  Slot& slot_for(std::uint64_t hash);
  void gather_common();
  void grow();
  void count_letters(std::string_view word, double weight);
  void remember_letters(std::string_view word);
  void add_name_word(std::string_view written);
  void add_pair(std::string_view first, std::string_view second);
  static std::uint64_t pair_of(std::string_view first, std::string_view second);

  std::vector<Slot> slots_;
  std::vector<Slot> common_;  // copies of the commonest words: fit the second cache
  std::vector<std::uint64_t> filter_;  // a bit by hash: most that are not there end here
  std::vector<std::uint64_t> starts_;  // the same for the first letters of words
  std::size_t used_ = 0;
  std::uint64_t total_ = 0;
  std::unordered_map<std::uint64_t, int> pairs_;  // how often more capital than not
  std::vector<bool> paired_ = std::vector<bool>(kPairFilter);  // words of pairs, by hash
  std::vector<std::uint64_t> letters_ = std::vector<std::uint64_t>(kMarked / 64);
  std::string forms_{'\0'};      // zero-ended, one after another
  std::vector<float> trigrams_;  // counts, then logarithms
};

}  // namespace hearsay::text
