// What a text needs, found in one look over its bytes.
//
// Clean text is nearly all ASCII: sixteen bytes are judged at once, and only what stands
// out is decoded and looked up. This is all that clean text pays for being restored.

#pragma once

#include <cstddef>
#include <string_view>

#include "hearsay/text/look_alikes.h"

namespace hearsay::text {

struct Survey {
  bool valid = true;  // UTF-8 throughout
  bool edits =
      false;  // entities, odd spaces, invisibles, carriage returns, double encoding
  bool compose = false;      // marks, or not in NFC
  bool suspects = false;     // letters that may be look-alikes
  std::size_t naturals = 0;  // Latin letters with marks

  bool clean() const { return valid && !edits && !compose && !suspects; }
};

Survey survey(std::string_view bytes, const LookAlikes& look_alikes);

// The first byte from `at` on that is not plain: over 0x7E, a control character other
// than tab and line feed, or '&'. bytes.size() when there is none.
std::size_t skip_plain(std::string_view bytes, std::size_t at);

}  // namespace hearsay::text
