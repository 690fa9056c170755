// Fingerprints of bytes.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// XXH3, 128 bits, as 32 small hex digits. The same bytes give the same fingerprint on
// every machine. Not for secrets.
std::string fingerprint(std::string_view bytes);

// XXH3, 64 bits: tells whether bytes are still what they were, at memory speed.
std::uint64_t checksum(std::string_view bytes);

}  // namespace hearsay
