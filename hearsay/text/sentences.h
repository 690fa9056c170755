// Where a sentence ends: by its stop, by its line, or by its block.
//
//     Chelsea want St. Juste for £9.5m. (Sky Sports)      one: the source belongs to it
//     "It is done." Neville said                          two: the stop ends the first
//     • Done deal: …                                      a line of a list is one

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/token.h"
#include "hearsay/model/text.h"

namespace hearsay::text {

// Words that a full stop may follow inside a sentence: data/lang/<xx>/abbreviations.tsv.
class Abbreviations {
 public:
  enum class Ends : std::uint8_t { kNever, kMaybe, kYes };

  // An absent file is an empty list.
  static Result<Abbreviations> load(const std::filesystem::path& table);

  // Whether a sentence ends with this word and a full stop ("St", "U.S", "talks").
  Ends ends(std::string_view word) const;

 private:
  std::unordered_map<std::string, Ends> words_;
};

// What the sentences of a text are found by.
struct SentenceInput {
  std::string_view bytes;
  std::span<const Token> tokens;
  std::span<const BasicBlock<TextSpan>> blocks;  // ascending, disjoint; may be none
};

// Ascending; every token belongs to exactly one. Linear in the number of tokens.
std::vector<Sentence> find_sentences(const SentenceInput& input,
                                     const Abbreviations& abbreviations);

}  // namespace hearsay::text
