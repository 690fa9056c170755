// hearsay explain: why does hearsay say that?

#include "hearsay/cli/command.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/reading_run.h"
#include "hearsay/cli/reading_view.h"

namespace hearsay::cli {
namespace {

ExitStatus explain(Session& session) {
  return print_readings(session, [&](const Reading& reading, bool first) {
    return (first ? "" : "\n\n") + print_explanation(reading, session.terminal());
  });
}

}  // namespace

const Command kExplain{
    .name = "explain",
    .operands = "FILE...",
    .least_operands = 1,
    .summary = "Shows why an article is read as it is",
    .details =
        "For every claim: its sentence with the words that carried it, the rule that "
        "gave each field, how persons and clubs were recognised and who was ruled "
        "out; then what looked like a claim and was dropped.",
    .examples =
        "  hearsay explain article.html\n"
        "  hearsay explain --color always article.txt | less -R\n",
    .groups = kMapping,
    .run = explain,
};

}  // namespace hearsay::cli
