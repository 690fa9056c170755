// SQLite, held safely: a connection, a prepared statement, a transaction.
//
//     Result<Statement> find = connection.prepare("SELECT uri FROM documents WHERE id =
//     ?"); find->bind(id); Result<bool> row = find->step();   // true: there is a row
//     std::string uri = find->text(0);
//
// Every error names the ledger's path and what to do about it. Only this file's source
// and sqlite_open.cc see SQLite itself. One thread at a time per connection.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "hearsay/base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay::ledger {

class Statement;

class Connection {
 public:
  struct Options {
    bool create = false;
    bool immutable = false;  // nobody writes it now, us included
    int busy_milliseconds = 10'000;
  };

  static Result<std::unique_ptr<Connection>> open(const std::string& path,
                                                  const Options& options);

  Connection(const Connection&) = delete;  // statements point here
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;
  ~Connection() = default;

  // The statement must not outlive the connection.
  Result<Statement> prepare(std::string_view sql) const;

  // Runs a script of statements without parameters.
  Result<void> execute(const char* sql) const;

  // The first column of the first row, as a number; for pragmas and counts.
  Result<std::int64_t> number(std::string_view sql) const;

  std::int64_t last_row() const;
  std::int64_t changed_rows() const;  // by the last statement
  bool read_only() const;
  int busy_milliseconds() const { return busy_milliseconds_; }
  const std::string& path() const { return path_; }

  // When set, closing leaves the file as it is: not even a finished log is brought home.
  void leave_untouched(bool untouched) const;

  // What an SQLite result code means for the person at the terminal.
  Error error(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept;
  };

  Connection(std::string path, sqlite3* database, int busy_milliseconds)
      : path_(std::move(path)),
        database_(database),
        busy_milliseconds_(busy_milliseconds) {}

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
  int busy_milliseconds_;
};

class Statement {
 public:
  // Binds the values to the parameters in order. A value that cannot be bound (too large,
  // no memory) is reported by the next step. Texts are copied.
  template <class... Values>
  void bind(const Values&... values) {
    int place = 0;
    (bind_at(++place, values), ...);
  }

  void bind_at(int place, std::string_view text);
  void bind_at(int place, const std::string& text) {
    bind_at(place, std::string_view(text));
  }
  void bind_at(int place, const char* text) { bind_at(place, std::string_view(text)); }
  void bind_at(int place, std::int64_t number);
  void bind_at(int place, int number) { bind_at(place, std::int64_t{number}); }
  void bind_at(int place, bool value) { bind_at(place, std::int64_t{value}); }
  void bind_at(int place, std::size_t number) {
    bind_at(place, static_cast<std::int64_t>(number));
  }
  void bind_at(int place, double number);
  void bind_at(int place, std::nullopt_t null);
  template <class Value>
  void bind_at(int place, const std::optional<Value>& value) {
    if (value) {
      bind_at(place, *value);
    } else {
      bind_at(place, std::nullopt);
    }
  }

  // True while there is a row to look at; after false or an error the statement can be
  // bound and stepped again.
  Result<bool> step();

  // For statements without rows: one step, and ready for the next.
  Result<void> run();

  // Of the row at hand, columns counted from 0. Null is "" and 0.
  std::string text(int column) const;
  std::int64_t number(int column) const;
  double real(int column) const;
  bool is_null(int column) const;

  const std::string& path() const { return connection_->path(); }

 private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };

  Statement(const Connection& connection, sqlite3_stmt* statement)
      : connection_(&connection), statement_(statement) {}

  void keep_error(int code);

  const Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int first_error_ = 0;  // of a bind since the last step
};

// All or nothing: what was done since `begin` is undone unless it was committed.
class Transaction {
 public:
  // Waits for other writers.
  static Result<Transaction> begin(const Connection& connection);
  Result<void> commit();

  Transaction(Transaction&& other) noexcept : connection_(other.connection_) {
    other.connection_ = nullptr;
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(const Connection& connection) : connection_(&connection) {}

  const Connection* connection_;  // null once it is over
};

}  // namespace hearsay::ledger
