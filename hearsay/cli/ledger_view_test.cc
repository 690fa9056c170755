#include "hearsay/cli/ledger_view.h"

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

TEST(SagaList, DrawsMoreWhereThereIsMoreRoom) {
  EXPECT_EQ(print_sagas({sample_saga()}, plain_terminal(80)),
            R"(PLAYER        TO           LAST        FURTHEST  NOW     ROOTS  ECHOES
Sergio Ramos  Inter Miami  2023-06-20  advanced  denied      4       3
)");
  EXPECT_EQ(
      print_sagas({sample_saga()}, plain_terminal(100)),
      R"(PLAYER        TO           LAST        FURTHEST  NOW     ROOTS  ECHOES   21    22    23
Sergio Ramos  Inter Miami  2023-06-20  advanced  denied      4       3  ▂·············▄▅
)");
  const std::string wide = print_sagas({sample_saga()}, plain_terminal(130));
  EXPECT_NE(wide.find("  ●●●●●○○○ advanced  denied      4       3  "
                      "▂···························▄··▅\n"),
            std::string::npos)
      << wide;
}

TEST(SagaList, NamesLeavingAndStaying) {
  Saga leaves = sample_saga();
  leaves.to = "";
  leaves.from = "Chelsea";
  Saga stays = leaves;
  stays.to = "Chelsea";
  stays.move = Move::kRenewal;
  const std::string list = print_sagas({leaves, stays}, plain_terminal(80));
  EXPECT_NE(list.find("  leaves Chelsea    "), std::string::npos) << list;
  EXPECT_NE(list.find("  stays at Chelsea  "), std::string::npos) << list;
}

TEST(ClaimList, KeepsTheRootWhereTheCarriersGo) {
  EXPECT_EQ(
      print_claims({sample_saga().claims[0]}, plain_terminal(80)),
      "DATE        STAGE     PLAYER        FROM         TO             WHO SAYS IT\n"
      "2020-11-11  interest  Sergio Ramos  Real Madrid  → Inter Miami  AS\n");
  FiledClaim unnamed = sample_saga().claims[0];
  unnamed.claim.origin.clear();
  unnamed.uri = "/news/ramos.txt";
  EXPECT_NE(
      print_claims({unnamed}, plain_terminal(80)).find("→ Inter Miami  ramos.txt\n"),
      std::string::npos);
  EXPECT_EQ(print_claims({sample_saga().claims[0]}, plain_terminal(120)),
            "DATE        STAGE     PLAYER        FROM         TO             WHO SAYS IT "
            " VIA   "
            "HOW   CERTAINTY\n"
            "2020-11-11  interest  Sergio Ramos  Real Madrid  → Inter Miami  AS          "
            " Goal  "
            "free  reported\n");
}

TEST(DocumentList, NamesWhatHasNoTitle) {
  FiledDocument document;
  document.uri = "/news/2023/ramos.txt";
  document.outlet = "Fan Wire";
  document.language = "en";
  document.claims = 2;
  document.obfuscated = true;
  EXPECT_EQ(print_documents({document}, plain_terminal(60)),
            "DATE     OUTLET    LANG  CLAIMS  TITLE\n"
            "undated  Fan Wire  en         2  (look-alikes) ramos.txt\n");
  document.title = "A title";
  document.obfuscated = false;
  EXPECT_EQ(print_documents({document}, plain_terminal(100)),
            "DATE     OUTLET    LANG  CLAIMS  TITLE    WHERE\n"
            "undated  Fan Wire  en         2  A title  /news/2023/ramos.txt\n");
}

}  // namespace
}  // namespace hearsay::cli
