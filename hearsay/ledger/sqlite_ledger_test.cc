// What is peculiar to the SQLite ledger: other files in its place, other versions of it,
// other processes beside it. What every ledger does is in ledger_test.cc.

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/samples.h"
#include "hearsay/ledger/schema.h"
#include "hearsay/ledger/sqlite_open.h"
#include "hearsay/ledger/statement.h"

namespace hearsay::ledger {
namespace {

namespace fs = std::filesystem;

std::vector<Sample> samples() {
  return {
      {"d1",
       "2020-11-11",
       "AS",
       "Ramos may move.",
       {{"Sergio Ramos", "Real Madrid", "Inter Miami", Stage::kInterest, ""}}},
      {"d2",
       "2023-03-01",
       "Goal",
       "Ramos may move again.",
       {{"Sergio Ramos", "", "Inter Miami", Stage::kOffer, "Fichajes"}}},
  };
}

void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The message without the path in front of it; "" when it could be opened.
std::string complaint(const fs::path& path, bool create, ErrorCode code) {
  const auto ledger = open_sqlite_ledger(path, create);
  if (ledger) return "";
  EXPECT_EQ(ledger.error().code, code) << ledger.error().message;
  const std::string start = path.string() + ": ";
  EXPECT_TRUE(ledger.error().message.starts_with(start)) << ledger.error().message;
  return ledger.error().message.substr(start.size());
}

// A closed ledger with samples() in it.
void make_ledger(const fs::path& path) {
  auto ledger = open_sqlite_ledger(path);
  ASSERT_TRUE(ledger.has_value()) << ledger.error().message;
  ASSERT_EQ((*ledger)->record(readings_of(samples())), 2U);
}

std::unique_ptr<Connection> connect(const fs::path& path) {
  auto connection = Connection::open(
      path.string(), {.create = true, .immutable = false, .busy_milliseconds = 1000});
  EXPECT_TRUE(connection.has_value());
  return *std::move(connection);
}

void execute(const Connection& connection, const std::string& sql) {
  const auto done = connection.execute(sql.c_str());
  EXPECT_TRUE(done.has_value()) << done.error().message;
}

std::size_t count_claims(Ledger& ledger) {
  const auto claims = ledger.claims({});
  EXPECT_TRUE(claims.has_value()) << claims.error().message;
  return claims ? claims->size() : 0;
}

TEST(OpenSqliteLedger, RefusesWhatIsNoLedgerAndLeavesItAlone) {
  struct Case {
    const char* name;
    std::string bytes;
    const char* complaint;
  };
  const std::string no_database =
      "is no hearsay ledger (no SQLite database); use another --ledger";
  const Case cases[] = {
      {"notes", "these are my notes, not a ledger\n", no_database.c_str()},
      {"notes of a page", std::string(5000, 'x'), no_database.c_str()},
      {"one byte", "S", no_database.c_str()},
      {"magic alone", std::string("SQLite format 3\0", 16), no_database.c_str()},
      {"magic and zeros", std::string("SQLite format 3\0", 16) + std::string(4080, '\0'),
       no_database.c_str()},
      {"another application",
       std::string("SQLite format 3\0", 16) + std::string(4080, 'a'),
       "is no hearsay ledger (an SQLite database of another program); use another "
       "--ledger"},
  };
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    const fs::path path = folder / c.name;
    write_bytes(path, c.bytes);
    for (const bool create : {true, false}) {
      EXPECT_EQ(complaint(path, create, ErrorCode::kMalformed), c.complaint) << c.name;
      EXPECT_EQ(bytes_of(path), c.bytes) << c.name;
    }
  }
}

TEST(OpenSqliteLedger, RefusesDirectoriesAndMissingFolders) {
  const TemporaryFolder folder;
  EXPECT_EQ(complaint(folder.path(), true, ErrorCode::kMalformed),
            "is no hearsay ledger (a directory); use another --ledger");
  EXPECT_EQ(complaint("/dev/null", true, ErrorCode::kMalformed),
            "is no hearsay ledger (not a regular file); use another --ledger");
  EXPECT_EQ(complaint(folder / "no/such.db", true, ErrorCode::kNotFound),
            "the folder " + (folder / "no").string() +
                " does not exist; make it, or use another --ledger");
}

TEST(OpenSqliteLedger, MakesALedgerOnlyWhenAsked) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  EXPECT_EQ(complaint(path, false, ErrorCode::kNotFound),
            "there is no ledger here; make one with `hearsay add`, or name another with "
            "--ledger");
  EXPECT_FALSE(fs::exists(path));
  write_bytes(path, "");
  EXPECT_EQ(complaint(path, false, ErrorCode::kMalformed),
            "is no hearsay ledger (the file is empty); use another --ledger");
  make_ledger(path);
  EXPECT_EQ(complaint(path, false, ErrorCode::kInternal), "");
  EXPECT_FALSE(fs::exists(path.string() + "-wal")) << "closing brings the log home";
}

TEST(OpenSqliteLedger, RefusesSomebodyElsesDatabaseUntouched) {
  const TemporaryFolder folder;
  const fs::path path = folder / "recipes.db";
  const fs::path log = path.string() + "-wal";
  std::string bytes;
  std::string log_bytes;
  {
    const auto recipes = connect(path);
    recipes->leave_untouched(true);  // as if its program had been killed: a log is left
    execute(*recipes, "PRAGMA journal_mode = WAL; CREATE TABLE recipes (name TEXT)");
    bytes = bytes_of(path);
    log_bytes = bytes_of(log);
  }
  ASSERT_FALSE(log_bytes.empty());
  EXPECT_EQ(complaint(path, true, ErrorCode::kMalformed),
            "is no hearsay ledger (an SQLite database of another program); use another "
            "--ledger");
  EXPECT_EQ(bytes_of(path), bytes);
  EXPECT_EQ(bytes_of(log), log_bytes);
}

TEST(OpenSqliteLedger, RefusesANewerVersion) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  execute(*connect(path), "PRAGMA user_version = 7");
  const std::string bytes = bytes_of(path);
  EXPECT_EQ(complaint(path, true, ErrorCode::kUnsupported),
            "was written by a newer hearsay (schema 7, this one knows " +
                std::to_string(schema_steps().size()) +
                "); update hearsay or use another --ledger");
  EXPECT_EQ(bytes_of(path), bytes);
}

TEST(OpenSqliteLedger, BringsEveryOlderVersionUpToDate) {
  const auto steps = schema_steps();
  for (std::size_t version = 0; version < steps.size(); ++version) {
    const TemporaryFolder folder;
    const fs::path path = folder / "hearsay.db";
    const auto old = connect(path);
    for (std::size_t step = 0; step < version; ++step) execute(*old, steps[step]);
    if (version > 0) {
      execute(*old, "PRAGMA application_id = " + std::to_string(kApplicationId));
      execute(*old, "PRAGMA user_version = " + std::to_string(version));
      execute(
          *old,
          "INSERT INTO documents VALUES (1, 'old', 'u', NULL, NULL, '[]', NULL, NULL, "
          "'en', 0, 0, 0, 0)");
    }
    make_ledger(path);
    EXPECT_EQ(old->number("PRAGMA user_version"),
              static_cast<std::int64_t>(steps.size()));
    EXPECT_EQ(old->number("SELECT count(*) FROM documents"), version > 0 ? 3 : 2);
    EXPECT_EQ(old->number("SELECT count(*) FROM v_claims"), 2);
    EXPECT_TRUE((*open_sqlite_ledger(path))->has("d1").value());
  }
}

// Whether all questions are answered, and a document is taken.
bool answers(Ledger& ledger) {
  const bool claims = ledger.claims({}).has_value();
  const bool documents = ledger.documents({}).has_value();
  const bool found = ledger.search("ramos", 5).has_value();
  const auto fresh = readings_of({{"d3", "", "", "More of Ramos.", {}}});
  return ledger.record(fresh).has_value() && claims && documents && found;
}

// A damaged ledger is refused or answers something; it never ends the process.
TEST(OpenSqliteLedger, SurvivesDamage) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  const std::string whole = bytes_of(path);
  std::mt19937 random(
      7);  // NOLINT(bugprone-random-generator-seed): the same damage always
  int sound = 0;
  constexpr int kRounds = 150;
  for (int round = 0; round < kRounds; ++round) {
    std::string bytes = whole;
    if (round % 3 == 0) {
      bytes.resize(random() % whole.size());
    } else {
      for (int i = 0; i < 40; ++i)
        bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path.string() + ending);
    write_bytes(path, bytes);
    auto ledger = open_sqlite_ledger(path);
    if (!ledger) {
      EXPECT_TRUE(ledger.error().message.starts_with(path.string()));
    } else if (answers(**ledger)) {
      ++sound;
    }
  }
  EXPECT_LT(sound, kRounds) << "some damage is seen";
}

TEST(OpenSqliteLedger, RefusesALedgerCutInHalf) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  fs::resize_file(path, fs::file_size(path) / 2);
  EXPECT_EQ(complaint(path, true, ErrorCode::kMalformed),
            "is damaged (database disk image is malformed); restore a copy, or read the "
            "documents into another --ledger");
}

TEST(OpenSqliteLedger, RefusesALedgerWithoutItsTables) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  execute(*connect(path), "DROP TABLE mentions");
  EXPECT_EQ(
      complaint(path, true, ErrorCode::kMalformed),
      "is damaged (no such table: mentions); restore a copy, or read the documents into "
      "another --ledger");
}

TEST(SqliteLedger, SaysWhatIsDamaged) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  execute(*connect(path), "UPDATE claims SET stage = 'bought' WHERE id = 2");
  const auto claims = (*open_sqlite_ledger(path))->claims({});
  ASSERT_FALSE(claims.has_value());
  EXPECT_EQ(claims.error().message,
            path.string() +
                ": is damaged (claims holds \"bought\" where it cannot stand); restore a "
                "copy, or read the documents into another --ledger");
}

TEST(SqliteLedger, LetsReadersReadWhileAnotherWritesAndSaysWhoseTurnItIs) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  const auto other = connect(path);
  execute(*other, "BEGIN IMMEDIATE; UPDATE documents SET language = 'xx'");

  const SqliteOptions hasty{.create = false, .busy_milliseconds = 50, .max_pages = {}};
  auto ledger = open_sqlite(path, hasty);
  ASSERT_TRUE(ledger.has_value()) << ledger.error().message;
  EXPECT_EQ(count_claims(**ledger), 2U);
  const auto fresh = readings_of({{"d3", "", "", "", {}}});
  const auto recorded = (*ledger)->record(fresh);
  ASSERT_FALSE(recorded.has_value());
  EXPECT_EQ(recorded.error(),
            (Error{ErrorCode::kBusy,
                   path.string() + ": another process has had it locked for 50 ms; try "
                                   "again when that one is done"}));
  execute(*other, "ROLLBACK");
  EXPECT_EQ((*ledger)->record(fresh), 1U);
}

TEST(SqliteLedger, WaitsForItsTurn) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  const auto other = connect(path);
  execute(*other, "BEGIN IMMEDIATE");
  std::thread end_of_turn([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    execute(*other, "COMMIT");
  });
  auto ledger = open_sqlite_ledger(path);
  EXPECT_EQ((*ledger)->record(readings_of({{"d3", "", "", "", {}}})), 1U);
  end_of_turn.join();
}

TEST(SqliteLedger, IsAsItWasWhenTheDiskIsFull) {
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  make_ledger(path);
  std::vector<Sample> many(50, {"", "2024-01-01", "Goal", std::string(4000, 'x'), {}});
  for (std::size_t i = 0; i < many.size(); ++i) many[i].id = "full" + std::to_string(i);
  {
    const SqliteOptions small{.create = false, .busy_milliseconds = 50, .max_pages = 60};
    auto ledger = open_sqlite(path, small);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().message;
    const auto recorded = (*ledger)->record(readings_of(many));
    ASSERT_FALSE(recorded.has_value());
    EXPECT_EQ(
        recorded.error(),
        (Error{ErrorCode::kFull,
               path.string() + ": the disk is full; make room and run it again, what "
                               "was recorded before is safe"}));
    EXPECT_EQ((*ledger)->documents({})->size(), 2U);
    EXPECT_EQ((*ledger)->record(readings_of({{"d3", "", "", "Small.", {}}})), 1U);
  }
  auto ledger = open_sqlite_ledger(path);
  EXPECT_EQ((*ledger)->record(readings_of(many)), many.size());
  EXPECT_EQ((*ledger)->documents({})->size(), many.size() + 3);
}

}  // namespace
}  // namespace hearsay::ledger
