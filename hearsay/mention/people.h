// People whom the knowledge base lists, and short names of anybody in the cast.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hearsay/mention/cast.h"
#include "hearsay/mention/cues.h"
#include "hearsay/mention/evidence.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

// Who of those that a name may stand for is meant.
struct PersonChoice {
  const NameUse* use = nullptr;
  int points = 0;  // with notability
  int fit = 0;     // without: what the document itself says for him
  std::vector<std::string> rejected;
};
PersonChoice choose_person(const Scene& scene, const Evidence& evidence, const Hit& hit,
                           const Cues& cues);

// Full names: each adds a mention and a member of the cast.
void find_full_people(Scene& scene, const Evidence& evidence, Cast& cast);

// Surnames and other short names, after every full name is known.
void find_short_people(Scene& scene, const Evidence& evidence, Cast& cast);

// Adds the mention of a member and notes what the words around it say.
Mention& add_person(Scene& scene, Cast& cast, TokenRange at, Naming naming,
                    std::int32_t index);

std::int32_t member_for(Cast& cast, const NameUse& use);

}  // namespace hearsay::mention
