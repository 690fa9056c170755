// hearsay saga: who said it first, who only repeated it, and how far did it get?

#include <algorithm>
#include <utility>

#include "hearsay/cli/command.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/saga_events.h"
#include "hearsay/cli/saga_view.h"
#include "hearsay/pipeline/record.h"

namespace hearsay::cli {
namespace {

struct Told {
  Saga saga;
  std::vector<FiledQuote> quotes;
};

// The sagas of the player, the oldest first, each with its quotes.
Result<std::vector<Told>> find_sagas(Ledger& ledger, const Options& options) {
  Filter filter = options.filter;
  filter.player = options.operands.front();
  for (std::size_t i = 1; i < options.operands.size(); ++i) {
    *filter.player += " " + options.operands[i];  // hearsay saga Sergio Ramos
  }
  auto sagas = pipeline::sagas(ledger, filter);
  if (!sagas) return std::unexpected(sagas.error());
  std::ranges::stable_sort(*sagas, [](const Saga& left, const Saga& right) {
    if (!left.first || !right.first) return left.first.has_value();
    return left.first->day < right.first->day;
  });
  std::vector<Told> told;
  for (Saga& saga : *sagas) {
    Filter when;
    if (saga.first) when.since = saga.first->day;
    if (saga.last) when.until = saga.last->day;
    const auto quotes = ledger.quotes(when);
    if (!quotes) return std::unexpected(quotes.error());
    std::vector<FiledQuote> kept = saga_quotes(saga, *quotes);
    told.push_back({std::move(saga), std::move(kept)});
  }
  return told;
}

std::string print_json(const Told& told) {
  Json claims = Json::array();
  for (const FiledClaim& claim : told.saga.claims) claims.push(claim_json(claim));
  Json quotes = Json::array();
  for (const FiledQuote& quote : told.quotes) quotes.push(quote_json(quote));
  Json json = Json::object();
  json.set("saga", saga_json(told.saga));
  json.set("claims", std::move(claims));
  json.set("quotes", std::move(quotes));
  return print(json) + "\n";
}

ExitStatus saga(Session& session) {
  const auto ledger = session.open_ledger(false);
  if (!ledger) {
    session.complain(ledger.error().message);
    return kUnusable;
  }
  const auto found = find_sagas(**ledger, session.options());
  if (!found) {
    session.complain(found.error().message);
    return kUnusable;
  }
  if (found->empty()) {
    session.complain("no saga found of '" + session.options().operands.front() + "'");
    return kSomethingWrong;
  }
  bool first = true;
  for (const Told& told : *found) {
    const bool json = session.options().format == Format::kJson;
    const std::string view =
        json ? print_json(told)
             : (first ? "" : "\n\n") +
                   print_saga(told.saga, told.quotes, session.terminal());
    if (!session.print(view)) break;
    first = false;
  }
  return kAllWell;
}

}  // namespace

const Command kSaga{
    .name = "saga",
    .operands = "PLAYER",
    .least_operands = 1,
    .summary = "Draws the story of one player as a time line",
    .details =
        "Each event shows the day, how far the deal was, and the root that said so; "
        "those who only repeated it stand under it, with what persons of the deal "
        "said and what is known of contracts. A part of the name will do; a player "
        "with several destinations has several sagas.",
    .examples =
        "  hearsay saga \"Sergio Ramos\"\n"
        "  hearsay saga Ramos --to \"Inter Miami\"\n"
        "  hearsay saga Ramos --json | jq '.saga.origins'\n",
    .groups = kFiltering | kOutletDates | kJson,
    .run = saga,
};

}  // namespace hearsay::cli
