// Tables of what the ledger holds.

#pragma once

#include <string>
#include <vector>

#include "hearsay/cli/terminal.h"
#include "hearsay/model/saga.h"

namespace hearsay::cli {

std::string print_claims(const std::vector<FiledClaim>& claims, const Terminal& terminal);
std::string print_documents(const std::vector<FiledDocument>& documents,
                            const Terminal& terminal);

// One saga a line, and where there is room a strip of months as high as the stage was.
std::string print_sagas(const std::vector<Saga>& sagas, const Terminal& terminal);

}  // namespace hearsay::cli
