// Phrases of a language and what they mean: a trie of words, read from a table.
//
//     phrase                 →  in a text
//     keen on                   keen on
//     ~sign                     sign, signs, signed, signing       (lemmas.tsv)
//     ~sign|buy                 any form of either
//     close|near to             close to / near to
//     ?the ?same report         the same report / same report / report
//     want .. to join           up to three words may stand between
//
// The longest match wins; of two equally long ones, the row that stands first.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/token.h"

namespace hearsay {

// The forms of a word that inflects, for `~word`.
enum class Form : std::uint8_t { kBase, kThird, kPast, kParticiple, kGerund, kOther };

// Lemma → forms: sign → sign, signs, signed, signed, signing.
class Lemmas {
 public:
  struct Word {
    WordKey key = 0;
    std::string text;
  };
  void add(std::string_view lemma, std::span<const std::string_view> forms);
  // All forms, or just the word itself for one that is not listed.
  std::vector<Word> forms(std::string_view lemma) const;

 private:
  std::unordered_map<std::string, std::vector<Word>> forms_;
};

class PhraseBook {
 public:
  // Adds a phrase that means `row`, a number the caller knows. kMalformed says what is
  // wrong with it (no words, over 12 words, a gap at its end).
  Result<void> add(std::string_view phrase, std::uint32_t row, const Lemmas& lemmas);

  struct Hit {
    std::uint32_t row = 0;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;  // half open
  };

  // The longest phrase that starts at tokens[at] and ends before `end`.
  std::optional<Hit> longest(std::span<const Token> tokens, std::size_t at,
                             std::size_t end) const;

  bool may_start(WordKey key) const { return edges_.contains({0, key}); }

 private:
  struct Edge {
    std::uint32_t node = 0;
    WordKey key = 0;
    bool operator==(const Edge&) const = default;
  };
  struct EdgeHash {
    std::size_t operator()(const Edge& edge) const noexcept {
      return static_cast<std::size_t>(edge.key ^ (edge.node * 0x9E3779B97F4A7C15ULL));
    }
  };
  struct Node {
    std::uint32_t row = kNoRow;
    std::uint32_t after_gap = 0;  // the node behind `..`; 0 for none
  };
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

  std::uint32_t step(std::uint32_t node, WordKey key);
  std::uint32_t step_over_gap(std::uint32_t node);
  std::vector<std::uint32_t> step_all(std::span<const std::uint32_t> places,
                                      std::string_view word, const Lemmas& lemmas);
  void search(std::span<const Token> tokens, std::size_t at, std::size_t end,
              std::uint32_t node, std::optional<Hit>& best) const;

  std::unordered_map<Edge, std::uint32_t, EdgeHash> edges_;
  std::vector<Node> nodes_{1};
};

}  // namespace hearsay
