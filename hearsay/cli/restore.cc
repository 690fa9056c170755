// hearsay restore: what was written, before somebody changed its letters?
//
// Standard output is the text and nothing else, so that it can go on to the next program;
// what was done to it is told on standard error, to people.

#include "hearsay/pipeline/restore.h"

#include <algorithm>
#include <atomic>
#include <string>

#include "hearsay/cli/command.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/restored_view.h"
#include "hearsay/source/document_stream.h"

namespace hearsay::cli {
namespace {

// Shows one document after the other, as the options want it.
class Shower {
 public:
  explicit Shower(Session& session)
      : session_(session), format_(session.options().format) {}

  void show(const Restored& restored) {
    if (gone_) return;
    if (format_ == Format::kJson) {
      gone_ = !session_.print(print_json(restored) + "\n");
    } else if (format_ == Format::kDiff) {
      gone_ = !session_.print(print_diff(restored, session_.terminal()));
    } else {
      show_text(restored);
    }
  }

  bool is_gone() const { return gone_; }
  const RepairTally& tally() const { return tally_; }

 private:
  // The text to the letter; a line end only where the text before lacks its own.
  void show_text(const Restored& restored) {
    if (session_.error_terminal().interactive) tally_.add(restored);
    const bool parted = !line_open_ || session_.print("\n");
    gone_ = !parted || !session_.print(restored.bytes);
    line_open_ = !restored.bytes.empty() && restored.bytes.back() != '\n';
  }

  Session& session_;
  Format format_;
  RepairTally tally_;
  bool line_open_ = false;
  std::atomic<bool> gone_ = false;  // nobody reads any more; asked from another thread
};

bool is_known(const pipeline::Restorer& restorer, std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::ranges::binary_search(restorer.languages(), primary);
}

std::string unknown_language(const pipeline::Restorer& restorer,
                             const std::string& language) {
  std::string message = "--language: nothing is known of '" + language + "'; there are";
  for (const std::string& known : restorer.languages()) message += " " + known;
  return message;
}

ExitStatus restore(Session& session) {
  const Options& options = session.options();
  const Result<pipeline::Restorer> restorer = session.load_restorer();
  if (!restorer) {
    session.complain(restorer.error().message);
    return kUnusable;
  }
  const std::string language = options.language.value_or("");
  if (!language.empty() && !is_known(*restorer, language)) {
    session.complain(unknown_language(*restorer, language));
    return kUnusable;
  }
  source::DocumentStream stream(options.operands, {}, source::Contents::kText);
  Shower shower(session);
  pipeline::RunOptions run;
  run.threads = options.threads;
  run.on_error = [&](const Error& error) { session.complain(error.message); };
  run.stop = [&] { return shower.is_gone(); };
  const pipeline::Progress done =
      pipeline::restore_all(stream, *restorer, language, run,
                            [&](const Restored& restored) { shower.show(restored); });
  if (done.documents == 0 && done.failed == 0) {
    session.complain("there is nothing to restore in what was named");
    return kSomethingWrong;
  }
  if (!shower.tally().empty()) {
    session.show(print_summary(shower.tally(), session.error_terminal()));
  }
  return done.failed == 0 ? kAllWell : kSomethingWrong;
}

}  // namespace

const Command kRestore{
    .name = "restore",
    .operands = "FILE...",
    .least_operands = 1,
    .summary =
        "Gives texts back as they were written, whatever was done to their letters",
    .details =
        "Puts look-alike letters, invisible characters, wrong encodings, left-over "
        "entities and odd forms right, and leaves everything else as it is. FILE is text "
        "in any charset, JSON lines (.jsonl; their \"text\"), or a folder of them; '-' "
        "is "
        "standard input. Markup is text here: 'hearsay read' knows pages.",
    .examples =
        "  hearsay restore disguised.txt > plain.txt\n"
        "  hearsay restore --diff articles/ | less -R\n"
        "  hearsay restore --json news.jsonl.gz | jq -r 'select(.obfuscated).uri'\n",
    .groups = kRestoring | kJson,
    .run = restore,
};

}  // namespace hearsay::cli
