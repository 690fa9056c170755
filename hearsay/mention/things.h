// Clubs, countries, competitions and outlets among the hits.

#pragma once

#include "hearsay/mention/cast.h"
#include "hearsay/mention/evidence.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

// Adds the mentions that need no context and notes their clubs in `evidence`.
void find_certain_things(Scene& scene, Evidence& evidence);

// The rest, by what the document shows: the hits outside of runs, or, once it is settled
// which runs are names of people, those that are left within runs.
void find_likely_things(Scene& scene, Evidence& evidence, const Cast& cast,
                        bool runs_are_settled);

// Countries and leagues whose names are people's too, when nobody here bears them.
void find_left_over_things(Scene& scene, Evidence& evidence);

}  // namespace hearsay::mention
