// From a path to a connection that is known to hold one of our ledgers, at our version.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "hearsay/base/error.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/statement.h"

namespace hearsay::ledger {

struct SqliteOptions {
  bool create = true;
  int busy_milliseconds = 10'000;
  std::optional<std::int64_t> max_pages;  // of the file: the disk is full beyond it
};

// A file or folder that may not be written gives a ledger for reading only.
Result<std::unique_ptr<Connection>> open_connection(const std::filesystem::path& path,
                                                    const SqliteOptions& options);

// open_sqlite_ledger with all its knobs, for tests.
Result<std::unique_ptr<Ledger>> open_sqlite(const std::filesystem::path& path,
                                            const SqliteOptions& options);

}  // namespace hearsay::ledger
