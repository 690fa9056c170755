// The part that `read` and `explain` share: every document of the operands, read and
// shown.

#pragma once

#include <functional>
#include <string>

#include "hearsay/cli/command.h"
#include "hearsay/model/reading.h"

namespace hearsay::cli {

// Prints view(reading, whether it is the first) for each document in order; one line on
// standard error for each that could not be read.
ExitStatus print_readings(Session& session,
                          const std::function<std::string(const Reading&, bool)>& view);

}  // namespace hearsay::cli
