// Latin letters inside a word of another script: "Динaмo" with a and o from the keyboard.
//
// The other way round of a look-alike: in a text whose Cyrillic or Greek words are meant,
// a word that mixes in Latin letters was written with the wrong ones. Which letters may
// be is data/text/latin_intruders.tsv.

#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/text/speller.h"

namespace hearsay::text {

class Intruders {
 public:
  // Fails at the first malformed row, naming file and line. An absent file is an empty
  // table.
  static Result<Intruders> load(const std::filesystem::path& table);

  // The word in its own script; nothing unless two of its letters are of it and every
  // Latin one looks like one of it. Abbreviations with an ending (VIPы) stay. `parts` are
  // the word's. REQUIRES: word is UTF-8 of at most kLongestWord characters.
  std::optional<Spelling> send_home(std::string_view word, std::uint16_t parts) const;

 private:
  using Letters = std::array<char32_t, 128>;  // by ASCII; 0 for none
  Letters cyrillic_{};
  Letters greek_{};
};

}  // namespace hearsay::text
