// One broken document never stops a run; a reader of our output who has gone does.

#include "hearsay/cli/reading_run.h"

#include "hearsay/pipeline/record.h"
#include "hearsay/source/document_stream.h"

namespace hearsay::cli {

ExitStatus print_readings(Session& session,
                          const std::function<std::string(const Reading&, bool)>& view) {
  const Options& options = session.options();
  const Result<pipeline::Reader> reader = session.load_reader();
  if (!reader) {
    session.complain(reader.error().message);
    return kUnusable;
  }
  source::DocumentStream stream(options.operands, {}, source::Contents::kByKind,
                                options.fields);
  bool gone = false;
  bool first = true;
  pipeline::RunOptions run;
  run.threads = options.threads;
  run.on_error = [&](const Error& error) { session.complain(error.message); };
  run.stop = [&] { return gone; };
  const pipeline::Progress done =
      pipeline::read_all(stream, *reader, run, [&](const Reading& reading) {
        gone = gone || !session.print(view(reading, first));
        first = false;
      });
  if (done.documents == 0 && done.failed == 0) {
    session.complain("there is nothing to read in what was named");
    return kSomethingWrong;
  }
  return done.failed == 0 ? kAllWell : kSomethingWrong;
}

}  // namespace hearsay::cli
