#include "hearsay/story/sagas.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace hearsay::story {
namespace {

struct Row {
  const char* document;
  const char* day;  // "" when unknown
  const char* outlet;
  const char* player;
  const char* to;
  Stage stage;
  const char* origin;  // "" when the outlet speaks for itself
  OriginKind kind = OriginKind::kOutlet;
  Move move = Move::kUnknown;
};

FiledClaim filed(const Row& row) {
  FiledClaim out;
  out.document = row.document;
  out.outlet = row.outlet;
  out.published = parse_moment(row.day);
  out.claim.player = row.player;
  out.claim.to = row.to;
  out.claim.stage = row.stage;
  out.claim.move = row.move;
  const std::string origin = row.origin;
  out.claim.voices = {row.outlet};
  out.claim.origin = origin.empty() ? row.outlet : origin;
  out.claim.origin_kind = origin.empty() ? OriginKind::kSelf : row.kind;
  if (!origin.empty()) out.claim.voices.push_back(origin);
  return out;
}

std::vector<FiledClaim> filed(const std::vector<Row>& rows) {
  std::vector<FiledClaim> out;
  out.reserve(rows.size());
  for (const Row& row : rows) out.push_back(filed(row));
  return out;
}

std::string print(const Origin& origin) {
  std::string out = origin.name + "/" + std::string(to_string(origin.kind));
  out += origin.first ? " " + hearsay::print(*origin.first) : " undated";
  out += " x" + std::to_string(origin.claims.size());
  for (const std::string& repeater : origin.repeaters) out += " <" + repeater;
  return out;
}

// One line for the saga, one for each origin.
std::string print(const Saga& saga) {
  std::string out = saga.player + " > " + (saga.to.empty() ? "?" : saga.to);
  out += ", " + std::to_string(saga.claims.size()) + " claims";
  out += ", furthest " + std::string(to_string(saga.furthest));
  out += ", latest " + std::string(to_string(saga.latest));
  if (saga.denied) out += ", denied";
  for (const Origin& origin : saga.origins) out += "\n  " + print(origin);
  return out;
}

std::string print(const std::vector<Saga>& sagas) {
  std::string out;
  for (const Saga& saga : sagas) out += print(saga) + "\n";
  return out;
}

std::vector<Row> ramos() {
  return {
      {"d3", "2023-06-20", "A Copy", "Sergio Ramos", "Inter Miami", Stage::kAdvanced,
       "Sport"},
      {"d1", "2020-11-11", "Daily News", "Sergio Ramos", "Inter Miami", Stage::kInterest,
       "AS"},
      {"d2", "2023-03-01", "Sportskeeda", "Sergio Ramos", "Inter Miami", Stage::kOffer,
       "Fichajes"},
  };
}

TEST(Group, TellsOneSagaOfThreeRoots) {
  EXPECT_EQ(print(group(filed(ramos()))),
            "Sergio Ramos > Inter Miami, 3 claims, furthest advanced, latest advanced\n"
            "  AS/outlet 2020-11-11 x1 <Daily News\n"
            "  Fichajes/outlet 2023-03-01 x1 <Sportskeeda\n"
            "  Sport/outlet 2023-06-20 x1 <A Copy\n");
}

TEST(Group, CountsEchoesOnce) {
  const std::vector<Row> rows = {
      {"d1", "2024-01-01", "The Athletic", "Kai Frei", "Leeds", Stage::kTalks, ""},
      {"d2", "2024-01-02", "Metro", "Kai Frei", "Leeds", Stage::kTalks, "Athletic"},
      {"d3", "2024-01-02", "Goal", "KAI FREI", "Leeds", Stage::kTalks, "the athletic"},
      {"d4", "2024-01-03", "Metro", "Kai Frei", "Leeds", Stage::kTalks, "The Athletic"},
      {"d5", "2024-01-04", "Goal", "Kai Frei", "Leeds", Stage::kAgreed, ""},
      {"d5", "2024-01-04", "Goal", "Kai Frei", "Leeds", Stage::kAgreed, "The Athletic"},
  };
  EXPECT_EQ(print(group(filed(rows))),
            "Kai Frei > Leeds, 6 claims, furthest agreed, latest agreed\n"
            "  The Athletic/outlet 2024-01-01 x5 <Metro <Goal\n"
            "  Goal/self 2024-01-04 x1\n");
}

TEST(Group, CountsADocumentOncePerRoot) {
  const std::vector<Row> rows = {
      {"d1", "2024-01-01", "Metro", "Kai Frei", "Leeds", Stage::kTalks, "Sky"},
      {"d1", "2024-01-01", "Metro", "Kai Frei", "Leeds", Stage::kOffer, "Sky"},
  };
  EXPECT_EQ(print(group(filed(rows))),
            "Kai Frei > Leeds, 2 claims, furthest offer, latest offer\n"
            "  Sky/outlet 2024-01-01 x1 <Metro\n");
}

TEST(Group, TakesAClubsAnnouncementAsARoot) {
  const std::vector<Row> rows = {
      {"d1", "2024-01-01", "Metro", "Kai Frei", "Leeds", Stage::kOffer, ""},
      {"d2", "2024-01-09", "Metro", "Kai Frei", "Leeds", Stage::kDone, "Leeds",
       OriginKind::kClub},
  };
  EXPECT_EQ(print(group(filed(rows))),
            "Kai Frei > Leeds, 2 claims, furthest done, latest done\n"
            "  Metro/self 2024-01-01 x1\n"
            "  Leeds/club 2024-01-09 x1 <Metro\n");
}

TEST(Group, KeepsLeavingAndStayingApart) {
  const std::vector<Row> rows = {
      {"d1",
       "2024-01-01",
       "Metro",
       "Kai Frei",
       "Leeds",
       Stage::kDone,
       "",
       {},
       Move::kFree},
      {"d2",
       "2026-01-01",
       "Metro",
       "Kai Frei",
       "Leeds",
       Stage::kTalks,
       "",
       {},
       Move::kRenewal},
      {"d3",
       "2025-01-01",
       "Metro",
       "Kai Frei",
       "",
       Stage::kInterest,
       "",
       {},
       Move::kExit},
      {"d4",
       "2025-02-01",
       "Goal",
       "Kai Frei",
       "",
       Stage::kLinked,
       "",
       {},
       Move::kUnknown},
  };
  const std::vector<Saga> sagas = group(filed(rows));
  EXPECT_EQ(print(sagas),
            "Kai Frei > Leeds, 1 claims, furthest talks, latest talks\n"
            "  Metro/self 2026-01-01 x1\n"
            "Kai Frei > ?, 2 claims, furthest interest, latest linked\n"
            "  Metro/self 2025-01-01 x1\n"
            "  Goal/self 2025-02-01 x1\n"
            "Kai Frei > Leeds, 1 claims, furthest done, latest done\n"
            "  Metro/self 2024-01-01 x1\n");
  ASSERT_EQ(sagas.size(), 3U);
  EXPECT_EQ(sagas[0].move, Move::kRenewal);
  EXPECT_EQ(sagas[1].move, Move::kExit);
  EXPECT_EQ(sagas[2].move, Move::kFree);
}

TEST(Group, PutsUndatedClaimsLastAndTrustsThemLeast) {
  const std::vector<Row> rows = {
      {"d1", "", "Metro", "Kai Frei", "Leeds", Stage::kDone, ""},
      {"d2", "2024-01-01", "Goal", "Kai Frei", "Leeds", Stage::kTalks, ""},
      {"d3", "", "Metro", "Ole Berg", "Leeds", Stage::kTalks, ""},
  };
  EXPECT_EQ(print(group(filed(rows))),
            "Kai Frei > Leeds, 2 claims, furthest done, latest talks\n"
            "  Goal/self 2024-01-01 x1\n"
            "  Metro/self undated x1\n"
            "Ole Berg > Leeds, 1 claims, furthest talks, latest talks\n"
            "  Metro/self undated x1\n");
}

TEST(Group, SeesNoRootInCommonWhereNobodyIsNamed) {
  std::vector<FiledClaim> claims = filed({
      {"d1", "2024-01-01", "", "Kai Frei", "Leeds", Stage::kTalks, ""},
      {"d2", "2024-01-01", "", "Kai Frei", "Leeds", Stage::kTalks, ""},
  });
  for (FiledClaim& claim : claims) claim.claim.voices.clear();
  claims[0].uri = "a.txt";
  EXPECT_EQ(print(group(claims)),
            "Kai Frei > Leeds, 2 claims, furthest talks, latest talks\n"
            "  a.txt/self 2024-01-01 x1\n"
            "  d2/self 2024-01-01 x1\n");
}

struct LatestCase {
  const char* first_time;
  Stage first;
  const char* second_time;
  Stage second;
  Stage latest;
};

TEST(Group, ReadsTheLatestStageFromTheNewestDay) {
  const LatestCase cases[] = {
      {"2024-01-01", Stage::kAgreed, "2024-01-02", Stage::kCollapsed, Stage::kCollapsed},
      {"2024-01-01T08:00Z", Stage::kAgreed, "2024-01-01T07:00Z", Stage::kTalks,
       Stage::kAgreed},
      {"2024-01-01T08:00Z", Stage::kTalks, "2024-01-01T07:00Z", Stage::kAgreed,
       Stage::kTalks},
      // One of them has no clock time: the further one stands.
      {"2024-01-01T08:00Z", Stage::kTalks, "2024-01-01", Stage::kAgreed, Stage::kAgreed},
      {"2024-01-01", Stage::kAgreed, "2024-01-01", Stage::kCollapsed, Stage::kCollapsed},
      {"2024-01-01", Stage::kDone, "2024-01-01", Stage::kDenied, Stage::kDone},
      {"", Stage::kTalks, "", Stage::kOffer, Stage::kOffer},
  };
  for (const LatestCase& c : cases) {
    const auto sagas = group(filed({
        {"d1", c.first_time, "Metro", "Kai Frei", "Leeds", c.first, ""},
        {"d2", c.second_time, "Goal", "Kai Frei", "Leeds", c.second, ""},
    }));
    ASSERT_EQ(sagas.size(), 1U);
    EXPECT_EQ(to_string(sagas[0].latest), to_string(c.latest))
        << c.first_time << " and " << c.second_time;
  }
}

TEST(Group, KnowsWhatWasDeniedAndTheNewestFacts) {
  std::vector<FiledClaim> claims = filed(ramos());
  claims[1].claim.terms.contract_until = "2021-06";
  claims[1].claim.from = "Real Madrid";
  claims[2].claim.terms.contract_ending = true;
  claims[2].claim.terms.fee = Money{100, "EUR"};
  claims[2].claim.from = "Paris Saint-Germain";
  claims[2].claim.denied = true;
  const auto sagas = group(claims);
  ASSERT_EQ(sagas.size(), 1U);
  EXPECT_TRUE(sagas[0].denied);
  EXPECT_EQ(sagas[0].from, "Paris Saint-Germain");
  EXPECT_EQ(sagas[0].contract, 1U);
  EXPECT_EQ(sagas[0].fee, 1U);
  EXPECT_EQ(sagas[0].furthest, Stage::kAdvanced);
}

TEST(Group, DoesNotCountADeniedStepAsReached) {
  std::vector<FiledClaim> claims = filed(ramos());
  claims[0].claim.denied = true;
  EXPECT_EQ(group(claims).front().furthest, Stage::kOffer);
}

// Few names and days, so that claims meet in every way.
std::vector<FiledClaim> random_claims(std::mt19937& random, std::size_t count) {
  const auto pick = [&random](auto... choices) {
    const std::array<const char*, sizeof...(choices)> all = {choices...};
    return all[random() % all.size()];
  };
  std::vector<FiledClaim> claims;
  for (std::size_t i = 0; i < count; ++i) {
    claims.push_back(filed(
        Row{pick("d1", "d2", "d3", "d4", "d5"),
            pick("", "2024-01-01", "2024-01-02T10:00Z"), pick("Metro", "The Sun", "Sun"),
            pick("Kai Frei", "kai frei", "Ole Berg"), pick("", "Leeds", "Lens"),
            static_cast<Stage>(random() % 12), pick("", "Sun", "the sun", "Leeds"),
            OriginKind::kOutlet, random() % 4 == 0 ? Move::kRenewal : Move::kUnknown}));
    claims.back().claim.evidence = {random() % 3, 3};
  }
  return claims;
}

TEST(Group, DoesNotDependOnTheOrderOfItsInput) {
  std::mt19937 random(20230301);  // NOLINT(bugprone-random-generator-seed): a fixed law
  for (int round = 0; round < 200; ++round) {
    std::vector<FiledClaim> claims = random_claims(random, 1 + random() % 20);
    const std::string expected = print(group(claims));
    std::size_t grouped = 0;
    for (const Saga& saga : group(claims)) grouped += saga.claims.size();
    EXPECT_EQ(grouped, claims.size());
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
      std::ranges::shuffle(claims, random);
      ASSERT_EQ(print(group(claims)), expected);
    }
  }
}

TEST(Group, TellsNothingOfNothing) {
  EXPECT_TRUE(group({}).empty());
}

}  // namespace
}  // namespace hearsay::story
