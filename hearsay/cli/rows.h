// Rows of the ledger in the format that was asked for.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/json.h"
#include "hearsay/cli/command.h"

namespace hearsay::cli {

// How row number i looks in each format.
struct Rows {
  std::string_view noun;  // "claims", for the message when there are none
  std::size_t count = 0;
  std::function<Json(std::size_t)> json;
  std::vector<std::string> columns;  // the heading in CSV
  std::function<std::vector<std::string>(std::size_t)> fields;
  std::function<std::string(std::size_t)> plain;
  std::function<std::string()> human;  // all of them
};

// Prints them; kSomethingWrong and one line on standard error when there are none.
ExitStatus print_rows(Session& session, const Rows& rows);

}  // namespace hearsay::cli
