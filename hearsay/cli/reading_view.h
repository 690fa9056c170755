// A reading as a person at the terminal wants it.

#pragma once

#include <string>

#include "hearsay/cli/terminal.h"
#include "hearsay/model/reading.h"

namespace hearsay::cli {

struct ReadingParts {
  bool text = false;      // the cleaned text as well
  bool mentions = false;  // and who is named in it
};

// The article's head, a table of its claims with their evidence, and its quotes.
std::string print_reading(const Reading& reading, ReadingParts parts,
                          const Terminal& terminal);

// The claims of a reading one by one: the sentence with the words that carried it, the
// reasons, who was meant; then what was dropped and why.
std::string print_explanation(const Reading& reading, const Terminal& terminal);

// Title (else the first words), outlet, day, language, repairs, where it came from.
std::string print_head(const Reading& reading, const Terminal& terminal);

}  // namespace hearsay::cli
