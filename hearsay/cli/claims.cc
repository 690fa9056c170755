// hearsay claims: what was said?

#include "hearsay/cli/command.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/ledger_view.h"
#include "hearsay/cli/rows.h"

namespace hearsay::cli {
namespace {

// Where the claim stands, and the one line that says everything.
std::string plain_claim(const FiledClaim& filed) {
  const std::string day = filed.published ? print(filed.published->day) : "-";
  return day + " " + print(filed.claim) + " " + filed.uri;
}

ExitStatus claims(Session& session) {
  const auto ledger = session.open_ledger(false);
  if (!ledger) {
    session.complain(ledger.error().message);
    return kUnusable;
  }
  const auto found = (*ledger)->claims(session.options().filter);
  if (!found) {
    session.complain(found.error().message);
    return kUnusable;
  }
  return print_rows(
      session, {.noun = "claims",
                .count = found->size(),
                .json = [&](std::size_t row) { return claim_json((*found)[row]); },
                .columns = claim_columns(),
                .fields = [&](std::size_t row) { return claim_fields((*found)[row]); },
                .plain = [&](std::size_t row) { return plain_claim((*found)[row]); },
                .human = [&] { return print_claims(*found, session.terminal()); }});
}

}  // namespace

const Command kClaims{
    .name = "claims",
    .operands = "",
    .least_operands = 0,
    .summary = "Lists what was claimed, by date",
    .details =
        "One row for each claim of each document. Filters join: a row is shown when "
        "it meets all of them. Case and accents do not matter in names.",
    .examples =
        "  hearsay claims --player Ramos --since 2023\n"
        "  hearsay claims --to \"Inter Miami\" --stage advanced\n"
        "  hearsay claims --csv > claims.csv\n",
    .groups = kPlayer | kFiltering | kOutletDates | kLimit | kJson | kCsv | kPlain,
    .run = claims,
};

}  // namespace hearsay::cli
