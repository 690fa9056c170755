// All names of all kinds, found in one pass.
//
// A trie over word keys (base/fold.h), so case and accents do not matter and a text that
// was tokenized once is looked up without touching its bytes again:
//
//     "Inter" ─┬─ (Inter Milan, short)        hyphens and points between words are
//              ├─ "Miami" (club, full)        skipped, so "Saint-Germain" and
//              └─ "Milan" (club, full)        "St. Pauli" need one spelling
//
// A hyphen is skipped when no space stands beside it, a point when it ends a short word
// ("St.", "D.C.", "Atl."): the end of a sentence never joins two names.
//
// Built once, then read-only: any number of threads may ask. An index that is frozen can
// be written to a file as it is, and an index over the bytes of such a file is there at
// once: nothing is built, nothing is allocated.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hearsay/base/token.h"
#include "hearsay/model/mention.h"

namespace hearsay {

// What a name may stand for: a row of the table of its kind.
struct NameUse {
  MentionKind kind = MentionKind::kPlayer;
  std::uint32_t id = 0;           // PlayerId, ClubId … by `kind`
  Naming naming = Naming::kFull;  // kFull, kShort, kNick or kHandle
  bool needs_context = false;  // also a common word or place: "Will", "Reading", "Nice"
  bool needs_capital = true;  // only when written with a capital ("the blues" is no club)

  bool operator==(const NameUse&) const = default;
};

class NameIndex {
 public:
  // A name with no words is ignored. A row that a name already stands for keeps its first
  // use, so add the surest names first. Spans handed out before may dangle afterwards.
  void add(std::string_view name, const NameUse& use);

  struct Hit {
    std::size_t tokens = 0;  // how many tokens it takes; 0 when no name starts here
    std::span<const NameUse>
        uses;  // in the order they were added; valid until the next add
  };

  // The longest name that starts at tokens[at]. REQUIRES: at < tokens.size().
  Hit longest(std::span<const Token> tokens, std::size_t at) const;

  // Everything the whole of `name` stands for; empty when it is no name. Valid until the
  // next add.
  std::span<const NameUse> find(std::string_view name) const;

  std::size_t size() const { return name_count_; }

  // A slot of the table of edges: the word `key` behind the name part `node` leads to
  // `child`. Slots lie open-addressed in one array, so a step is one look in most cases.
  struct Edge {
    WordKey key = 0;
    std::uint32_t node = 0;
    std::uint32_t child = 0;  // 0 marks a free slot: no edge leads to the root
  };
  // What a node stands for: uses[begin, begin + count).
  struct Node {
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };
  // The arrays of an index, as they may lie in a file.
  struct Parts {
    std::span<const std::uint64_t> first_words;
    std::span<const std::uint64_t> edge_bits;  // none, or a power of two
    std::span<const Edge> edges;               // none, or a power of two
    std::span<const Node> nodes;               // node 0 is the root
    std::span<const NameUse> uses;
  };

  NameIndex() = default;

  // An index over parts that another one gave. REQUIRES: is_sound(parts), and each use is
  // one. The bytes must outlive it; it takes no more names.
  static NameIndex over(const Parts& parts);

  // Whether every place in the parts leads inside them, and every search ends.
  static bool is_sound(const Parts& parts);

  // Ends the adding: the arrays take the order and the room they have in a file.
  void freeze();

  // REQUIRES: freeze() was called. They live as long as the index, wherever it moves.
  const Parts& parts() const { return parts_; }

  NameIndex(NameIndex&&) noexcept = default;
  NameIndex& operator=(NameIndex&&) noexcept = default;
  NameIndex(const NameIndex&) = delete;  // parts_ looks into the vectors
  NameIndex& operator=(const NameIndex&) = delete;
  ~NameIndex() = default;

 private:
  std::size_t slot_of(std::uint32_t node, WordKey key) const;
  std::uint32_t child(std::uint32_t node, WordKey key) const;  // 0 when there is none
  std::uint32_t child_or_new(std::uint32_t node, WordKey key);
  void resize(std::size_t slots);
  void look_at_vectors();
  bool keep(std::uint32_t place, const NameUse& use);

  bool may_start(WordKey key) const;
  bool may_go_on(std::uint64_t mixed) const;

  // One bit for each hash of a first word: nine words of ten start no name, and this
  // tells so without a look into the table, which is too large for the nearest cache.
  static constexpr std::size_t kFirstWordBits = std::size_t{1} << 18U;

  Parts parts_;  // of the vectors below, or of a file
  std::vector<std::uint64_t> first_words_;
  // The same for whole edges, made when the index is frozen: behind "the" stands every
  // word, and hardly one of them goes on with a name. 8 to 16 bits an edge fit the second
  // cache.
  std::vector<std::uint64_t> edge_bits_;
  std::vector<Edge> edges_;  // at most three quarters of it taken
  std::size_t edge_count_ = 0;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> room_;  // of each node: how many uses fit behind `begin`
  std::vector<NameUse> uses_;
  std::size_t name_count_ = 0;
};

}  // namespace hearsay
