// Where a text may hold a trick of tricks.h: all places, and few others.

#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay::text {

// The first place from `at` on: a point or hyphen before a single letter and another such
// sign, or the character before or at the first letter of a suspicious pair. bytes.size()
// when there is none.
std::size_t next_trick(std::string_view bytes, std::size_t at);

}  // namespace hearsay::text
