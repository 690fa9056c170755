// What happened in a saga, one event after the other.
//
//     2023-06-01  Sport: advanced          an event: a root says something
//                 ↳ Goal, Marca            echoes: others say that Sport said it
//     2023-06-20  Sport: advanced          the same again, weeks later: news once more

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hearsay/model/saga.h"

namespace hearsay::cli {

struct SagaEvent {
  std::size_t claim = 0;            // into Saga::claims: the first that said it
  std::vector<std::size_t> echoes;  // those that only repeated it, in order
};

// Events in the order of their claims. A claim is an echo when its root has said as much
// or more within the last weeks.
std::vector<SagaEvent> saga_events(const Saga& saga);

// Who published the claim: the outlet of its document, else its first voice.
std::string carrier_of(const FiledClaim& filed);

// The quotes that belong to the saga: by its player, by a root, in the evidence of a
// claim, or naming the player. `quotes` may come from anywhere; each piece of words once.
std::vector<FiledQuote> saga_quotes(const Saga& saga,
                                    const std::vector<FiledQuote>& quotes);

}  // namespace hearsay::cli
