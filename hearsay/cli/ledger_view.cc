// The columns of the lists, the most telling ones first: on a narrow terminal the last
// go.

#include "hearsay/cli/ledger_view.h"

#include <algorithm>
#include <cstddef>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/month_strip.h"
#include "hearsay/cli/table.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kRoomForLadders =
    130;                                    // columns that a list of sagas needs for them
constexpr std::size_t kSagaColumns = 77;    // what its other columns need at least
constexpr std::size_t kLadderColumns = 9;   // and a ladder more
constexpr std::size_t kLeastStrip = 12;     // a shorter strip of months shows nothing
constexpr std::size_t kLeastLocation = 30;  // of a path: less of it tells nothing

// The ladder is drawn where there is room for it.
Line saga_stage(Stage stage, const Terminal& terminal) {
  Line line{{std::string(to_string(stage)), stage_style(stage)}};
  if (terminal.width < kRoomForLadders) return line;
  return {ladder(stage, terminal), {" " + line.front().text, line.front().style}};
}

// How long a strip of months may be; 0 where there is no room for one.
std::size_t strip_columns(const Terminal& terminal) {
  const bool ladders = terminal.width >= kRoomForLadders;
  const std::size_t others = kSagaColumns + (ladders ? kLadderColumns : 0);
  if (terminal.width < others + kLeastStrip) return 0;
  return std::min(terminal.width - others, kStripColumns);
}

Line destination(const Saga& saga) {
  const std::string& club = saga.to.empty() ? saga.from : saga.to;
  if (saga.move == Move::kRenewal) return {{"stays at ", Style::kDim}, piece(club)};
  if (saga.to.empty()) return {{"leaves ", Style::kDim}, piece(club)};
  return {piece(club)};
}

Line shown_number(std::size_t number) {
  return {{std::to_string(number), Style::kPlain}};
}

// The title, else the last part of where it came from.
Line document_title(const FiledDocument& document) {
  Line line;
  if (document.obfuscated) line.push_back({"(look-alikes) ", Style::kFair});
  if (!document.title.empty()) {
    line.push_back(piece(document.title));
  } else {
    line.push_back(piece(last_part(document.uri), Style::kDim));
  }
  return line;
}

}  // namespace

std::string print_claims(const std::vector<FiledClaim>& claims,
                         const Terminal& terminal) {
  Table table({{"DATE", Align::kLeft, 10},
               {"STAGE", Align::kLeft, 9},
               {"PLAYER", Align::kLeft, 12, false, 16},
               {"FROM", Align::kLeft, 10, false, 17},
               {"TO", Align::kLeft, 12, false, 19},
               {"WHO SAYS IT", Align::kLeft, 12, false, 16},
               {"VIA", Align::kLeft, 10, true, 12},
               {"HOW", Align::kLeft, 8, true},
               {"CERTAINTY", Align::kLeft, 10, true}});
  for (const FiledClaim& filed : claims) {
    const Claim& claim = filed.claim;
    table.add({{{day_of(filed.published), Style::kPlain}},
               stage_words(claim),
               {piece(claim.player, Style::kBold)},
               from_words(claim),
               to_words(claim, terminal),
               root_words(filed),
               {piece(carriers(claim))},
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
               {"TITLE", Align::kLeft, 20, false, 40},
               {"WHERE", Align::kLeft, kLeastLocation, true}});
  for (const FiledDocument& document : documents) {
    table.add({{{day_of(document.published), Style::kPlain}},
               {piece(document.outlet)},
               {piece(document.language)},
               shown_number(static_cast<std::size_t>(document.claims)),
               document_title(document),
               {piece(document.uri, Style::kDim)}});
  }
  return table.print(terminal);
}

std::string print_sagas(const std::vector<Saga>& sagas, const Terminal& terminal) {
  const MonthAxis axis = make_month_axis(sagas, strip_columns(terminal));
  Table table({{"PLAYER", Align::kLeft, 12},
               {"TO", Align::kLeft, 12},
               {"LAST", Align::kLeft, 10},
               {"FURTHEST", Align::kLeft, 9},
               {"NOW", Align::kLeft, 9},
               {"ROOTS", Align::kRight, 5},
               {"ECHOES", Align::kRight, 6, true},
               {axis_heading(axis), Align::kLeft, axis.cells, true}});
  for (const Saga& saga : sagas) {
    table.add({{piece(saga.player, Style::kBold)},
               destination(saga),
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
