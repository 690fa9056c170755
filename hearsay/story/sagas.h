// Have we heard this before, and from whom first?
//
// Claims of one player and one destination make a saga. An echo is not a confirmation:
// however many outlets repeat a root, it is one voice. Order of the input does not
// matter.

#pragma once

#include <vector>

#include "hearsay/model/saga.h"

namespace hearsay::story {

// The sagas of all claims, the one with the newest news first.
std::vector<Saga> group(std::vector<FiledClaim> claims);

}  // namespace hearsay::story
