// The part that `documents` and `search` share: documents in the format asked for.

#pragma once

#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/cli/command.h"
#include "hearsay/model/saga.h"

namespace hearsay::cli {

ExitStatus print_document_rows(Session& session,
                               const Result<std::vector<FiledDocument>>& found);

}  // namespace hearsay::cli
