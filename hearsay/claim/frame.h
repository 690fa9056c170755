// What one predicate of one sentence tells of a deal: the piece that claims are made of.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/claim/chain.h"
#include "hearsay/claim/scene.h"
#include "hearsay/model/claim.h"

namespace hearsay::claim {

// A player as a frame has him: by name, so that all his mentions are one.
struct Subject {
  std::string name;
  std::optional<PlayerId> player;

  bool operator==(const Subject& other) const { return name == other.name; }
};

struct Frame {
  std::vector<Subject> players;
  std::vector<Party> buyers;  // empty for an exit
  std::vector<Party>
      sellers;  // as the sentence says; one for all, or one for each player
  Stage stage = Stage::kLinked;
  std::optional<Move> move;  // when the predicate or the sentence tells
  std::optional<Certainty> certainty;
  bool loose = false;
  bool borrowed = false;  // a part was taken from the sentences before
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;  // of the predicate with what governs it
  std::uint32_t end_token = 0;
  std::uint32_t head_token = 0;  // of the predicate itself
  std::string rule;              // "want to (governors.tsv:14) + sign (predicates.tsv:9)"
};

struct Frames {
  std::vector<Frame> frames;  // in the order of the text
  std::vector<Dropped> dropped;
  std::vector<std::vector<Chain>> chains;  // of each sentence
};

// The frames of all sentences. Background (moves finished long ago) is still among them.
Frames find_frames(const Page& page);

}  // namespace hearsay::claim
