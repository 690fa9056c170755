// The sample is a value for the tests of the views; here it is made and checked.

#include "hearsay/cli/saga_sample.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "hearsay/cli/terminal.h"

namespace hearsay::cli {
namespace {

struct Told {
  const char* day;
  const char* outlet;
  const char* origin;
  Stage stage;
  const char* from;
  const char* words;
};

FiledClaim file(const Told& told) {
  FiledClaim filed;
  filed.document = std::string(told.outlet) + told.day;
  filed.uri = filed.document + ".txt";
  filed.outlet = told.outlet;
  filed.published = parse_moment(told.day);
  filed.evidence = told.words;
  Claim& claim = filed.claim;
  claim.player = "Sergio Ramos";
  claim.from = told.from;
  claim.to = "Inter Miami";
  claim.stage = told.stage;
  claim.origin = told.origin;
  claim.origin_kind = OriginKind::kOutlet;
  claim.voices = {told.outlet};
  if (claim.origin != told.outlet) claim.voices.emplace_back(told.origin);
  claim.evidence = {10, 10 + filed.evidence.size()};
  return filed;
}

}  // namespace

Saga sample_saga() {
  Saga saga;
  saga.player = "Sergio Ramos";
  saga.to = "Inter Miami";
  saga.claims = {
      file({"2020-11-11", "Goal", "AS", Stage::kInterest, "Real Madrid",
            "Inter Miami want the captain when his contract ends, AS writes."}),
      file({"2020-11-13", "Marca", "AS", Stage::kLinked, "Real Madrid",
            "Ramos has been linked with Inter Miami, according to AS."}),
      file({"2023-03-01", "Sportskeeda", "Fichajes", Stage::kOffer, "Paris Saint-Germain",
            "An offer is on the table."}),
      file({"2023-06-14", "Sport", "Sport", Stage::kAdvanced, "Paris Saint-Germain",
            "It is close."}),
      file({"2023-06-20", "Club site", "Phil Neville", Stage::kDenied, "",
            "There is nothing in it, the coach said."}),
  };
  saga.claims[0].claim.move = Move::kFree;
  saga.claims[0].claim.terms.contract_until = "2021-06";
  saga.claims[2].claim.certainty = Certainty::kRumoured;
  saga.claims[4].claim.denied = true;
  saga.claims[4].claim.origin_kind = OriginKind::kCoach;
  saga.origins = {
      {"AS", OriginKind::kOutlet, saga.claims[0].published, {0, 1}, {"Goal", "Marca"}},
      {"Fichajes", OriginKind::kOutlet, saga.claims[2].published, {2}, {"Sportskeeda"}},
      {"Sport", OriginKind::kOutlet, saga.claims[3].published, {3}, {}},
      {"Phil Neville", OriginKind::kCoach, saga.claims[4].published, {4}, {}},
  };
  saga.first = saga.claims.front().published;
  saga.last = saga.claims.back().published;
  saga.furthest = Stage::kAdvanced;
  saga.latest = Stage::kDenied;
  return saga;
}

std::vector<FiledQuote> sample_quotes() {
  FiledQuote quote;
  quote.document = "Club site2023-06-20";
  quote.speaker = "Phil Neville";
  quote.to = "The Athletic";
  quote.words = "He is a great player, but no.";
  return {quote};
}

Terminal plain_terminal(std::size_t width, bool utf8) {
  Terminal terminal;
  terminal.width = width;
  terminal.utf8 = utf8;
  return terminal;
}

TEST(SagaSample, IsASagaInItself) {
  const Saga saga = sample_saga();
  std::size_t claims = 0;
  for (const Origin& origin : saga.origins) claims += origin.claims.size();
  EXPECT_EQ(claims, saga.claims.size());
}

}  // namespace hearsay::cli
