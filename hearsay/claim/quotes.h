// Who is quoted: words between quotation marks, with their speaker.

#pragma once

#include <vector>

#include "hearsay/claim/scene.h"
#include "hearsay/model/claim.h"

namespace hearsay::claim {

// The quotes of a text, ascending. A few words in quotation marks ("'one step away'") and
// titles are no quotes; one whose speaker cannot be told is left out.
std::vector<Quote> find_quotes(const Page& page);

}  // namespace hearsay::claim
