#include "hearsay/cli/saga_events.h"

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

// "0+1 2 3": claim 1 is an echo of claim 0.
std::string shape(const Saga& saga) {
  std::string out;
  for (const SagaEvent& event : saga_events(saga)) {
    out += (out.empty() ? "" : " ") + std::to_string(event.claim);
    for (const std::size_t echo : event.echoes) out += "+" + std::to_string(echo);
  }
  return out;
}

TEST(SagaEvents, AreWhatARootSaysAndItsEchoes) {
  EXPECT_EQ(shape(sample_saga()), "0+1 2 3 4");
}

TEST(SagaEvents, ClimbWithTheStage) {
  Saga saga = sample_saga();
  saga.claims[1].claim.stage = Stage::kTalks;  // more than the root had said
  EXPECT_EQ(shape(saga), "0 1 2 3 4");
}

TEST(SagaEvents, AreNewsAgainAfterAMonth) {
  Saga saga = sample_saga();
  saga.claims[1].published = parse_moment("2020-12-11");
  EXPECT_EQ(shape(saga), "0+1 2 3 4");
  saga.claims[1].published = parse_moment("2020-12-12");
  EXPECT_EQ(shape(saga), "0 1 2 3 4");
}

TEST(SagaEvents, KeepADenialApart) {
  Saga saga = sample_saga();
  saga.claims[1].claim.denied = true;
  EXPECT_EQ(shape(saga), "0 1 2 3 4");
  saga.claims[1] = saga.claims[0];
  saga.claims[1].claim.stage = Stage::kCooled;
  EXPECT_EQ(shape(saga), "0 1 2 3 4");
}

TEST(SagaEvents, TakeUndatedClaimsAsEchoes) {
  Saga saga = sample_saga();
  saga.claims[1].published.reset();
  EXPECT_EQ(shape(saga), "0+1 2 3 4");
}

TEST(SagaQuotes, AreThoseOfTheDeal) {
  const Saga saga = sample_saga();
  FiledQuote quote;
  quote.document = saga.claims[0].document;
  quote.speaker = "Somebody Else";
  quote.words = "It rains.";
  quote.span = {500, 509};
  EXPECT_TRUE(saga_quotes(saga, {quote}).empty());

  FiledQuote in_evidence = quote;
  in_evidence.span = {20, 29};
  FiledQuote about_him = quote;
  about_him.words = "Ramos is our captain.";
  FiledQuote by_him = quote;
  by_him.speaker = "Sergio Ramos";
  FiledQuote elsewhere = by_him;
  elsewhere.document = "another";
  const auto kept =
      saga_quotes(saga, {quote, in_evidence, about_him, by_him, by_him, elsewhere});
  ASSERT_EQ(kept.size(), 3U);  // each once
  EXPECT_EQ(kept[1].words, about_him.words);
  EXPECT_EQ(kept[2].speaker, "Sergio Ramos");
}

TEST(CarrierOf, IsTheOutletElseTheFirstVoice) {
  FiledClaim filed = sample_saga().claims[0];
  EXPECT_EQ(carrier_of(filed), "Goal");
  filed.outlet.clear();
  filed.claim.voices = {"@goal", "AS"};
  EXPECT_EQ(carrier_of(filed), "@goal");
  filed.claim.voices.clear();
  EXPECT_EQ(carrier_of(filed), "AS");
}

}  // namespace
}  // namespace hearsay::cli
