// A file that is no ledger of ours is refused before anything could change it:
//
//     no file ──▶ made, if asked to              look at the path
//     directory, pipe, other bytes ──▶ refused   look at the first 100 bytes
//     another program's database ──▶ refused     ask SQLite, reading only
//     a newer version ──▶ refused
//     WAL, pragmas, missing schema steps         now it may be written
//
// Making a ledger can be interrupted anywhere: a file without tables counts as new, and
// each schema step is one transaction.

#include "hearsay/ledger/sqlite_open.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hearsay/ledger/schema.h"

namespace hearsay::ledger {
namespace {

// https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

std::unexpected<Error> no_ledger(const std::string& path, const std::string& why) {
  return fail(ErrorCode::kMalformed,
              path + ": is no hearsay ledger (" + why + "); use another --ledger");
}

std::unexpected<Error> not_permitted(const std::string& path) {
  return fail(
      ErrorCode::kUnreadable,
      path + ": may not be opened (" + std::strerror(errno) +
          "); get permission for the file and its folder, or use another --ledger");
}

Result<void> check_new_path(const std::string& path, bool create) {
  if (!create) {
    return fail(ErrorCode::kNotFound,
                path +
                    ": there is no ledger here; make one with `hearsay add`, or name "
                    "another with --ledger");
  }
  const auto folder = std::filesystem::absolute(path).parent_path();
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    return fail(ErrorCode::kNotFound,
                path + ": the folder " + folder.string() +
                    " does not exist; make it, or use another --ledger");
  }
  if (::access(folder.c_str(), W_OK) != 0) return not_permitted(path);
  return {};
}

Result<void> check_header(const std::string& path, bool create) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return not_permitted(path);
  std::array<unsigned char, kHeaderBytes> bytes{};
  const ssize_t count = ::pread(file, bytes.data(), bytes.size(), 0);
  ::close(file);
  if (count < 0) return not_permitted(path);
  if (count == 0) {
    if (create) return {};
    return no_ledger(path, "the file is empty");
  }
  if (static_cast<std::size_t>(count) < kHeaderBytes ||
      std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    return no_ledger(path, "no SQLite database");
  }
  std::int64_t application = 0;
  for (std::size_t i = 0; i < 4; ++i)
    application = application * 256 + bytes[kApplicationIdAt + i];
  // 0 may also be a ledger of ours whose first page still stands in the log.
  if (application != 0 && application != kApplicationId) {
    return no_ledger(path, "an SQLite database of another program");
  }
  return {};
}

// What can be told of the path without SQLite.
Result<void> check_path(const std::string& path, bool create) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return not_permitted(path);
    return check_new_path(path, create);
  }
  if (S_ISDIR(status.st_mode)) return no_ledger(path, "a directory");
  if (!S_ISREG(status.st_mode)) return no_ledger(path, "not a regular file");
  return check_header(path, create);
}

bool may_write(const std::string& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  const bool exists = ::access(path.c_str(), F_OK) == 0;
  return (!exists || ::access(path.c_str(), W_OK) == 0) &&
         ::access(folder.c_str(), W_OK) == 0;
}

// Reading the log needs SQLite's index file beside it; without a log the file is
// complete.
bool has_log(const std::string& path) {
  struct stat status = {};
  return ::stat((path + "-wal").c_str(), &status) == 0 && status.st_size > 0;
}

// The version of a ledger of ours; 0 for a database without anything in it.
Result<std::int64_t> read_version(const Connection& connection, bool create) {
  const auto application = connection.number("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  const auto objects = connection.number("SELECT count(*) FROM sqlite_schema");
  if (!objects) return std::unexpected(objects.error());

  if (*application == 0 && *version == 0 && *objects == 0) {
    if (!create) return no_ledger(connection.path(), "an empty database");
    return 0;
  }
  if (*application != kApplicationId) {
    return no_ledger(connection.path(), "an SQLite database of another program");
  }
  const auto known = static_cast<std::int64_t>(schema_steps().size());
  if (*version > known) {
    return fail(ErrorCode::kUnsupported,
                connection.path() + ": was written by a newer hearsay (schema " +
                    std::to_string(*version) + ", this one knows " +
                    std::to_string(known) + "); update hearsay or use another --ledger");
  }
  return version;
}

// SQLite does not always wait by itself when two processes turn WAL on at once.
Result<void> turn_wal_on(const Connection& connection) {
  constexpr int kPauseMilliseconds = 10;
  for (int waited = 0;; waited += kPauseMilliseconds) {
    auto done = connection.execute("PRAGMA journal_mode = WAL");
    if (done || done.error().code != ErrorCode::kBusy) return done;
    if (waited >= connection.busy_milliseconds()) return done;
    sqlite3_sleep(kPauseMilliseconds);
  }
}

// The log may reach 16 MB before it is brought home, and 64 MB of pages stay in memory,
// so that a batch of some hundred documents is brought home once and its indexes are not
// read again and again.
constexpr const char* kPragmas = R"sql(
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 4096;
  PRAGMA journal_size_limit = 67108864;
)sql";

Result<void> set_up(const Connection& connection, const SqliteOptions& options) {
  if (auto done = turn_wal_on(connection); !done) return done;
  if (auto done = connection.execute(kPragmas); !done) return done;
  if (!options.max_pages) return {};
  const std::string limit =
      "PRAGMA max_page_count = " + std::to_string(*options.max_pages);
  return connection.execute(limit.c_str());
}

// The next schema step, or nothing when another process was faster.
Result<void> take_step(const Connection& connection) {
  auto transaction = Transaction::begin(connection);
  if (!transaction) return std::unexpected(transaction.error());
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  const auto steps = schema_steps();
  if (*version >= static_cast<std::int64_t>(steps.size())) return {};

  if (auto done = connection.execute(steps[static_cast<std::size_t>(*version)]); !done) {
    return done;
  }
  const std::string header = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                             "; PRAGMA user_version = " + std::to_string(*version + 1);
  if (auto done = connection.execute(header.c_str()); !done) return done;
  return transaction->commit();
}

Result<void> bring_up_to_date(const Connection& connection, std::int64_t version) {
  for (; version < static_cast<std::int64_t>(schema_steps().size()); ++version) {
    if (auto done = take_step(connection); !done) return done;
  }
  return {};
}

Result<std::unique_ptr<Connection>> open_for_reading(const std::string& path,
                                                     const SqliteOptions& options) {
  auto connection =
      Connection::open(path, {.create = false,
                              .immutable = !has_log(path),
                              .busy_milliseconds = options.busy_milliseconds});
  if (!connection) return connection;
  const auto version = read_version(**connection, false);
  if (!version) return std::unexpected(version.error());
  if (*version < static_cast<std::int64_t>(schema_steps().size())) {
    return fail(
        ErrorCode::kUnreadable,
        path +
            ": was written by an older hearsay and may not be brought up to date; "
            "get permission for the file and its folder, or copy it");
  }
  return connection;
}

}  // namespace

Result<std::unique_ptr<Connection>> open_connection(const std::filesystem::path& path,
                                                    const SqliteOptions& options) {
  const std::string name = path.string();
  if (auto known = check_path(name, options.create); !known) {
    return std::unexpected(known.error());
  }
  if (!may_write(name)) return open_for_reading(name, options);

  auto connection = Connection::open(
      name, {.create = options.create, .busy_milliseconds = options.busy_milliseconds});
  if (!connection) return connection;
  (*connection)->leave_untouched(true);
  const auto version = read_version(**connection, options.create);
  if (!version) return std::unexpected(version.error());
  (*connection)->leave_untouched(false);

  if (auto done = set_up(**connection, options); !done)
    return std::unexpected(done.error());
  if (auto done = bring_up_to_date(**connection, *version); !done) {
    return std::unexpected(done.error());
  }
  return connection;
}

}  // namespace hearsay::ledger
