// Where the text says that somebody is cited.

#pragma once

#include "hearsay/mention/scene.h"

namespace hearsay::mention {

// Domains in the text: "(telegraph.co.uk)".
void find_domains(Scene& scene);

// Whether the words before can only mean that a source follows: "the newspaper X",
// "according to Nice Matin".
bool is_cited(const Scene& scene, TokenRange at);

// Whether words before or after show that a source is named here: "via Sport", "Sport
// reports".
bool has_source_cue(const Scene& scene, TokenRange at);

}  // namespace hearsay::mention
