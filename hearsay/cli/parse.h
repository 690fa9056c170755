// argv in, the command and its options out.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/cli/command.h"
#include "hearsay/cli/options.h"

namespace hearsay::cli {

struct Parsed {
  const Command* command =
      nullptr;  // null when only --help or --version was said, or nothing
  Options options;
};

// Flags may stand before and behind the command; "--" ends them. The message of an Error
// names what was probably meant.
Result<Parsed> parse_arguments(const std::vector<std::string>& arguments);

}  // namespace hearsay::cli
