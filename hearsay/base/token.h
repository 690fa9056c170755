// Where a word begins and ends: the one place that decides it, for texts and for names.
//
//     Chelsea's £36.5m bid for N'Golo Kanté, the 30-year-old. #CFC @ChelseaFC bbc.co.uk
//     Chelsea|'s|£|36.5m|bid|for|N'Golo|Kanté|,|the|30|-|year|-|old|.|#CFC|@ChelseaFC|bbc.co.uk
//
// A possessive or clitic ('s 're 've 'll 'd 'm) is a token of its own; other inner
// apostrophes belong to the word (N'Golo, doesn't). Hyphens always split. A number keeps
// its inner points and commas and the letters that follow it at once (36.5m, 3,000,
// 16th).

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/base/fold.h"
#include "hearsay/base/span.h"

namespace hearsay {

enum class TokenKind : std::uint8_t {
  kWord,
  kNumber,       // starts with a digit
  kPunctuation,  // one character
  kSymbol,       // one emoji, sign or currency character
  kHandle,       // @name
  kHashtag,      // #name
  kUrl,          // https://…, www.…, or a bare small-letter domain: bbc.co.uk
};

struct Token {
  TextSpan span;
  WordKey key = 0;  // word_key of its bytes; of a handle or hashtag: without its sign
  TokenKind kind = TokenKind::kWord;
  bool space_before = true;   // white space or the start of the text stands before it
  bool capital = false;       // its first letter is a capital
  bool all_capitals = false;  // two letters or more, all of them capitals
};

// The tokens of `bytes`, ascending and disjoint; everything between them is white space.
// Linear in time. REQUIRES: bytes is UTF-8 (a wrong byte becomes a symbol).
std::vector<Token> tokenize(std::string_view bytes);

}  // namespace hearsay
