// hearsay sagas: which stories are there, and how far did each of them get?

#include <utility>

#include "hearsay/cli/command.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/ledger_view.h"
#include "hearsay/cli/rows.h"
#include "hearsay/pipeline/record.h"

namespace hearsay::cli {
namespace {

ExitStatus sagas(Session& session) {
  const auto ledger = session.open_ledger(false);
  if (!ledger) {
    session.complain(ledger.error().message);
    return kUnusable;
  }
  // A limit counts sagas, not the claims they are made of.
  Filter filter = session.options().filter;
  const std::optional<std::size_t> limit = std::exchange(filter.limit, std::nullopt);
  auto found = pipeline::sagas(**ledger, filter);
  if (!found) {
    session.complain(found.error().message);
    return kUnusable;
  }
  if (limit && *limit < found->size()) found->resize(*limit);
  return print_rows(
      session, {.noun = "sagas",
                .count = found->size(),
                .json = [&](std::size_t row) { return saga_json((*found)[row]); },
                .columns = saga_columns(),
                .fields = [&](std::size_t row) { return saga_fields((*found)[row]); },
                .plain = {},
                .human = [&] { return print_sagas(*found, session.terminal()); }});
}

}  // namespace

const Command kSagas{
    .name = "sagas",
    .operands = "",
    .least_operands = 0,
    .summary = "Lists the stories that the claims make, the newest first",
    .details =
        "A saga is all that was said of one player and one destination. ROOTS counts "
        "the independent voices, ECHOES those who only repeated them. The strip "
        "shows month by month how far it was.",
    .examples =
        "  hearsay sagas\n"
        "  hearsay sagas --to \"Inter Miami\" --since 2023\n"
        "  hearsay sagas --json | jq -r 'select(.furthest == \"done\") | .player'\n",
    .groups = kPlayer | kFiltering | kOutletDates | kLimit | kJson | kCsv,
    .run = sagas,
};

}  // namespace hearsay::cli
