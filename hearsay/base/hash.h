// Fingerprints of bytes.

#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// XXH3, 128 bits, as 32 small hex digits. The same bytes give the same fingerprint on
// every machine. Not for secrets.
std::string fingerprint(std::string_view bytes);

}  // namespace hearsay
