// hearsay read: what does this page claim?

#include "hearsay/cli/command.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/reading_run.h"
#include "hearsay/cli/reading_view.h"
#include "hearsay/pipeline/print_json.h"

namespace hearsay::cli {
namespace {

ExitStatus read(Session& session) {
  const Options& options = session.options();
  if (options.format == Format::kJson) {
    return print_readings(session, [&](const Reading& reading, bool) {
      return pipeline::print_json(reading, {options.text, options.mentions}) + "\n";
    });
  }
  return print_readings(session, [&](const Reading& reading, bool first) {
    return (first ? "" : "\n\n") +
           print_reading(reading, {options.text, options.mentions}, session.terminal());
  });
}

}  // namespace

const Command kRead{
    .name = "read",
    .operands = "FILE...",
    .least_operands = 1,
    .summary = "Reads articles and prints what they claim",
    .details =
        "FILE is plain text, HTML, a feed, JSON lines, CSV, mail, ninjs, NewsML-G2, a "
        "WARC, ARC or tar archive, also packed with gzip or zstd, or a folder of them; "
        "'-' is standard input. Nothing is remembered.",
    .examples =
        "  hearsay read article.html\n"
        "  hearsay read --json news.jsonl.gz | jq -c '.claims[]'\n"
        "  curl -s https://example.org/news | hearsay read -\n",
    .groups = kReading | kJson | kMapping,
    .run = read,
};

}  // namespace hearsay::cli
