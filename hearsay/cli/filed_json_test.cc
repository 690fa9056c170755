#include "hearsay/cli/filed_json.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

TEST(ClaimJson, HasEveryFieldKnownOrNot) {
  EXPECT_EQ(
      print(claim_json(sample_saga().claims[0])),
      R"({"document":"Goal2020-11-11","uri":"Goal2020-11-11.txt","title":null,)"
      R"("outlet":"Goal","published":"2020-11-11","obfuscated":false,)"
      R"("player":"Sergio Ramos","from":"Real Madrid","to":"Inter Miami","move":"free",)"
      R"("stage":"interest","denied":false,"certainty":"reported","voices":["Goal","AS"],)"
      R"("origin":"AS","origin_kind":"outlet","terms":{"fee":null,)"
      R"("contract_until":"2021-06","contract_ending":false,"contract_years":null,)"
      R"("wage":null,"wage_period":null,"option":null},"evidence":{"text":)"
      R"("Inter Miami want the captain when his contract ends, AS writes.",)"
      R"("begin":10,"end":73,"raw_begin":0,"raw_end":0}})");
}

TEST(ClaimJson, TellsAnOptionWhole) {
  FiledClaim filed = sample_saga().claims[0];
  filed.claim.terms.option =
      ContractOption{OptionKind::kBuy, true, "", 0, Money{3'000'000'000, "EUR"}};
  const std::string json = print(claim_json(filed));
  EXPECT_NE(json.find(R"("option":{"kind":"buy","obligation":true,"holder":null,)"
                      R"("years":null,"fee":"30m EUR"})"),
            std::string::npos);
}

TEST(SagaJson, CountsRootsAndEchoes) {
  const std::string json = print(saga_json(sample_saga()));
  EXPECT_NE(json.find(R"("furthest":"advanced","latest":"denied")"), std::string::npos);
  EXPECT_NE(json.find(R"({"name":"AS","kind":"outlet","first":"2020-11-11","claims":2,)"
                      R"("repeaters":["Goal","Marca"]})"),
            std::string::npos);
}

TEST(QuoteJson, KeepsTheSpeaker) {
  EXPECT_EQ(print(quote_json(sample_quotes().front())),
            R"({"document":"Club site2023-06-20","outlet":null,"published":null,)"
            R"("speaker":"Phil Neville","to":"The Athletic",)"
            R"("text":"He is a great player, but no.","begin":0,"end":0,"raw_begin":0,)"
            R"("raw_end":0})");
}

TEST(Fields, StandUnderTheirColumns) {
  const Saga saga = sample_saga();
  const auto field = [](const auto& columns, const auto& fields, const char* name) {
    const auto found = std::ranges::find(columns, name);
    return fields.at(static_cast<std::size_t>(found - columns.begin()));
  };
  const auto claim = claim_fields(saga.claims[0]);
  ASSERT_EQ(claim.size(), claim_columns().size());
  EXPECT_EQ(field(claim_columns(), claim, "voices"), "Goal|AS");
  EXPECT_EQ(field(claim_columns(), claim, "contract_until"), "2021-06");
  EXPECT_EQ(field(claim_columns(), claim, "fee"), "");

  const auto fields = saga_fields(saga);
  ASSERT_EQ(fields.size(), saga_columns().size());
  EXPECT_EQ(field(saga_columns(), fields, "origins"), "4");
  EXPECT_EQ(field(saga_columns(), fields, "repeaters"), "Goal|Marca|Sportskeeda");

  FiledDocument document;
  document.id = "d";
  document.claims = 3;
  const auto row = document_fields(document);
  ASSERT_EQ(row.size(), document_columns().size());
  EXPECT_EQ(field(document_columns(), row, "claims"), "3");
  EXPECT_EQ(print(document_json(document)),
            R"({"id":"d","uri":"","title":null,"outlet":null,"published":null,)"
            R"("language":null,"repairs":0,"obfuscated":false,"claims":3})");
}

}  // namespace
}  // namespace hearsay::cli
