// The repairs of a text as a reader wants to see them: word by word.
//
//     made      want Sergio Ramos to sign      repairs    e r ο а      four letters
//     edits          ^^^^^^^^^^^^              old, new   "Sеrgiο Rаmоs", "Sergio Ramos"
//
// A letter that looks the same before and after says nothing; the word around it does.

#pragma once

#include <string>
#include <vector>

#include "hearsay/base/span.h"
#include "hearsay/base/token.h"
#include "hearsay/model/restored.h"

namespace hearsay::cli {

struct Edit {
  TextSpan span;    // what stands now; empty when something was taken out between words
  std::string old;  // what stood there: may hold wrong bytes and invisible characters
};

// Repairs in one word, and in words with only blanks or a hyphen between, are one edit.
// Ascending, disjoint. REQUIRES: tokens are those of restored.bytes.
std::vector<Edit> edits_of(const Restored& restored, const std::vector<Token>& tokens);

// How many of the tokens are words, numbers and names.
std::size_t count_words(const std::vector<Token>& tokens);

// How many of these a repair touches.
std::size_t count_repaired_words(const Restored& restored,
                                 const std::vector<Token>& tokens);

}  // namespace hearsay::cli
