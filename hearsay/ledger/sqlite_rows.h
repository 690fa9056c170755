// Readings into rows, and rows back into what was filed. Columns are written and read in
// the order of one list, so that the two cannot part.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/ledger/statement.h"
#include "hearsay/model/reading.h"
#include "hearsay/model/saga.h"

namespace hearsay::ledger {

// Writes readings. Its statements are prepared once. The connection must outlive it; the
// caller holds the transaction.
class RowWriter {
 public:
  static Result<RowWriter> make(const Connection& connection);

  // False when a document of this id is there already; then nothing was written.
  Result<bool> write(const Reading& reading);

 private:
  struct Inserts {
    Statement document;
    Statement text;
    Statement words;
    Statement claim;
    Statement voice;
    Statement quote;
    Statement post;
    Statement mention;
  };

  RowWriter(const Connection& connection, Inserts inserts)
      : connection_(&connection), inserts_(std::move(inserts)) {}

  Result<void> write_document(const Reading& reading);
  Result<void> write_text(const Reading& reading, std::int64_t document);
  Result<void> write_claims(const Reading& reading, std::int64_t document);
  Result<void> write_quotes(const Reading& reading, std::int64_t document);
  Result<void> write_posts(const Reading& reading, std::int64_t document);
  Result<void> write_mentions(const Reading& reading, std::int64_t document);

  const Connection* connection_;
  Inserts inserts_;
};

// "c.player, c.from_club, …": what the functions below want to find in a row, with the
// documents as d, the claims as c and the quotes as q.
std::string claim_columns();
std::string quote_columns();
std::string document_columns();

Result<FiledClaim> claim_of(const Statement& statement);
Result<FiledQuote> quote_of(const Statement& statement);
Result<FiledDocument> document_of(const Statement& statement);

}  // namespace hearsay::ledger
