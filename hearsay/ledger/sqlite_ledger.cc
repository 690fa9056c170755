// The ledger in one SQLite file: Ledger's questions as SQL. Opening is in sqlite_open.cc,
// rows are in sqlite_rows.h, filters in conditions.h.

#include <algorithm>
#include <limits>
#include <utility>

#include "hearsay/ledger/conditions.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/name_key.h"
#include "hearsay/ledger/phrases.h"
#include "hearsay/ledger/sqlite_open.h"
#include "hearsay/ledger/sqlite_rows.h"
#include "hearsay/ledger/statement.h"

namespace hearsay {
namespace ledger {
namespace {

constexpr const char* kByTime =
    " ORDER BY d.published_on NULLS LAST, d.published_at NULLS LAST, d.id";

// SQLite counts to the largest int64; a negative limit is none.
std::string limit_clause(const std::optional<std::size_t>& limit) {
  if (!limit) return "";
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  return " LIMIT " + std::to_string(std::min(*limit, kMost));
}

// Every phrase in quotation marks, so that nothing of it is FTS5's query language.
std::string match_of(const std::vector<std::string>& phrases) {
  std::string match;
  for (const std::string& phrase : phrases) {
    match += (match.empty() ? "\"" : " AND \"") + phrase + "\"";
  }
  return match;
}

class SqliteLedger final : public Ledger {
 public:
  SqliteLedger(std::unique_ptr<Connection> connection, std::optional<RowWriter> writer)
      : connection_(std::move(connection)), writer_(std::move(writer)) {}

  Result<std::size_t> record(std::span<const Reading> readings) override {
    if (!writer_) {
      return fail(ErrorCode::kUnreadable,
                  connection_->path() +
                      ": may only be read; get write permission for the "
                      "file and its folder, or use another --ledger");
    }
    auto transaction = Transaction::begin(*connection_);
    if (!transaction) return std::unexpected(transaction.error());
    std::size_t fresh = 0;
    for (const Reading& reading : readings) {
      const auto is_new = writer_->write(reading);
      if (!is_new) return std::unexpected(is_new.error());
      if (*is_new) ++fresh;
    }
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return fresh;
  }

  Result<bool> has(const std::string& document) override {
    auto find = connection_->prepare("SELECT 1 FROM documents WHERE id = ?");
    if (!find) return std::unexpected(find.error());
    find->bind(document);
    return find->step();
  }

  Result<std::vector<FiledClaim>> claims(const Filter& filter) override {
    const std::string head =
        "SELECT " + claim_columns() +
        " FROM claims AS c JOIN documents AS d ON d.number = c.document";
    const std::string tail = std::string(kByTime) + ", c.text_begin, c.seq";
    return list(head, claim_conditions(without_blanks(filter)),
                tail + limit_clause(filter.limit), claim_of);
  }

  Result<std::vector<FiledQuote>> quotes(const Filter& filter) override {
    const std::string head =
        "SELECT " + quote_columns() +
        " FROM quotes AS q JOIN documents AS d ON d.number = q.document";
    const std::string tail = std::string(kByTime) + ", q.text_begin, q.seq";
    return list(head, quote_conditions(without_blanks(filter)),
                tail + limit_clause(filter.limit), quote_of);
  }

  Result<std::vector<FiledDocument>> documents(const Filter& filter) override {
    return list("SELECT " + document_columns() + " FROM documents AS d",
                document_conditions(without_blanks(filter)),
                kByTime + limit_clause(filter.limit), document_of);
  }

  Result<std::vector<FiledDocument>> search(const std::string& words,
                                            std::size_t limit) override {
    const std::vector<std::string> phrases = split_phrases(words);
    if (phrases.empty()) return std::vector<FiledDocument>{};
    Conditions conditions;
    conditions.add("texts_fts MATCH ?", match_of(phrases));
    return list("SELECT " + document_columns() +
                    " FROM texts_fts JOIN documents AS d ON d.number = texts_fts.rowid",
                conditions, " ORDER BY texts_fts.rank, d.id" + limit_clause(limit),
                document_of);
  }

 private:
  template <class Thing>
  Result<std::vector<Thing>> list(const std::string& head, const Conditions& conditions,
                                  const std::string& tail,
                                  Result<Thing> (*thing_of)(const Statement&)) {
    auto statement = connection_->prepare(head + conditions.where() + tail);
    if (!statement) return std::unexpected(statement.error());
    conditions.bind(*statement);
    std::vector<Thing> things;
    while (true) {
      const auto row = statement->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return things;
      auto thing = thing_of(*statement);
      if (!thing) return std::unexpected(thing.error());
      things.push_back(*std::move(thing));
    }
  }

  std::unique_ptr<Connection> connection_;
  std::optional<RowWriter> writer_;  // absent when the file may only be read
};

}  // namespace

Result<std::unique_ptr<Ledger>> open_sqlite(const std::filesystem::path& path,
                                            const SqliteOptions& options) {
  auto connection = open_connection(path, options);
  if (!connection) return std::unexpected(connection.error());
  std::optional<RowWriter> writer;
  if (!(*connection)->read_only()) {
    auto made = RowWriter::make(**connection);
    if (!made) return std::unexpected(made.error());
    writer = *std::move(made);
  }
  return std::make_unique<SqliteLedger>(*std::move(connection), std::move(writer));
}

}  // namespace ledger

Result<std::unique_ptr<Ledger>> open_sqlite_ledger(const std::filesystem::path& path,
                                                   bool create) {
  return ledger::open_sqlite(
      path, {.create = create, .busy_milliseconds = 10'000, .max_pages = {}});
}

}  // namespace hearsay
