// Bytes become UTF-8, whatever they were.
//
// The page has applied the charset that was declared; here are the bytes it was wrong
// about: a byte order mark, UTF-16, a charset that only the statistics tell, and single
// bytes of Windows-1252 in text that is UTF-8 otherwise.

#pragma once

#include <optional>
#include <string_view>

#include "hearsay/text/rewriting.h"

namespace hearsay::text {

// The text in UTF-8; nothing when `bytes` are UTF-8 already and begin with no mark.
std::optional<Rewritten> decode(std::string_view bytes);

}  // namespace hearsay::text
