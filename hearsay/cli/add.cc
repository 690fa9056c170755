// hearsay add: remember what these articles claim.
//
// Ctrl-C finishes the batch that is being filed; a second one ends the program at once,
// which the ledger survives too.

#include <atomic>
#include <chrono>
#include <csignal>
#include <utility>
#include <vector>

#include "hearsay/cli/command.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/progress_view.h"
#include "hearsay/pipeline/record.h"
#include "hearsay/source/bookmarks.h"
#include "hearsay/source/document_stream.h"

namespace hearsay::cli {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto kQuietFor = 2s;    // a short run shows no progress
constexpr auto kBetween = 100ms;  // two drawings

std::atomic<bool> interrupted = false;  // NOLINT: a signal handler reaches nothing else
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_interrupt(int) {
  interrupted = true;
}

// Hears Ctrl-C once, as long as it lives.
class InterruptGuard {
 public:
  InterruptGuard() {
    interrupted = false;
    struct sigaction action = {};
    action.sa_handler = on_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(SIGINT, &action, &before_);
  }
  ~InterruptGuard() { sigaction(SIGINT, &before_, nullptr); }
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
  InterruptGuard(InterruptGuard&&) = delete;
  InterruptGuard& operator=(InterruptGuard&&) = delete;

 private:
  struct sigaction before_ = {};
};

// A line on the terminal that is drawn over and over.
class ProgressLine {
 public:
  explicit ProgressLine(Session& session) : session_(session) {}

  void draw(const pipeline::Progress& progress) {
    const Clock::time_point now = Clock::now();
    const bool due = now - begun_ >= kQuietFor && now - drawn_ >= kBetween;
    if (!session_.error_terminal().interactive || !due) return;
    drawn_ = now;
    shown_ = true;
    session_.show("\r\x1b[K" +
                  print_progress(progress, now - begun_, session_.error_terminal()));
  }

  void clear() {
    if (shown_) session_.show("\r\x1b[K");
    shown_ = false;
  }

 private:
  Session& session_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point drawn_;
  bool shown_ = false;
};

ExitStatus status_of(Session& session, const pipeline::Progress& done) {
  if (interrupted) {
    session.complain("stopped; the same command again goes on where this one ended");
    return kInterrupted;
  }
  if (done.documents == 0 && done.failed == 0) {
    session.complain("there is nothing to read in what was named");
    return kSomethingWrong;
  }
  return done.failed == 0 ? kAllWell : kSomethingWrong;
}

// Lets the stream begin where the position file says. REQUIRES: --resume was given.
Result<bool> go_on(Session& session, source::DocumentStream& stream) {
  auto bookmarks = source::load_bookmarks(session.options().resume.value_or(""));
  if (!bookmarks) return std::unexpected(bookmarks.error());
  const bool before = !bookmarks->empty();
  stream.resume(std::move(*bookmarks));
  return before;
}

pipeline::RunOptions run_options(Session& session, ProgressLine& line) {
  pipeline::RunOptions run;
  run.threads = session.options().threads;
  run.on_progress = [&](const pipeline::Progress& progress) { line.draw(progress); };
  run.on_error = [&](const Error& error) {
    line.clear();
    session.complain(error.message);
  };
  run.stop = [] { return interrupted.load(); };
  if (!session.options().resume) return run;
  run.on_recorded = [&](const std::vector<source::Bookmark>& bookmarks) {
    const auto added = source::add_bookmarks(*session.options().resume, bookmarks);
    if (!added) session.complain(added.error().message);
    return added.has_value();
  };
  return run;
}

ExitStatus add(Session& session) {
  const Result<pipeline::Reader> reader = session.load_reader();
  if (!reader) {
    session.complain(reader.error().message);
    return kUnusable;
  }
  const auto ledger = session.open_ledger(true);
  if (!ledger) {
    session.complain(ledger.error().message);
    return kUnusable;
  }
  source::DocumentStream stream(session.options().operands, {}, source::Contents::kByKind,
                                session.options().fields);
  Result<bool> resumed = false;
  if (session.options().resume) resumed = go_on(session, stream);
  if (!resumed) {
    session.complain(resumed.error().message);
    return kUnusable;
  }
  const InterruptGuard guard;
  ProgressLine line(session);
  const auto done =
      pipeline::record_all(stream, *reader, **ledger, run_options(session, line));
  line.clear();
  if (!done) {
    session.complain(done.error().message);
    return kUnusable;
  }
  session.print(print_summary(*done));
  if (*resumed && done->documents == 0 && done->failed == 0) return kAllWell;
  return status_of(session, *done);
}

}  // namespace

const Command kAdd{
    .name = "add",
    .operands = "FILE...",
    .least_operands = 1,
    .summary = "Reads articles and remembers them in the ledger",
    .details =
        "FILE is what 'hearsay read' takes: files, folders, JSON lines, archives, '-'. "
        "A document that is in the ledger already is not added again, so a run that "
        "was broken off can simply be repeated; with --resume it does not read again "
        "what it has read.",
    .examples =
        "  hearsay add news/\n"
        "  hearsay add --ledger 2023.db archive.jsonl.gz\n"
        "  hearsay add --resume positions.jsonl CC-NEWS-20230301.warc.gz\n"
        "  hearsay add --map text=body,date=published articles.csv\n"
        "  zcat dump.gz | hearsay add -\n",
    .groups = kMapping | kResuming,
    .run = add,
};

}  // namespace hearsay::cli
