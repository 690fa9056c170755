#include "hearsay/cli/claim_words.h"

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

std::string shown(const Line& line) {
  return render(line, plain_terminal());
}

TEST(Ladder, HasEightColumns) {
  struct Case {
    Stage stage;
    const char* unicode;
    const char* ascii;
  };
  for (const auto& [stage, unicode, ascii] : {
           Case{Stage::kLinked, "●○○○○○○○", "#......."},
           {Stage::kTalks, "●●●○○○○○", "###....."},
           {Stage::kDone, "●●●●●●●●", "########"},
           {Stage::kDenied, "✗───────", "x-------"},
       }) {
    EXPECT_EQ(ladder(stage, plain_terminal()).text, unicode);
    EXPECT_EQ(ladder(stage, plain_terminal(80, false)).text, ascii);
  }
}

TEST(MoveWords, TellWhereAPlayerGoes) {
  struct Case {
    const char* from;
    const char* to;
    Move move;
    const char* words;
  };
  for (const auto& [from, to, move, words] : {
           Case{"PSG", "Inter Miami", Move::kFree, "PSG → Inter Miami"},
           {"", "[MLS]", Move::kUnknown, "→ [MLS]"},
           {"Lyon", "", Move::kExit, "leaves Lyon"},
           {"Chelsea", "Chelsea", Move::kRenewal, "stays at Chelsea"},
           {"Chelsea", "", Move::kRenewal, "stays at Chelsea"},
       }) {
    Claim claim;
    claim.from = from;
    claim.to = to;
    claim.move = move;
    EXPECT_EQ(shown(move_words(claim, plain_terminal())), words);
  }
}

TEST(Chain, LeadsFromThePageToTheRoot) {
  struct Case {
    std::vector<std::string> voices;
    const char* origin;
    OriginKind kind;
    const char* chain;
    const char* carriers;
  };
  const std::vector<Case> cases = {
      {{"Goal", "AS"}, "AS", OriginKind::kOutlet, "Goal ← AS", "Goal"},
      {{"A", "B", "C"}, "C", OriginKind::kOutlet, "A ← B ← C", "B, A"},
      {{"Sport"}, "Sport", OriginKind::kSelf, "Sport", ""},
      {{}, "", OriginKind::kSelf, "unnamed", ""},
      {{"The Athletic", "Phil Neville"},
       "Phil Neville",
       OriginKind::kCoach,
       "The Athletic ← Phil Neville (coach)",
       "The Athletic"},
      {{"BBC", "Barcelona"}, "Barcelona", OriginKind::kClub, "BBC ← Barcelona", "BBC"},
  };
  for (const auto& [voices, origin, kind, words, others] : cases) {
    Claim claim;
    claim.voices = voices;
    claim.origin = origin;
    claim.origin_kind = kind;
    EXPECT_EQ(shown(chain(claim, plain_terminal())), words);
    EXPECT_EQ(carriers(claim), others);
  }
}

TEST(LastPart, NamesAFileOrAPage) {
  EXPECT_EQ(last_part("/news/2023/ramos.txt"), "ramos.txt");
  EXPECT_EQ(last_part("https://example.org/ramos/"), "ramos");
  EXPECT_EQ(last_part("ramos"), "ramos");
  EXPECT_EQ(last_part("/"), "/");
  EXPECT_EQ(last_part(""), "");
}

TEST(TermsLine, TellsEveryTerm) {
  Terms terms;
  EXPECT_TRUE(terms_line(terms, plain_terminal()).empty());
  terms.fee = Money{6'000'000'000, "EUR"};
  terms.contract_until = "2025-06";
  terms.contract_ending = true;
  terms.contract_years = 1;
  terms.wage = Money{50'000'000, "EUR"};
  terms.wage_period = "week";
  terms.option = ContractOption{OptionKind::kExtend, false, "PSG", 2, std::nullopt};
  EXPECT_EQ(
      shown(terms_line(terms, plain_terminal())),
      "fee 60m EUR · contract until 2025-06 · contract running out · new contract of 1 "
      "year · wage 500k EUR a week · option to extend by 2 years, of PSG");
  terms = {};
  terms.option =
      ContractOption{OptionKind::kBuy, true, "", 0, Money{3'000'000'000, "EUR"}};
  EXPECT_EQ(shown(terms_line(terms, plain_terminal())), "obligation to buy for 30m EUR");
}

}  // namespace
}  // namespace hearsay::cli
