#include "hearsay/model/claim.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// Every value up to `last` has a word of its own, and the word leads back to it.
template <class Enum, class Find>
void expect_words(Enum last, const std::string& expected, Find find) {
  std::string words;
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    const auto item = static_cast<Enum>(value);
    words.append(words.empty() ? "" : " ").append(to_string(item));
    EXPECT_EQ(find(to_string(item)), item) << to_string(item);
  }
  EXPECT_EQ(words, expected);
  EXPECT_EQ(find(""), std::nullopt);
  EXPECT_EQ(find("?"), std::nullopt);
}

TEST(Claim, HasAWordForEveryValue) {
  expect_words(Stage::kDenied,
               "linked interest talks offer advanced agreed medical done rejected cooled "
               "collapsed denied",
               find_stage);
  expect_words(Move::kUnknown, "transfer loan free renewal exit unknown", find_move);
  expect_words(Certainty::kSpeculated, "confirmed reported rumoured speculated",
               find_certainty);
  expect_words(OriginKind::kSelf,
               "outlet journalist club player agent coach official self",
               find_origin_kind);
  expect_words(OptionKind::kBuy, "extend buy", find_option_kind);
}

TEST(Claim, KnowsTheLadder) {
  EXPECT_TRUE(is_on_ladder(Stage::kLinked));
  EXPECT_TRUE(is_on_ladder(Stage::kDone));
  EXPECT_FALSE(is_on_ladder(Stage::kRejected));
  EXPECT_FALSE(is_on_ladder(Stage::kDenied));
}

Claim ramos() {
  Claim claim;
  claim.player = "Sergio Ramos";
  claim.from = "Paris Saint-Germain";
  claim.to = "Inter Miami";
  claim.move = Move::kFree;
  claim.stage = Stage::kInterest;
  claim.voices = {"Sportskeeda", "Fichajes"};
  claim.origin = "Fichajes";
  claim.origin_kind = OriginKind::kOutlet;
  claim.evidence = {217, 352};
  return claim;
}

TEST(Claim, PrintsWhatCountsAsOneLine) {
  EXPECT_EQ(print(ramos()),
            "interest player=\"Sergio Ramos\" from=\"Paris Saint-Germain\" "
            "to=\"Inter Miami\" move=free by=Sportskeeda<Fichajes origin=outlet "
            "certainty=reported @217-352");
}

TEST(Claim, PrintsAnEmptyClaim) {
  EXPECT_EQ(print(Claim{}),
            "linked player=\"\" move=unknown origin=self certainty=reported @0-0");
}

TEST(Claim, PrintsTermsAndAnOriginOutsideTheChain) {
  Claim claim = ramos();
  claim.denied = true;
  claim.player = "Nicolas \"Nico\" Gaitan";
  claim.from.clear();
  claim.voices = {"Sky Sports"};
  claim.terms.fee = Money{6'000'000'000, "EUR"};
  claim.terms.contract_until = "2021-06";
  claim.terms.contract_ending = true;
  claim.terms.contract_years = 3;
  claim.terms.wage = Money{30'000'000, "GBP"};
  claim.terms.wage_period = "week";
  claim.terms.option = ContractOption{OptionKind::kBuy, true, "Leeds United", 1,
                                      Money{1'250'000'000, "USD"}};
  EXPECT_EQ(print(claim),
            "interest denied player=\"Nicolas \\\"Nico\\\" Gaitan\" to=\"Inter Miami\" "
            "move=free by=\"Sky Sports\" root=Fichajes origin=outlet certainty=reported "
            "fee=\"60m EUR\" contract_until=2021-06 contract_ending contract_years=3 "
            "wage=\"300k GBP/week\" option=buy obligation holder=\"Leeds United\" "
            "option_years=1 option_fee=\"12.5m USD\" @217-352");
}

}  // namespace
}  // namespace hearsay
