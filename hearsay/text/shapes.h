// Small, Capital or CAPITALS: which letters of a restored word are capital.
//
// Each letter says what it can (a plain R is a capital for sure, a small-capital ᴜ says
// nothing); the word says how it is usually written; the place says whether a sentence
// starts.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/text/look_alikes.h"
#include "hearsay/text/vocabulary.h"

namespace hearsay::text {

struct Setting {
  bool starts = false;   // a sentence starts with the word
  bool quoted = false;   // a quotation starts with it
  bool shouted = false;  // capitals all around
  bool code = false;     // in an address or a tag: only the letters tell
  bool tagged = false;   // in a tag or a handle
  const KnownWord* known = nullptr;
  std::string_view mixed_form;  // "McTominay"; empty when the word has none
};

struct Capitals {
  std::uint64_t letters = 0;  // a bit for each letter, from the lowest
  float margin = 0;           // by how much the next best choice is worse
  float capital_cost = 0;     // by how much its letters speak against "Word" for "word"
};

// REQUIRES: 64 letters at most.
Capitals choose_capitals(std::span<const LetterReading> letters, const Setting& setting);

// Puts a letter behind a word, small or capital.
void append(const LetterReading& letter, bool capital, std::string& word);

}  // namespace hearsay::text
