// The SQLite ledger among processes: killed at any moment, opened by several at once, and
// by one without permission. Children only call the ledger and end with _exit.

#include <array>
#include <csignal>
#include <functional>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/samples.h"
#include "hearsay/ledger/sqlite_open.h"
#include "hearsay/ledger/statement.h"

namespace hearsay::ledger {
namespace {

namespace fs = std::filesystem;

pid_t start(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return status;
}

std::vector<Reading> many_readings(std::size_t count) {
  std::vector<Sample> samples;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string player = "Player " + std::to_string(i % 7);
    samples.push_back({"d" + std::to_string(i),
                       "2024-01-01",
                       "Goal",
                       player + " may leave for Leeds, it is said.",
                       {{player, "", "Leeds", Stage::kLinked, ""},
                        {player, "", "Lens", Stage::kTalks, "AS"}}});
  }
  return readings_of(samples);
}

constexpr std::size_t kBatch = 10;

// 0 when all of it was recorded.
int record_in_batches(const fs::path& path, const std::vector<Reading>& readings) {
  auto ledger = open_sqlite_ledger(path);
  if (!ledger) return 1;
  for (std::size_t at = 0; at < readings.size(); at += kBatch) {
    const std::span all(readings);
    if (!(*ledger)->record(all.subspan(at, std::min(kBatch, all.size() - at)))) return 2;
  }
  return 0;
}

// What a reader can see of a ledger, and that the file is sound.
std::string contents(const fs::path& path) {
  auto ledger = open_sqlite_ledger(path);
  if (!ledger) return ledger.error().message;
  std::string out;
  const auto claims = (*ledger)->claims({});
  if (!claims) return claims.error().message;
  for (const FiledClaim& filed : *claims)
    out += filed.document + print(filed.claim) + "\n";
  const auto found = (*ledger)->search("leeds", SIZE_MAX);
  if (!found) return found.error().message;
  return out + std::to_string(found->size()) + " found";
}

void expect_sound(const fs::path& path) {
  auto connection = open_connection(path, {});
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  auto check = (*connection)->prepare("PRAGMA integrity_check");
  ASSERT_EQ(check->step(), true);
  EXPECT_EQ(check->text(0), "ok");
  EXPECT_EQ((*connection)->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  EXPECT_TRUE((*connection)
                  ->execute("INSERT INTO texts_fts (texts_fts, rank) "
                            "VALUES ('integrity-check', 1)")
                  .has_value());
  EXPECT_EQ((*connection)
                ->number("SELECT count(*) FROM documents WHERE number NOT IN "
                         "(SELECT document FROM texts)"),
            0);
  EXPECT_EQ((*connection)->number("SELECT count(*) % 10 FROM documents"), 0)
      << "batches are whole";
}

TEST(SqliteLedger, OpensAfterBeingKilledAtAnyMoment) {
  const std::vector<Reading> readings = many_readings(300);
  const TemporaryFolder folder;
  ASSERT_EQ(record_in_batches(folder / "whole.db", readings), 0);
  const std::string whole = contents(folder / "whole.db");

  std::mt19937 random(11);  // NOLINT(bugprone-random-generator-seed): a fixed series
  for (int round = 0; round < 12; ++round) {
    const fs::path path = folder / ("killed" + std::to_string(round) + ".db");
    for (int attempt = 0; attempt < 3; ++attempt) {
      const pid_t child = start([&] { return record_in_batches(path, readings); });
      ASSERT_GT(child, 0);
      ::usleep(static_cast<useconds_t>(random() % 60'000));
      ::kill(child, SIGKILL);
      wait_for(child);
      if (fs::exists(path)) expect_sound(path);
    }
    EXPECT_EQ(record_in_batches(path, readings), 0);
    EXPECT_EQ(contents(path), whole) << "round " << round;
  }
}

TEST(SqliteLedger, IsMadeAndWrittenBySeveralAtOnce) {
  const std::vector<Reading> readings = many_readings(100);
  const TemporaryFolder folder;
  const fs::path path = folder / "hearsay.db";
  std::array<pid_t, 4> children{};
  for (pid_t& child : children) {
    child = start([&] { return record_in_batches(path, readings); });
  }
  for (const pid_t child : children) EXPECT_EQ(wait_for(child), 0);
  expect_sound(path);
  ASSERT_EQ(record_in_batches(folder / "alone.db", readings), 0);
  EXPECT_EQ(contents(path), contents(folder / "alone.db"));
}

// Runs the work as somebody who may write only what everybody may: root may write all.
std::string as_nobody(const std::function<std::string()>& work) {
  constexpr uid_t kNobody = 65534;
  int pipe[2] = {-1, -1};
  if (::pipe(pipe) != 0) return "no pipe";
  const pid_t child = start([&] {
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) return 1;
    const std::string said = work();
    return ::write(pipe[1], said.data(), said.size()) < 0 ? 1 : 0;
  });
  ::close(pipe[1]);
  wait_for(child);
  std::string said(4096, '\0');
  const ssize_t count = ::read(pipe[0], said.data(), said.size());
  ::close(pipe[0]);
  said.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return said;
}

std::string try_to_record(const fs::path& path) {
  auto ledger = open_sqlite_ledger(path);
  if (!ledger) return ledger.error().message;
  const auto documents = (*ledger)->documents({});
  if (!documents) return documents.error().message;
  const auto recorded = (*ledger)->record(many_readings(20));
  return std::to_string(documents->size()) + " documents; " +
         (recorded ? "recorded" : recorded.error().message);
}

class Permission : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(record_in_batches(path_, many_readings(10)), 0); }
  // The clean-up needs the folder back.
  void TearDown() override { allow(0755, 0644); }

  void allow(mode_t folder_mode, mode_t file_mode) {
    ASSERT_EQ(::chmod(path_.c_str(), file_mode), 0);
    ASSERT_EQ(::chmod(folder_.path().c_str(), folder_mode), 0);
  }

  TemporaryFolder folder_;
  fs::path path_ = folder_ / "hearsay.db";
};

TEST_F(Permission, ToReadIsEnoughToRead) {
  const std::string expected =
      "10 documents; " + path_.string() +
      ": may only be read; get write permission for the file and "
      "its folder, or use another --ledger";
  allow(0555, 0444);
  EXPECT_EQ(as_nobody([&] { return try_to_record(path_); }), expected);
  allow(0777, 0444);
  EXPECT_EQ(as_nobody([&] { return try_to_record(path_); }), expected);
  allow(0555, 0666);
  EXPECT_EQ(as_nobody([&] { return try_to_record(path_); }), expected);
  allow(0777, 0666);
  EXPECT_EQ(as_nobody([&] { return try_to_record(path_); }), "10 documents; recorded");
}

TEST_F(Permission, IsMissing) {
  const std::string remedy =
      ": may not be opened (Permission denied); get permission for the file and its "
      "folder, "
      "or use another --ledger";
  allow(0555, 0000);
  EXPECT_EQ(as_nobody([&] { return try_to_record(path_); }), path_.string() + remedy);
  const fs::path fresh = folder_ / "new.db";
  EXPECT_EQ(as_nobody([&] { return try_to_record(fresh); }), fresh.string() + remedy);
  allow(0000, 0644);
  EXPECT_EQ(as_nobody([&] { return try_to_record(path_); }), path_.string() + remedy);
}

}  // namespace
}  // namespace hearsay::ledger
