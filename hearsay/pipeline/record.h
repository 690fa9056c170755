// The stages for many documents, and the ledger behind them: parallel reading, one
// writer.
//
//     stream ──▶ read │ read │ read … ──▶ batches ──▶ ledger
//     serial      as many as cores         serial, in the order of the stream
//
// Memory is bounded by the documents in flight. A broken document is reported and the
// run goes on.

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/model/reading.h"
#include "hearsay/model/saga.h"
#include "hearsay/pipeline/reader.h"
#include "hearsay/source/document_stream.h"

namespace hearsay::pipeline {

struct Progress {
  std::size_t documents = 0;  // read so far, new or known
  std::size_t recorded = 0;   // of them new to the ledger
  std::size_t claims = 0;     // in the new ones
  std::size_t failed = 0;
  std::size_t read_bytes = 0;
  std::size_t total_bytes = 0;  // 0 when it cannot be known
};

struct RunOptions {
  std::size_t threads = 0;                           // 0: one per core
  std::function<void(const Progress&)> on_progress;  // called from one thread at a time
  std::function<void(const Error&)> on_error;        // the same; one per broken document
  std::function<bool()> stop;                        // true ends the run soon
  // Called by record_all when all that comes before these places is in the ledger, from
  // one thread at a time; false ends the run soon.
  std::function<bool(const std::vector<source::Bookmark>&)> on_recorded;
};

// Reads everything and hands each reading on, in the order of the stream.
Progress read_all(source::DocumentStream& stream, const Reader& reader,
                  const RunOptions& options, const std::function<void(Reading)>& sink);

// Reads everything into the ledger. Fails when the ledger does; what was recorded stays.
Result<Progress> record_all(source::DocumentStream& stream, const Reader& reader,
                            Ledger& ledger, const RunOptions& options);

// The sagas of the claims that meet the filter; a saga is whole: the filter's stage,
// origin and dates choose sagas that have such a claim.
Result<std::vector<Saga>> sagas(Ledger& ledger, const Filter& filter);

}  // namespace hearsay::pipeline
