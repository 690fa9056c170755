// What the characters of one document may stand for.
//
// The table says what a character looks like; the document teaches what it stands for.
// Each character of the document has its readings here, ready to be asked for every word.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/look_alikes.h"
#include "hearsay/text/vocabulary.h"

namespace hearsay::text {

// What characters were seen to stand for in words that are certain.
class Evidence {
 public:
  void count(char32_t character, std::string_view letters, bool capital);

  // Changes the costs of the readings of a character to what was counted for it.
  void adapt(char32_t character, std::span<LetterReading> readings) const;

 private:
  struct Count {
    char32_t character = 0;
    LetterReading reading;  // its costs are how often it was small and capital
  };
  std::vector<Count> counts_;  // by character and letters, in no order
  std::vector<std::uint32_t> heads_ = std::vector<std::uint32_t>(256);
  std::vector<std::uint32_t> next_;
};

// What the marks of Latin letters are taken for: ü in a text that disguises its letters.
enum class Marks : std::uint8_t {
  kKept,      // written by people
  kDoubted,   // a disguise where that makes a word
  kStripped,  // a disguise, but where the word is one as it stands
};

class Alphabet {
 public:
  struct Options {
    Marks marks = Marks::kKept;
    const Evidence* evidence = nullptr;        // null: only the table's costs
    std::span<const char32_t> wildcards = {};  // sorted; may stand for any letter
    const Vocabulary* words = nullptr;         // whose marks may be meant; null: any may
  };

  // `look_alikes` must outlive this object; the options need not.
  Alphabet(const LookAlikes& look_alikes, const Options& options);

  // The readings of a character; never empty. Views last until the next call that meets a
  // character for the first time.
  std::span<const LetterReading> readings(char32_t character);

 private:
  struct Entry {
    char32_t character = 0;  // 0 for an empty place
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };

  Entry& place_of(char32_t character);
  void fill(Entry& entry, char32_t character);
  void add_natural(char32_t character, const LookAlike& row, bool doubted);
  void add_table(const LookAlike& row, float raised);
  void add_any_letter(std::size_t first);

  const LookAlikes& look_alikes_;
  Marks marks_;
  Evidence evidence_;
  bool has_evidence_;
  const Vocabulary* words_;
  std::vector<char32_t> wildcards_;
  std::vector<Entry> entries_;
  std::size_t used_ = 0;
  std::vector<LetterReading> readings_;
};

}  // namespace hearsay::text
