#include "hearsay/pipeline/record.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "hearsay/pipeline/in_order.h"
#include "hearsay/story/sagas.h"

namespace hearsay::pipeline {
namespace {

constexpr std::size_t kBatchReadings = 128;  // in one transaction
constexpr std::size_t kBatchBytes = 16UL << 20;

using Step = Result<Reading>;

using Places = std::vector<source::Bookmark>;

// A stream whose counts may be read while another thread takes from it.
class Source {
 public:
  explicit Source(source::DocumentStream& stream) : stream_(stream) { count(); }

  std::optional<Result<Document>> next() {
    std::optional<Result<Document>> document = stream_.next();
    count();
    if (keeps_places) {
      const std::scoped_lock lock(mutex_);
      places_.push_back(stream_.take_bookmarks());
    }
    return document;
  }

  // The places that belong to the result whose turn it is, in the order of the stream.
  // At the end of it there is one more.
  void take_places(Places& into) {
    const std::scoped_lock lock(mutex_);
    if (places_.empty()) return;
    std::ranges::move(places_.front(), std::back_inserter(into));
    places_.pop_front();
  }

  bool keeps_places = false;

  void report(const RunOptions& options, Progress& progress) const {
    progress.read_bytes = read_bytes_;
    progress.total_bytes = total_bytes_;
    if (options.on_progress) options.on_progress(progress);
  }

 private:
  void count() {
    read_bytes_ = stream_.read_bytes();
    total_bytes_ = stream_.total_bytes();
  }

  source::DocumentStream& stream_;
  std::mutex mutex_;
  std::deque<Places> places_;
  std::atomic<std::size_t> read_bytes_ = 0;
  std::atomic<std::size_t> total_bytes_ = 0;
};

// Runs the stream through the reader; `take` gets every result in order, on one thread at
// a time, and may end the run by returning false.
void run(Source& source, const Reader& reader, const RunOptions& options,
         const std::function<bool(Step)>& take) {
  InOrder steps;
  steps.threads = options.threads;
  steps.next = [&] {
    const bool stops = options.stop && options.stop();
    return stops ? std::nullopt : source.next();
  };
  steps.work = [&](const Result<Document>& document) -> Finish {
    const auto reading = std::make_shared<Step>(
        document ? reader.read(*document) : std::unexpected(document.error()));
    return [&take, reading] { return take(std::move(*reading)); };
  };
  run_in_order(steps);
}

// Readings on their way into the ledger, as many as one transaction takes.
class Batch {
 public:
  Batch(Ledger& ledger, Progress& progress) : ledger_(ledger), progress_(progress) {}

  Result<void> add(Reading reading) {
    bytes_ += reading.text.bytes.size();
    readings_.push_back(std::move(reading));
    if (readings_.size() >= kBatchReadings || bytes_ >= kBatchBytes) return flush();
    return {};
  }

  Result<void> flush() {
    if (readings_.empty()) return {};
    std::vector<Reading> fresh;
    std::set<std::string> ids;
    for (Reading& reading : readings_) {
      const Result<bool> known = ledger_.has(reading.id);
      if (!known) return std::unexpected(known.error());
      if (!*known && ids.insert(reading.id).second) fresh.push_back(std::move(reading));
    }
    readings_.clear();
    bytes_ = 0;
    const Result<std::size_t> recorded = ledger_.record(fresh);
    if (!recorded) return std::unexpected(recorded.error());
    progress_.recorded += *recorded;
    for (const Reading& reading : fresh) progress_.claims += reading.claims.size();
    return {};
  }

  bool empty() const { return readings_.empty(); }

 private:
  Ledger& ledger_;
  Progress& progress_;
  std::vector<Reading> readings_;
  std::size_t bytes_ = 0;
};

// Tells how far the run has come, each time that all before it is in the ledger.
class Recorded {
 public:
  Recorded(Source& source, const RunOptions& options)
      : source_(source), options_(options) {
    source_.keeps_places = static_cast<bool>(options.on_recorded);
  }

  // After a result was taken; `all_filed`: nothing of it waits to be filed. False when
  // the run should end.
  bool note(bool all_filed) {
    if (!options_.on_recorded || stopped_) return !stopped_;
    source_.take_places(places_);
    if (!all_filed || places_.empty()) return true;
    Places last;  // of each file
    for (source::Bookmark& place : places_) {
      if (!last.empty() && last.back().file == place.file) last.pop_back();
      last.push_back(std::move(place));
    }
    places_.clear();
    stopped_ = !options_.on_recorded(last);
    return !stopped_;
  }

 private:
  Source& source_;
  const RunOptions& options_;
  Places places_;
  bool stopped_ = false;
};

}  // namespace

Progress read_all(source::DocumentStream& stream, const Reader& reader,
                  const RunOptions& options, const std::function<void(Reading)>& sink) {
  Progress progress;
  Source source(stream);
  run(source, reader, options, [&](Step reading) {
    if (reading) {
      ++progress.documents;
      progress.claims += reading->claims.size();
      sink(std::move(*reading));
    } else {
      ++progress.failed;
      if (options.on_error) options.on_error(reading.error());
    }
    source.report(options, progress);
    return true;
  });
  source.report(options, progress);
  return progress;
}

Result<Progress> record_all(source::DocumentStream& stream, const Reader& reader,
                            Ledger& ledger, const RunOptions& options) {
  Progress progress;
  Batch batch(ledger, progress);
  std::optional<Error> broken;
  Source source(stream);
  Recorded recorded(source, options);
  run(source, reader, options, [&](Step reading) {
    if (!reading) {
      ++progress.failed;
      if (options.on_error) options.on_error(reading.error());
      return recorded.note(batch.empty());
    }
    ++progress.documents;
    const Result<void> added = batch.add(std::move(*reading));
    if (!added) broken = added.error();
    source.report(options, progress);
    return !broken && recorded.note(batch.empty());
  });
  if (!broken) {
    const Result<void> flushed = batch.flush();
    if (!flushed) broken = flushed.error();
    if (flushed) recorded.note(true);
  }
  if (broken) return std::unexpected(*broken);
  source.report(options, progress);
  return progress;
}

Result<std::vector<Saga>> sagas(Ledger& ledger, const Filter& filter) {
  Filter wide;
  wide.player = filter.player;
  wide.to = filter.to;
  Result<std::vector<FiledClaim>> claims = ledger.claims(wide);
  if (!claims) return std::unexpected(claims.error());
  std::vector<Saga> sagas = story::group(std::move(*claims));
  const bool narrow =
      filter.from || filter.origin || filter.stage || filter.since || filter.until;
  if (narrow) {
    const Result<std::vector<FiledClaim>> wanted = ledger.claims(filter);
    if (!wanted) return std::unexpected(wanted.error());
    std::set<std::pair<std::string, std::string>> keys;
    for (const FiledClaim& claim : *wanted)
      keys.insert({claim.claim.player, claim.claim.to});
    std::erase_if(sagas, [&keys](const Saga& saga) {
      return !keys.contains({saga.player, saga.to});
    });
  }
  if (filter.limit && sagas.size() > *filter.limit) {
    sagas.erase(sagas.begin() + static_cast<std::ptrdiff_t>(*filter.limit), sagas.end());
  }
  return sagas;
}

}  // namespace hearsay::pipeline
