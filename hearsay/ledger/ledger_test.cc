// What every ledger must do, whatever it is made of. A new kind of ledger is one more row
// in `kLedgers`.

#include "hearsay/ledger/ledger.h"

#include <functional>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "hearsay/ledger/samples.h"

namespace hearsay::ledger {
namespace {

struct Kind {
  const char* name;
  std::unique_ptr<Ledger> (*make)(const TemporaryFolder& folder);
};

std::unique_ptr<Ledger> make_memory(const TemporaryFolder& /*folder*/) {
  return make_memory_ledger();
}

std::unique_ptr<Ledger> make_sqlite(const TemporaryFolder& folder) {
  auto ledger = open_sqlite_ledger(folder / "ledger.db");
  EXPECT_TRUE(ledger.has_value()) << ledger.error().message;
  return ledger ? *std::move(ledger) : nullptr;
}

constexpr Kind kLedgers[] = {{"memory", make_memory}, {"sqlite", make_sqlite}};

std::vector<Sample> samples() {
  return {
      {"d2",
       "2023-03-01",
       "Sportskeeda",
       "Ramos may leave for Miami, and so may Messi.",
       {{"Sergio Ramos", "Paris Saint-Germain", "Inter Miami", Stage::kOffer, "Fichajes"},
        {"Lionel Messi", "Paris Saint-Germain", "Inter Miami", Stage::kLinked, ""}}},
      {"d1",
       "2020-11-11",
       "Daily News",
       "Inter Miami want Ramos. Miami again: Inter Miami.",
       {{"Sergio Ramos", "Real Madrid", "Inter Miami", Stage::kInterest, "AS"}}},
      {"d4",
       "",
       "",
       "Özil, the midfielder, may see the [MLS].",
       {{"Mesut Özil", "", "[MLS]", Stage::kLinked, "Fanatik"}}},
      {"d3", "2023-03-01T09:30:00Z", "Goal", "Nobody moves today.", {}},
      {"d5",
       "2023-03-01",
       "Goal",
       "Modrić will leave.",
       {{"Luka Modrić", "Real Madrid", "", Stage::kAdvanced, ""}}},
  };
}

class LedgerContract : public testing::TestWithParam<Kind> {
 protected:
  // A ledger that holds samples().
  void SetUp() override {
    ledger_ = GetParam().make(folder_);
    ASSERT_NE(ledger_, nullptr);
    ASSERT_EQ(ledger_->record(readings_of(samples())), 5U);
  }

  TemporaryFolder folder_;
  std::unique_ptr<Ledger> ledger_;
};

std::string one_line(const std::vector<FiledClaim>& claims) {
  std::string out;
  for (const FiledClaim& filed : claims) {
    out += (out.empty() ? "" : ", ") + filed.document + " " + filed.claim.player + ">" +
           filed.claim.to;
  }
  return out;
}

std::string one_line(const std::vector<FiledDocument>& documents) {
  std::string out;
  for (const FiledDocument& document : documents)
    out += (out.empty() ? "" : " ") + document.id;
  return out;
}

std::string one_line(const std::vector<FiledQuote>& quotes) {
  std::string out;
  for (const FiledQuote& quote : quotes) {
    out += (out.empty() ? "" : ", ") + quote.document + " " + quote.speaker + ": " +
           quote.words;
  }
  return out;
}

template <class Rows>
std::string one_line(const Result<Rows>& rows) {
  return rows ? one_line(*rows) : "error: " + rows.error().message;
}

TEST_P(LedgerContract, ListsByDateUndatedLast) {
  EXPECT_EQ(one_line(ledger_->claims({})),
            "d1 Sergio Ramos>Inter Miami, d2 Sergio Ramos>Inter Miami, "
            "d2 Lionel Messi>Inter Miami, d5 Luka Modrić>, d4 Mesut Özil>[MLS]");
  EXPECT_EQ(one_line(ledger_->documents({})), "d1 d3 d2 d5 d4");
}

Filter player(const char* name) {
  Filter filter;
  filter.player = name;
  return filter;
}
Filter to(const char* name) {
  Filter filter;
  filter.to = name;
  return filter;
}
Filter from(const char* name) {
  Filter filter;
  filter.from = name;
  return filter;
}
Filter origin(const char* name) {
  Filter filter;
  filter.origin = name;
  return filter;
}
Filter stage(Stage stage) {
  Filter filter;
  filter.stage = stage;
  return filter;
}
Filter time(const char* since, const char* until) {
  Filter filter;
  filter.since = parse_date(since);
  filter.until = parse_date(until);
  return filter;
}
Filter limited(Filter filter, std::size_t limit) {
  filter.limit = limit;
  return filter;
}

TEST_P(LedgerContract, FiltersClaimsAndTheirDocuments) {
  struct Case {
    const char* name;
    Filter filter;
    const char* claims;     // players
    const char* documents;  // ids
  };
  Filter both = player("ramos");
  both.from = "real";
  const Case cases[] = {
      {"player", player("Sergio Ramos"), "d1 d2", "d1 d2"},
      {"small letters", player("ramos"), "d1 d2", "d1 d2"},
      {"no accents", player("OZIL"), "d4", "d4"},
      {"accents", player("Modric"), "d5", "d5"},
      {"start of a word", player("Mod"), "d5", "d5"},
      {"middle of a word", player("amos"), "", ""},
      {"two words", player("o messi"), "", ""},
      {"nobody", player("Zidane"), "", ""},
      {"blank asks for nothing", player(" - "), "d1 d2 d2 d5 d4", "d1 d3 d2 d5 d4"},
      {"signs are no letters", player("100%"), "", ""},
      {"to", to("miami"), "d1 d2 d2", "d1 d2"},
      {"to a league", to("MLS"), "d4", "d4"},
      {"from", from("paris saint germain"), "d2 d2", "d2"},
      {"origin", origin("as"), "d1", "d1"},
      {"origin self", origin("goal"), "d5", "d5"},
      {"stage", stage(Stage::kLinked), "d2 d4", "d2 d4"},
      {"since", time("2023-03-01", ""), "d2 d2 d5", "d3 d2 d5"},
      {"until", time("", "2020-11-11"), "d1", "d1"},
      {"until the day before", time("", "2020-11-10"), "", ""},
      {"both ends", time("2020-11-12", "2023-02-28"), "", ""},
      {"together", both, "d1", "d1"},
      {"limit", limited({}, 2), "d1 d2", "d1 d3"},
      {"limit of none", limited({}, 0), "", ""},
      {"limit beyond", limited(player("ozil"), 1'000'000), "d4", "d4"},
      {"limit of all there can be", limited(player("ozil"), SIZE_MAX), "d4", "d4"},
  };
  for (const Case& c : cases) {
    const auto claims = ledger_->claims(c.filter);
    ASSERT_TRUE(claims.has_value()) << claims.error().message;
    std::string ids;
    for (const FiledClaim& filed : *claims)
      ids += (ids.empty() ? "" : " ") + filed.document;
    EXPECT_EQ(ids, c.claims) << c.name;
    EXPECT_EQ(one_line(ledger_->documents(c.filter)), c.documents) << c.name;
  }
}

TEST_P(LedgerContract, RecordingTwiceIsRecordingOnce) {
  const std::string before = one_line(ledger_->claims({}));
  EXPECT_EQ(ledger_->record(readings_of(samples())), 0U);
  EXPECT_EQ(one_line(ledger_->claims({})), before);

  // What is there stays as it is, also when the same id comes with other content.
  Sample other = samples()[0];
  other.claims.clear();
  other.outlet = "Somebody else";
  const Sample fresh{"d6", "2024-01-01", "Goal", "Fresh.", {}};
  EXPECT_EQ(ledger_->record(readings_of({other, fresh, fresh})), 1U);
  EXPECT_EQ(one_line(ledger_->claims({})), before);
  EXPECT_EQ(one_line(ledger_->documents({})), "d1 d3 d2 d5 d6 d4");
  EXPECT_EQ(ledger_->record({}), 0U);
}

TEST_P(LedgerContract, KnowsWhatItHas) {
  EXPECT_EQ(ledger_->has("d1"), true);
  EXPECT_EQ(ledger_->has("d"), false);
  EXPECT_EQ(ledger_->has(""), false);
}

Reading full_reading() {
  Reading reading = reading_of(
      {"full",
       "2021-05-05T10:00:00Z",
       "Metro",
       "One. Two. \"Three.\"",
       {{"N'Golo \"NG\" Kanté", "Chelsea", "Al-Ittihad", Stage::kInterest, ""}}});
  reading.imprint.title = "A title";
  reading.imprint.authors = {"A. Writer"};
  reading.text.obfuscated = true;
  reading.text.repairs.resize(3);
  Claim& claim = reading.claims.front();
  claim.move = Move::kLoan;
  claim.denied = true;
  claim.certainty = Certainty::kSpeculated;
  claim.voices = {"Metro", "Sky \"Sports\"", "Fabrizio Romano"};
  claim.origin = "Fabrizio Romano";
  claim.origin_kind = OriginKind::kJournalist;
  claim.terms.fee = Money{6'000'000'000, "EUR"};
  claim.terms.contract_until = "2021-06";
  claim.terms.contract_ending = true;
  claim.terms.contract_years = 3;
  claim.terms.wage = Money{30'000'000, "GBP"};
  claim.terms.wage_period = "week";
  claim.terms.option =
      ContractOption{OptionKind::kBuy, true, "Al-Ittihad", 2, Money{100, "USD"}};
  claim.evidence = {5, 9};
  claim.raw_evidence = {15, 19};
  claim.player_id = PlayerId{7};
  claim.because = {{"stage", "interest", "predicates.tsv:1", {}}};
  reading.quotes = {{"Zinédine Zidane", "The Athletic", {11, 17}, {21, 27}},
                    {"Zinédine Zidane", "", {0, 4}, {10, 14}}};
  reading.mentions.resize(2);
  reading.mentions[1].name = "Chelsea";
  reading.mentions[1].kind = MentionKind::kClub;
  reading.text.blocks = {
      {{0, 4}, BlockKind::kParagraph, {}},
      {{5, 9}, BlockKind::kPost, PostSource{"UEFA", "uefa", parse_moment("2021-05-04")}}};
  return reading;
}

TEST_P(LedgerContract, ReturnsAllOfAClaim) {
  const Reading reading = full_reading();
  ASSERT_EQ(ledger_->record({&reading, 1}), 1U);
  const auto claims = ledger_->claims(player("kante"));
  ASSERT_TRUE(claims.has_value() && claims->size() == 1U);
  const FiledClaim& filed = claims->front();
  EXPECT_EQ(filed.document, "full");
  EXPECT_EQ(filed.uri, "full.txt");
  EXPECT_EQ(filed.title, "A title");
  EXPECT_EQ(filed.outlet, "Metro");
  EXPECT_EQ(filed.published, reading.imprint.published);
  EXPECT_TRUE(filed.obfuscated);
  EXPECT_EQ(filed.evidence, "Two.");
  EXPECT_EQ(print(filed.claim), print(reading.claims.front()));
  EXPECT_EQ(filed.claim.terms, reading.claims.front().terms);
  EXPECT_EQ(filed.claim.raw_evidence, reading.claims.front().raw_evidence);
  EXPECT_FALSE(filed.claim.player_id.has_value());
  EXPECT_TRUE(filed.claim.because.empty());
}

TEST_P(LedgerContract, ReturnsWhatIsNotKnownAsNothing) {
  const auto claims = ledger_->claims(player("modric"));
  ASSERT_TRUE(claims.has_value() && claims->size() == 1U);
  const FiledClaim& filed = claims->front();
  EXPECT_EQ(filed.claim.terms, Terms{});
  EXPECT_EQ(filed.claim.to, "");
  EXPECT_EQ(filed.title, "");
  const auto undated = ledger_->claims(player("ozil"));
  ASSERT_TRUE(undated.has_value() && undated->size() == 1U);
  EXPECT_EQ(undated->front().published, std::nullopt);
  EXPECT_EQ(undated->front().outlet, "");
}

TEST_P(LedgerContract, ReturnsAllOfADocument) {
  const Reading reading = full_reading();
  ASSERT_EQ(ledger_->record({&reading, 1}), 1U);
  const auto documents = ledger_->documents(player("kante"));
  ASSERT_TRUE(documents.has_value() && documents->size() == 1U);
  const FiledDocument& document = documents->front();
  EXPECT_EQ(document.id, "full");
  EXPECT_EQ(document.uri, "full.txt");
  EXPECT_EQ(document.title, "A title");
  EXPECT_EQ(document.outlet, "Metro");
  EXPECT_EQ(document.published, reading.imprint.published);
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(document.repairs, 3);
  EXPECT_TRUE(document.obfuscated);
  EXPECT_EQ(document.claims, 1);
}

TEST_P(LedgerContract, FindsQuotesBySpeakerDealAndTime) {
  const Reading reading = full_reading();
  ASSERT_EQ(ledger_->record({&reading, 1}), 1U);
  const std::string both = "full Zinédine Zidane: One., full Zinédine Zidane: Three.";
  Filter deal = player("zidane");
  deal.to = "al ittihad";
  Filter no_deal = player("zidane");
  no_deal.to = "Leeds";
  EXPECT_EQ(one_line(ledger_->quotes({})), both);
  EXPECT_EQ(one_line(ledger_->quotes(player("zinedine"))), both);
  EXPECT_EQ(one_line(ledger_->quotes(player("kante"))), "");
  EXPECT_EQ(one_line(ledger_->quotes(deal)), both);
  EXPECT_EQ(one_line(ledger_->quotes(no_deal)), "");
  EXPECT_EQ(one_line(ledger_->quotes(time("2021-05-06", ""))), "");
  EXPECT_EQ(one_line(ledger_->quotes(limited({}, 1))), "full Zinédine Zidane: One.");

  const auto quotes = ledger_->quotes({});
  ASSERT_TRUE(quotes.has_value() && quotes->size() == 2U);
  EXPECT_EQ(quotes->back().to, "The Athletic");
  EXPECT_EQ(quotes->back().outlet, "Metro");
  EXPECT_EQ(quotes->back().published, reading.imprint.published);
  EXPECT_EQ(quotes->back().span, reading.quotes[0].span);
  EXPECT_EQ(quotes->back().raw, reading.quotes[0].raw);
}

TEST_P(LedgerContract, SearchesWordsAndPhrases) {
  struct Case {
    const char* words;
    const char* found;
  };
  const Case cases[] = {
      {"miami", "d1 d2"},  // d1 says it three times
      {"Ramos MIAMI", "d1 d2"}, {"\"inter miami\"", "d1"}, {"\"miami inter\"", ""},
      {"ozil", "d4"},           {"ramos nobody", ""},      {"", ""},
      {" \" - ", ""},           {"ramos OR nobody", ""},   {"ramos* NEAR(", ""},
      {"text:ramos", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(one_line(ledger_->search(c.words, 10)), c.found) << c.words;
  }
  EXPECT_EQ(one_line(ledger_->search("miami", 1)), "d1");
  EXPECT_EQ(one_line(ledger_->search("miami", 0)), "");
  EXPECT_EQ(one_line(ledger_->search("miami", SIZE_MAX)), "d1 d2");
}

TEST_P(LedgerContract, SearchesTitles) {
  const Reading reading = full_reading();
  ASSERT_EQ(ledger_->record({&reading, 1}), 1U);
  EXPECT_EQ(one_line(ledger_->search("title three", 10)), "full");
}

TEST_P(LedgerContract, SurvivesOddReadings) {
  Reading odd = reading_of({"odd", "", "", "short", {{"", "", "", Stage::kLinked, ""}}});
  odd.claims[0].evidence = {3, 4'000'000};
  odd.claims[0].voices.clear();
  odd.quotes = {{"", "", {90, 80}, {}}};
  odd.imprint.title = std::string("nul \0 \xFF bytes", 13);
  Reading nothing;
  const Reading both[] = {odd, nothing};
  ASSERT_EQ(ledger_->record(both), 2U);
  const auto claims = ledger_->claims({});
  ASSERT_TRUE(claims.has_value()) << claims.error().message;
  EXPECT_EQ(claims->back().evidence, "rt");
  EXPECT_EQ(claims->back().title, *odd.imprint.title);
  EXPECT_EQ(ledger_->has(""), true);
  EXPECT_EQ(one_line(ledger_->quotes({})), "odd : ");
}

INSTANTIATE_TEST_SUITE_P(All, LedgerContract, testing::ValuesIn(kLedgers),
                         [](const auto& tested) {
                           return std::string(tested.param.name);
                         });

}  // namespace
}  // namespace hearsay::ledger
