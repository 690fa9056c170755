// The commands in a world of the test's: a ledger in an empty directory, and strings
// where standard output and error would be.

#include "hearsay/cli/run.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "hearsay/cli/command.h"
#include "hearsay/cli/session.h"

namespace hearsay::cli {
namespace {

struct Ran {
  int status = 0;
  std::string out;
  std::string err;
};

class Run : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("hearsay-run-" + std::to_string(getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Ran run(const std::vector<std::string>& arguments) {
    Ran ran;
    World world;
    world.out = [&](std::string_view text) {
      ran.out += text;
      return !deaf_;
    };
    world.err = [&](std::string_view text) {
      ran.err += text;
      return true;
    };
    world.environment = [&](const std::string& name) -> std::optional<std::string> {
      if (name == "LANG") return "C.UTF-8";
      if (name == "HEARSAY_LEDGER") return ledger();
      return std::nullopt;
    };
    ran.status = cli::run(arguments, std::move(world));
    return ran;
  }

  std::string ledger() const { return (folder_ / "test.db").string(); }

  // Two readings: a claim and a quote in the one, a copy of the claim in the other.
  void fill() {
    Reading reading;
    reading.id = "one";
    reading.imprint.uri = "one.txt";
    reading.imprint.title = "Miami want \"Ramos\"";
    reading.imprint.outlet = "AS";
    reading.imprint.published = parse_moment("2023-03-01");
    reading.imprint.language = "en";
    reading.text.language = "en";
    reading.text.bytes = "Inter Miami want Sergio Ramos.";
    reading.text.map = OffsetMap::identity(reading.text.bytes.size());
    Claim claim;
    claim.player = "Sergio Ramos";
    claim.to = "Inter Miami";
    claim.stage = Stage::kInterest;
    claim.voices = {"AS"};
    claim.origin = "AS";
    claim.evidence = {0, reading.text.bytes.size()};
    claim.raw_evidence = {0, reading.text.bytes.size()};
    reading.claims = {claim};
    Reading copy = reading;
    copy.id = "two";
    copy.imprint.uri = "two.txt";
    copy.imprint.title.reset();
    copy.imprint.outlet = "Goal";
    copy.imprint.published = parse_moment("2023-03-02");
    copy.claims[0].voices = {"Goal", "AS"};
    copy.claims[0].origin_kind = OriginKind::kOutlet;
    auto opened = open_sqlite_ledger(ledger());
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    const std::vector<Reading> readings = {reading, copy};
    ASSERT_TRUE((*opened)->record(readings).has_value());
  }

  bool deaf_ = false;  // nobody reads standard output

 private:
  std::filesystem::path folder_;
};

TEST_F(Run, PrintsHelpAndVersion) {
  EXPECT_EQ(run({}).status, kAllWell);
  EXPECT_EQ(run({}).out, run({"--help"}).out);
  EXPECT_TRUE(run({"--version"}).out.starts_with("hearsay "));
  for (const Command* command : commands()) {
    const Ran ran = run({std::string(command->name), "--help"});
    EXPECT_EQ(ran.status, kAllWell);
    EXPECT_TRUE(ran.out.starts_with(command->summary));
    EXPECT_EQ(ran.err, "");
  }
}

TEST_F(Run, RefusesWhatItDoesNotKnow) {
  const Ran ran = run({"saag"});
  EXPECT_EQ(ran.status, kUnusable);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, "hearsay: there is no command 'saag'; did you mean 'saga'?\n");
}

TEST_F(Run, SaysHowToMakeALedgerWhereThereIsNone) {
  for (const char* command : {"claims", "documents", "sagas"}) {
    const Ran ran = run({command});
    EXPECT_EQ(ran.status, kUnusable);
    EXPECT_EQ(ran.err,
              "hearsay: " + ledger() +
                  ": there is no ledger here; make one with 'hearsay add FILE...' "
                  "or name one with --ledger\n");
  }
  EXPECT_FALSE(std::filesystem::exists(ledger()));
}

TEST_F(Run, SaysThatDataIsMissing) {
  const Ran ran = run({"read", "x", "--data", "/nowhere"});
  EXPECT_EQ(ran.status, kUnusable);
  EXPECT_EQ(ran.err,
            "hearsay: /nowhere: there is no data folder here; name one with --data\n");
}

TEST_F(Run, ListsClaims) {
  fill();
  EXPECT_EQ(
      run({"claims"}).out,
      "DATE        STAGE     PLAYER        TO             WHO SAYS IT  VIA   HOW      "
      "CERTAINTY\n"
      "2023-03-01  interest  Sergio Ramos  → Inter Miami  AS                 unknown  "
      "reported\n"
      "2023-03-02  interest  Sergio Ramos  → Inter Miami  AS           Goal  unknown  "
      "reported\n");
  EXPECT_EQ(run({"claims", "--plain", "--limit", "1"}).out,
            "2023-03-01 interest player=\"Sergio Ramos\" to=\"Inter Miami\" move=unknown "
            "by=AS origin=self certainty=reported @0-30 one.txt\n");
  const std::string csv = run({"claims", "--csv", "--since", "2023-03-02"}).out;
  EXPECT_TRUE(csv.starts_with("document,uri,title,")) << csv;
  EXPECT_NE(csv.find("\r\ntwo,two.txt,,Goal,2023-03-02,false,Sergio Ramos,,Inter Miami,"),
            std::string::npos);
  const std::string json = run({"claims", "--json"}).out;
  EXPECT_TRUE(json.starts_with("{\"document\":\"one\""));
  EXPECT_EQ(std::ranges::count(json, '\n'), 2);
}

TEST_F(Run, SaysThatNothingWasFound) {
  fill();
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"claims", "--player", "Kane"},
        {"documents", "--until", "1999"},
        {"sagas", "--to", "Chelsea"},
        {"saga", "Kane"},
        {"search", "wage"}}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, kSomethingWrong) << arguments.front();
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(ran.err.starts_with("hearsay: no ")) << ran.err;
  }
}

TEST_F(Run, ListsDocumentsAndFindsThem) {
  fill();
  EXPECT_EQ(run({"documents"}).out,
            "DATE        OUTLET  LANG  CLAIMS  TITLE               WHERE\n"
            "2023-03-01  AS      en         1  Miami want \"Ramos\"  one.txt\n"
            "2023-03-02  Goal    en         1  two.txt             two.txt\n");
  EXPECT_NE(run({"documents", "--csv"}).out.find("\"Miami want \"\"Ramos\"\"\""),
            std::string::npos);
  EXPECT_EQ(run({"search", "--limit", "1", "inter", "miami"}).status, kAllWell);
}

TEST_F(Run, TellsASaga) {
  fill();
  EXPECT_TRUE(run({"sagas"}).out.starts_with("PLAYER        TO           LAST"));
  const Ran ran = run({"saga", "sergio", "ramos", "--to", "miami"});
  EXPECT_EQ(ran.status, kAllWell);
  EXPECT_TRUE(ran.out.starts_with("Sergio Ramos → Inter Miami\n")) << ran.out;
  EXPECT_NE(ran.out.find("1 root: AS · 1 repeater\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("↳ repeated by Goal (2023-03-02)\n"), std::string::npos)
      << ran.out;
  const std::string json = run({"saga", "Ramos", "--json"}).out;
  EXPECT_TRUE(json.starts_with("{\"saga\":{\"player\":\"Sergio Ramos\"")) << json;
}

TEST_F(Run, StopsQuietlyWhenNobodyReads) {
  fill();
  deaf_ = true;
  const Ran ran = run({"claims", "--json"});
  EXPECT_EQ(ran.status, kAllWell);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(std::ranges::count(ran.out, '\n'), 1);
}

}  // namespace
}  // namespace hearsay::cli
