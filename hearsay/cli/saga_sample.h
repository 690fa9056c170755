// A saga built by hand, for tests of the views: two roots that told the same story two
// years apart, one that told more, and one copy.

#pragma once

#include <cstddef>
#include <vector>

#include "hearsay/model/saga.h"

namespace hearsay::cli {

Saga sample_saga();
std::vector<FiledQuote> sample_quotes();

// A terminal of 80 columns without colour.
struct Terminal;
Terminal plain_terminal(std::size_t width = 80, bool utf8 = true);

}  // namespace hearsay::cli
