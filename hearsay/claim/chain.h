// A predicate together with the words before it that change how far it is.
//
//     Chelsea are reportedly hoping to complete the signing of …
//                └ rumoured ┘└ interest ┘  └ done ┘   └ act ┘     → interest, rumoured
//
// The outermost governor decides: hoping to complete is a hope.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/claim/scene.h"

namespace hearsay::claim {

struct Chain {
  const Predicate* predicate = nullptr;
  std::uint32_t first_token = 0;  // of the outermost governor
  std::uint32_t head_token = 0;   // where the predicate itself begins
  std::uint32_t end_token = 0;
  std::optional<Stage> stage;  // nothing: what it says is not claimed
  std::optional<Certainty> certainty;
  bool governed = false;
  bool negated = false;
  bool weak = false;  // an act that is only named: "to sign" with nothing that governs it
  bool passive = false;
  std::string dropped;  // why there is no stage
  std::string rule;
};

// The chains of a sentence, ascending and disjoint.
std::vector<Chain> find_chains(const Page& page, const Scene& scene);

}  // namespace hearsay::claim
