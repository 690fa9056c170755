// A restored document: what was repaired in it, for people and for programs.

#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "hearsay/cli/terminal.h"
#include "hearsay/model/restored.h"

namespace hearsay::cli {

// What was repaired in one or many documents.
class RepairTally {
 public:
  static constexpr std::size_t kKinds = 6;  // of RepairKind

  void add(const Restored& restored);

  bool empty() const { return documents == 0; }

  std::size_t documents = 0;
  std::size_t words = 0;
  std::size_t repaired_words = 0;
  std::size_t obfuscated = 0;                // documents
  std::array<std::size_t, kKinds> places{};  // by RepairKind
  std::string uri;                           // of the first document
};

// One line: "ramos.txt: 12 of 80 words repaired: 14 look-alikes, 2 invisible; …".
std::string print_summary(const RepairTally& tally, const Terminal& terminal);

// The lines with repairs, word by word, under a heading; nothing when there are none.
//
//     ramos.txt: 2 of 9 words repaired: 3 look-alikes
//     4: Inter Miami want [-Sеrgiο Rаmos-]{+Sergio Ramos+} to sign.
//
// With colours there are no brackets: red is what stood there, green what stands now.
std::string print_diff(const Restored& restored, const Terminal& terminal);

// One object on one line, without a line end: docs/formats/restored.md.
std::string print_json(const Restored& restored);

}  // namespace hearsay::cli
