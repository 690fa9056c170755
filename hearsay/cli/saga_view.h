// A saga drawn as a time line.

#pragma once

#include <string>
#include <vector>

#include "hearsay/cli/terminal.h"
#include "hearsay/model/saga.h"

namespace hearsay::cli {

// REQUIRES: quotes are saga_quotes().
std::string print_saga(const Saga& saga, const std::vector<FiledQuote>& quotes,
                       const Terminal& terminal);

}  // namespace hearsay::cli
