// People whom nobody listed, and clubs and outlets of which the sentence tells as much.

#pragma once

#include "hearsay/mention/cast.h"
#include "hearsay/mention/evidence.h"
#include "hearsay/mention/people.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

// Weighs the runs of the scene. A run that the sentence treats as a person becomes a
// provisional member of the cast, with a mention for each time it stands there.
void find_strangers(Scene& scene, const Evidence& evidence, Cast& cast);

}  // namespace hearsay::mention
