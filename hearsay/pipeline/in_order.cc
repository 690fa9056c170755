#include "hearsay/pipeline/in_order.h"

#include <atomic>
#include <memory>
#include <utility>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>

namespace hearsay::pipeline {
namespace {

constexpr std::size_t kInFlightPerThread = 4;

}  // namespace

void run_in_order(const InOrder& steps) {
  using DocumentResult = std::shared_ptr<Result<Document>>;
  const auto cores = static_cast<std::size_t>(tbb::info::default_concurrency());
  const std::size_t threads = steps.threads > 0 ? steps.threads : cores;
  std::atomic<bool> ended = false;
  const auto next = [&](tbb::flow_control& control) -> DocumentResult {
    std::optional<Result<Document>> document;
    if (!ended) document = steps.next();
    if (document) return std::make_shared<Result<Document>>(std::move(*document));
    control.stop();
    return nullptr;
  };
  const auto work = [&](const DocumentResult& document) {
    return steps.work(std::move(*document));
  };
  const auto finish = [&](const Finish& rest) {
    if (!ended && !rest()) ended = true;
  };
  using tbb::filter_mode;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::parallel_pipeline(
      threads * kInFlightPerThread,
      tbb::make_filter<void, DocumentResult>(filter_mode::serial_in_order, next) &
          tbb::make_filter<DocumentResult, Finish>(filter_mode::parallel, work) &
          tbb::make_filter<Finish, void>(filter_mode::serial_in_order, finish));
}

}  // namespace hearsay::pipeline
