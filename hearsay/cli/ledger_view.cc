// The columns of the lists, the most telling ones first: on a narrow terminal the last
// go.

#include "hearsay/cli/ledger_view.h"

#include <cstddef>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/month_strip.h"
#include "hearsay/cli/table.h"

namespace hearsay::cli {
namespace {

Line saga_stage(Stage stage, const Terminal& terminal) {
  return {ladder(stage, terminal),
          {" " + std::string(to_string(stage)), stage_style(stage)}};
}

Line shown_number(std::size_t number) {
  return {{std::to_string(number), Style::kPlain}};
}

Line document_title(const FiledDocument& document) {
  Line line{piece(document.title.empty() ? document.uri : document.title)};
  if (document.obfuscated) line.insert(line.begin(), {"(hidden) ", Style::kFair});
  return line;
}

}  // namespace

std::string print_claims(const std::vector<FiledClaim>& claims,
                         const Terminal& terminal) {
  Table table({{"DATE", Align::kLeft, 10},
               {"STAGE", Align::kLeft, 9},
               {"PLAYER", Align::kLeft, 12},
               {"MOVE", Align::kLeft, 20},
               {"WHO SAYS IT", Align::kLeft, 14},
               {"HOW", Align::kLeft, 8, true},
               {"CERTAINTY", Align::kLeft, 10, true}});
  for (const FiledClaim& filed : claims) {
    const Claim& claim = filed.claim;
    table.add({{{day_of(filed.published), Style::kPlain}},
               stage_words(claim),
               {piece(claim.player, Style::kBold)},
               move_words(claim, terminal),
               chain(claim, terminal),
               {piece(to_string(claim.move))},
               {piece(to_string(claim.certainty))}});
  }
  return table.print(terminal);
}

std::string print_documents(const std::vector<FiledDocument>& documents,
                            const Terminal& terminal) {
  Table table({{"DATE", Align::kLeft, 10},
               {"OUTLET", Align::kLeft, 10},
               {"LANG", Align::kLeft, 4, true},
               {"CLAIMS", Align::kRight, 6},
               {"TITLE", Align::kLeft, 20},
               {"FROM", Align::kLeft, 16, true}});
  for (const FiledDocument& document : documents) {
    table.add({{{day_of(document.published), Style::kPlain}},
               {piece(document.outlet)},
               {piece(document.language)},
               shown_number(static_cast<std::size_t>(document.claims)),
               document_title(document),
               {piece(document.title.empty() ? "" : document.uri, Style::kDim)}});
  }
  return table.print(terminal);
}

std::string print_sagas(const std::vector<Saga>& sagas, const Terminal& terminal) {
  const MonthAxis axis = make_month_axis(sagas, kStripColumns);
  Table table({{"PLAYER", Align::kLeft, 10},
               {"TO", Align::kLeft, 8},
               {"LAST", Align::kLeft, 10},
               {"FURTHEST", Align::kLeft, 8},
               {"NOW", Align::kLeft, 6},
               {"ROOTS", Align::kRight, 5},
               {"ECHOES", Align::kRight, 6, true},
               {axis_heading(axis), Align::kLeft, axis.cells, true}});
  for (const Saga& saga : sagas) {
    table.add({{piece(saga.player, Style::kBold)},
               {piece(saga.to.empty() ? "(leaves)" : saga.to)},
               {{day_of(saga.last), Style::kPlain}},
               saga_stage(saga.furthest, terminal),
               {{std::string(to_string(saga.latest)), stage_style(saga.latest)}},
               shown_number(saga.origins.size()),
               shown_number(repeaters_of(saga).size()),
               month_strip(saga, axis, terminal)});
  }
  return table.print(terminal);
}

}  // namespace hearsay::cli
