// The form of a text, without a thought of its words: entities, double encoding, odd
// spaces, invisible characters, line ends, keycaps; then Unicode's composed form (NFC).

#pragma once

#include <optional>
#include <string_view>

#include "hearsay/text/entities.h"
#include "hearsay/text/rewriting.h"

namespace hearsay::text {

// Nothing when there is nothing to change. REQUIRES: bytes is UTF-8.
std::optional<Rewritten> normalise(std::string_view bytes, const Entities& entities);

// The same text in NFC; nothing when it is so already. REQUIRES: bytes is UTF-8.
std::optional<Rewritten> compose(std::string_view bytes);

}  // namespace hearsay::text
