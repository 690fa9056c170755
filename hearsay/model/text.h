// What an article says once the noise is gone, and the way back to the bytes.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/span.h"
#include "hearsay/base/token.h"
#include "hearsay/model/article.h"
#include "hearsay/model/offset_map.h"

namespace hearsay {

enum class RepairKind : std::uint8_t {
  kLookAlike,  // a letter swapped for one that looks like it
  kSplit,      // a point or hyphen between the letters of a word, taken out
  kInvisible,  // zero-width, bidi, soft hyphen
  kEncoding,   // wrong bytes, or text encoded twice
  kEntity,     // an HTML entity that was left over
  kForm,       // brought to NFC, odd spaces, keycaps, full-width forms
};

// One place that was changed. Looking at `span` in the cleaned text shows what stands
// now.
struct Repair {
  RepairKind kind = RepairKind::kLookAlike;
  TextSpan span;     // may be empty when something was taken out
  std::string from;  // the bytes as the article had them
};

struct Sentence {
  TextSpan span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // half open
  std::uint32_t block = 0;      // into Text::blocks
};

struct Text {
  std::string bytes;     // UTF-8, NFC
  OffsetMap map;         // from `bytes` to Document::bytes
  std::string language;  // BCP 47; "und" when it cannot be told
  std::vector<BasicBlock<TextSpan>> blocks;
  std::vector<Token> tokens;        // of the whole text
  std::vector<Sentence> sentences;  // ascending; every token belongs to exactly one
  std::vector<Repair> repairs;
  double repaired_share = 0;  // of words with a look-alike repaired, 0…1
  bool obfuscated = false;    // so many that somebody meant to hide the text

  std::string_view slice(TextSpan span) const { return hearsay::slice(bytes, span); }
  std::string_view slice(const Token& token) const { return slice(token.span); }

  // The bytes of the document behind a part of the text. REQUIRES: span is not empty.
  RawSpan raw(TextSpan span) const {
    const OffsetMap::Extent extent = map.origin(span.begin, span.end);
    return {extent.begin, extent.end};
  }
};

}  // namespace hearsay
