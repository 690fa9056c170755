// All names of all kinds, found in one pass.
//
// A trie over word keys (base/fold.h), so case and accents do not matter and a text that
// was tokenized once is looked up without touching its bytes again:
//
//     "Inter" ─┬─ (Inter Milan, short)        hyphens and points between words are
//              ├─ "Miami" (club, full)        skipped, so "Saint-Germain" and
//              └─ "Milan" (club, full)        "St. Pauli" need one spelling
//
// Built once, then read-only: any number of threads may ask.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hearsay/base/token.h"
#include "hearsay/model/mention.h"

namespace hearsay {

// What a name may stand for: a row of the table of its kind.
struct NameUse {
  MentionKind kind = MentionKind::kPlayer;
  std::uint32_t id = 0;             // PlayerId, ClubId … by `kind`
  Naming naming = Naming::kFull;    // kFull, kShort, kNick or kHandle
  bool needs_context = false;       // also a common word or place: "Will", "Reading", "Nice"
  bool needs_capital = true;        // only when written with a capital ("the blues" is no club)

  bool operator==(const NameUse&) const = default;
};

class NameIndex {
 public:
  // A name with no words is ignored; the same use twice is kept once.
  void add(std::string_view name, const NameUse& use);

  struct Hit {
    std::size_t tokens = 0;         // how many tokens it takes; 0 when no name starts here
    std::span<const NameUse> uses;  // in the order they were added; lives as long as the index
  };

  // The longest name that starts at tokens[at]. REQUIRES: at < tokens.size().
  Hit longest(std::span<const Token> tokens, std::size_t at) const;

  // Everything the whole of `name` stands for; empty when it is no name.
  std::span<const NameUse> find(std::string_view name) const;

  std::size_t size() const { return name_count_; }

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

  std::unordered_map<Edge, std::uint32_t, EdgeHash> edges_;
  std::vector<std::vector<NameUse>> uses_{1};  // by node; node 0 is the root
  std::size_t name_count_ = 0;
};

}  // namespace hearsay
