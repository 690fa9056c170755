// Whole drawings are compared: what is drawn is the contract.

#include "hearsay/cli/saga_view.h"

#include <gtest/gtest.h>

#include "hearsay/cli/display_width.h"
#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

TEST(SagaView, DrawsATimeLine) {
  EXPECT_EQ(print_saga(sample_saga(), sample_quotes(), plain_terminal()),
            R"(Sergio Ramos → Inter Miami
2020-11-11 to 2023-06-20 · furthest ●●●●●○○○ advanced · latest denied
from Real Madrid, Paris Saint-Germain
4 independent roots: AS, Fichajes, Sport, Phil Neville · 3 repeaters

2020-11-11 ┌ ●●○○○○○○ interest   AS via Goal
           │ free · from Real Madrid · contract until 2021-06
           │ “Inter Miami want the captain when his contract ends, AS writes.”
           │ ↳ repeated by Marca (2020-11-13, as linked)
           ┊ 2 years later
2023-03-01 ├ ●●●●○○○○ offer      Fichajes via Sportskeeda
           │ from Paris Saint-Germain · rumoured
           │ “An offer is on the table.”
           ┊ 3 months later
2023-06-14 ├ ●●●●●○○○ advanced   Sport
           │ from Paris Saint-Germain
           │ “It is close.”
2023-06-20 └ ✗─────── denied     Phil Neville (coach) via Club site
             “There is nothing in it, the coach said.”
             Phil Neville to The Athletic: “He is a great player, but no.”
)");
}

TEST(SagaView, DrawsWithAsciiAlone) {
  EXPECT_EQ(print_saga(sample_saga(), sample_quotes(), plain_terminal(60, false)),
            R"(Sergio Ramos -> Inter Miami
2020-11-11 to 2023-06-20 - furthest #####... advanced -
latest denied
from Real Madrid, Paris Saint-Germain
4 independent roots: AS, Fichajes, Sport, Phil Neville - 3
repeaters

2020-11-11 + ##...... interest   AS via Goal
           | free - from Real Madrid - contract until
           | 2021-06
           | "Inter Miami want the captain when his contract
           | ends, AS writes."
           | `- repeated by Marca (2020-11-13, as linked)
           : 2 years later
2023-03-01 + ####.... offer      Fichajes via Sportskeeda
           | from Paris Saint-Germain - rumoured
           | "An offer is on the table."
           : 3 months later
2023-06-14 + #####... advanced   Sport
           | from Paris Saint-Germain
           | "It is close."
2023-06-20 + x------- denied     Phil Neville (coach) via...
             "There is nothing in it, the coach said."
             Phil Neville to The Athletic: "He is a great
             player, but no."
)");
}

// One claim: no rail to hang on, a fee, a denial beside its stage, a long sentence cut.
TEST(SagaView, DrawsASingleEvent) {
  Saga saga = sample_saga();
  saga.claims = {saga.claims[3]};
  saga.claims[0].claim.denied = true;
  saga.claims[0].claim.terms.fee = Money{6'000'000'000, "EUR"};
  saga.claims[0].evidence =
      "It is close, the newspaper writes, and goes on to tell at some length how close "
      "it "
      "is, who has said so, and why nobody else has yet.";
  saga.origins = {saga.origins[2]};
  saga.origins[0].claims = {0};
  saga.first = saga.last = saga.claims[0].published;
  saga.fee = 0;
  EXPECT_EQ(print_saga(saga, {}, plain_terminal(72)),
            R"(Sergio Ramos → Inter Miami
2023-06-14 · furthest ●●●●●○○○ advanced · latest denied
from Paris Saint-Germain
fee 60m EUR (2023-06-14)
1 root: Sport · 0 repeaters

2023-06-14 ╶ ●●●●●○○○ advanced   Sport  ✗ denied
             from Paris Saint-Germain · fee 60m EUR
             “It is close, the newspaper writes, and goes on to tell at
             some length how close it is, who has said so, and why…
)");
}

TEST(SagaView, NamesHisStayingAndLeaving) {
  Saga saga = sample_saga();
  saga.from = "Chelsea";
  saga.to = "";
  EXPECT_TRUE(print_saga(saga, {}, plain_terminal())
                  .starts_with("Sergio Ramos leaves Chelsea\n"));
  saga.to = "Chelsea";
  saga.move = Move::kRenewal;
  EXPECT_TRUE(print_saga(saga, {}, plain_terminal())
                  .starts_with("Sergio Ramos stays at Chelsea\n"));
}

TEST(SagaView, NeverExceedsTheTerminal) {
  for (std::size_t width = 40; width < 120; ++width) {
    const std::string drawn =
        print_saga(sample_saga(), sample_quotes(), plain_terminal(width));
    for (std::size_t at = 0; at < drawn.size();) {
      const std::size_t end = drawn.find('\n', at);
      EXPECT_LE(display_width(drawn.substr(at, end - at)), width);
      at = end + 1;
    }
  }
}

}  // namespace
}  // namespace hearsay::cli
