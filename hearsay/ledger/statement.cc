#include "hearsay/ledger/statement.h"

#include <cerrno>

#include <sqlite3.h>

namespace hearsay::ledger {
namespace {

// How to open a file that nobody writes, in a folder we may not write: SQLite then
// neither looks for a log nor makes its index. Signs that a URI would take for its own
// are escaped.
std::string immutable_uri(const std::string& path) {
  std::string uri = path.starts_with('/') ? "file://" : "file:";
  for (const char c : path) {
    if (c == '%') {
      uri += "%25";
    } else if (c == '?') {
      uri += "%3f";
    } else if (c == '#') {
      uri += "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

bool means_no_room(int system_error) {
  return system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT;
}

std::string seconds(int milliseconds) {
  if (milliseconds % 1000 == 0) return std::to_string(milliseconds / 1000) + " s";
  return std::to_string(milliseconds) + " ms";
}

}  // namespace

void Connection::Close::operator()(sqlite3* database) const noexcept {
  sqlite3_close_v2(database);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path,
                                                     const Options& options) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (options.immutable) {
    flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  } else {
    flags |= SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0);
  }
  // "./" so that no name is special to SQLite, as ":memory:" is.
  const std::string plain = path.starts_with('/') ? path : "./" + path;
  const std::string name = options.immutable ? immutable_uri(path) : plain;
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &database, flags, nullptr);
  // Not make_unique: the constructor is private. The connection owns the handle also when
  // opening failed, as SQLite wants it.
  std::unique_ptr<Connection> connection(
      new Connection(path, database, options.busy_milliseconds));
  if (code != SQLITE_OK) return std::unexpected(connection->error(code));
  sqlite3_busy_timeout(database, options.busy_milliseconds);
  return connection;
}

Result<Statement> Connection::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(
      database_.get(), sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
  if (code != SQLITE_OK) return std::unexpected(error(code));
  return Statement(*this, statement);
}

Result<void> Connection::execute(const char* sql) const {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(error(code));
  return {};
}

Result<std::int64_t> Connection::number(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  return statement->number(0);
}

std::int64_t Connection::last_row() const {
  return sqlite3_last_insert_rowid(database_.get());
}

std::int64_t Connection::changed_rows() const {
  return sqlite3_changes(database_.get());
}

bool Connection::read_only() const {
  return sqlite3_db_readonly(database_.get(), "main") != 0;
}

void Connection::leave_untouched(bool untouched) const {
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, untouched ? 1 : 0,
                    nullptr);
}

Error Connection::error(int code) const {
  const std::string said =
      database_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database_.get());
  const int system_error =
      database_ == nullptr ? 0 : sqlite3_system_errno(database_.get());
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kBusy, path_ + ": another process has had it locked for " +
                                    seconds(busy_milliseconds_) +
                                    "; try again when that one is done"};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {
          ErrorCode::kUnreadable,
          path_ + ": " + said +
              "; get permission for the file and its folder, or use another --ledger"};
    case SQLITE_NOTADB:
      return {
          ErrorCode::kMalformed,
          path_ + ": is no hearsay ledger (no SQLite database); use another --ledger"};
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:  // our SQL is right: the tables are not what they should be
      return {ErrorCode::kMalformed,
              path_ + ": is damaged (" + said +
                  "); restore a copy, or read the documents into another --ledger"};
    case SQLITE_IOERR:
      if (!means_no_room(system_error)) {
        return {ErrorCode::kUnreadable,
                path_ + ": " + said + "; check the disk, then run it again"};
      }
      [[fallthrough]];
    case SQLITE_FULL:
      return {ErrorCode::kFull,
              path_ +
                  ": the disk is full; make room and run it again, what was "
                  "recorded before is safe"};
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return {ErrorCode::kTooLarge,
              path_ + ": " + said + "; SQLite takes 1 GB in one value"};
    default:
      return {ErrorCode::kInternal,
              path_ + ": " + said + " (SQLite " + std::to_string(code) + ")"};
  }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

void Statement::keep_error(int code) {
  if (code != SQLITE_OK && first_error_ == SQLITE_OK) first_error_ = code;
}

void Statement::bind_at(int place, std::string_view text) {
  // A null pointer would be bound as NULL; an empty view may hold one.
  const char* bytes = text.empty() ? "" : text.data();
  keep_error(sqlite3_bind_text64(statement_.get(), place, bytes, text.size(),
                                 SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_at(int place, std::int64_t number) {
  keep_error(sqlite3_bind_int64(statement_.get(), place, number));
}

void Statement::bind_at(int place, double number) {
  keep_error(sqlite3_bind_double(statement_.get(), place, number));
}

void Statement::bind_at(int place, std::nullopt_t /*null*/) {
  keep_error(sqlite3_bind_null(statement_.get(), place));
}

Result<bool> Statement::step() {
  if (first_error_ != SQLITE_OK) {
    return std::unexpected(connection_->error(std::exchange(first_error_, SQLITE_OK)));
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  std::optional<Error> error;
  if (code != SQLITE_DONE) error = connection_->error(code);
  sqlite3_reset(statement_.get());
  if (error) return std::unexpected(*std::move(error));
  return false;
}

Result<void> Statement::run() {
  const auto row = step();
  if (!row) return std::unexpected(row.error());
  sqlite3_reset(statement_.get());
  return {};
}

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  const auto size =
      static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return {reinterpret_cast<const char*>(bytes), size};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Result<Transaction> Transaction::begin(const Connection& connection) {
  if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun) {
    return std::unexpected(begun.error());
  }
  return Transaction(connection);
}

Result<void> Transaction::commit() {
  if (auto done = connection_->execute("COMMIT"); !done) return done;  // ~ rolls back
  connection_ = nullptr;
  return {};
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself (a full disk); then this says so and does
  // nothing.
  if (connection_ == nullptr) return;
  [[maybe_unused]] const auto nothing_to_do = connection_->execute("ROLLBACK");
}

}  // namespace hearsay::ledger
