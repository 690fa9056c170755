// Many documents at once, their results one after the other.
//
//     stream ──▶ work │ work │ work … ──▶ finish
//     serial      as many as threads       serial, in the order of the stream
//
// Memory is bounded by the documents in flight.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"

namespace hearsay::pipeline {

// What remains to be done with a document in its turn; false ends the run soon.
using Finish = std::function<bool()>;

struct InOrder {
  std::size_t threads = 0;  // 0: one per core
  // The next document; nothing at the end. Called from one thread at a time.
  std::function<std::optional<Result<Document>>()> next;
  // Called from any thread. REQUIRES: does not return an empty function.
  std::function<Finish(Result<Document>)> work;
};

void run_in_order(const InOrder& steps);

}  // namespace hearsay::pipeline
