// How well a description fits a person or a club.

#pragma once

#include "hearsay/mention/cast.h"
#include "hearsay/mention/cues.h"
#include "hearsay/mention/descriptions.h"

namespace hearsay::mention {

constexpr int kFits = 6;      // for each thing that the description says and that is true
constexpr int kUnknown = -3;  // nothing is known of it
constexpr int kImpossible = -1000;  // it is not true

// What speaks for the member, leaving aside where he stands; half of kImpossible and less
// when something speaks against him.
int fit(const Description& description, const Member& member);

// The same for what the words around a name say of its bearer.
int agreement(const Cues& cues, const Member& member);

}  // namespace hearsay::mention
