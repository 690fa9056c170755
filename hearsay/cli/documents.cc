// hearsay documents: what has been read?

#include "hearsay/cli/command.h"
#include "hearsay/cli/document_rows.h"
#include "hearsay/cli/flags.h"

namespace hearsay::cli {
namespace {

ExitStatus documents(Session& session) {
  const auto ledger = session.open_ledger(false);
  if (!ledger) {
    session.complain(ledger.error().message);
    return kUnusable;
  }
  return print_document_rows(session, (*ledger)->documents(session.options().filter));
}

}  // namespace

const Command kDocuments{
    .name = "documents",
    .operands = "",
    .least_operands = 0,
    .summary = "Lists the articles that were read, by date",
    .details = "With a filter of claims: only articles that have such a claim.",
    .examples =
        "  hearsay documents --since 2023-06\n"
        "  hearsay documents --player Ramos --json | jq -r .uri\n",
    .groups = kPlayer | kFiltering | kOutletDates | kLimit | kJson | kCsv,
    .run = documents,
};

}  // namespace hearsay::cli
