// One number for all disguises of a text.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::text {

// What is left of a restored text when everything that look-alikes could blur is gone:
// small letters and digits, those that are drawn alike made one (l i 1, o 0, u v, rn m).
std::string skeleton(std::string_view restored);

// The key of that skeleton. Stable across machines.
std::uint64_t key_of_skeleton(std::string_view restored);

}  // namespace hearsay::text
