// The base as a file: made, replaced, made anew; and a user's own edits.

#include "hearsay/knowledge/store.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "hearsay/knowledge/check.h"
#include "hearsay/knowledge/testing.h"

namespace hearsay {
namespace {

class Store : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("hearsay-store-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    write_testing_tables(folder_ / "data");
    place_ = {folder_ / "data", folder_ / "own" / "hearsay.kb"};
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write_local(std::string rows) {
    for (char& c : rows) c = c == ';' ? '\t' : c;
    std::filesystem::create_directories(place_.local().parent_path());
    std::ofstream(place_.local(), std::ios::binary) << "table\tkey\tcolumn\tvalue\n"
                                                    << rows;
  }

  KnowledgeBase open() {
    Result<KnowledgeBase> base =
        open_base(place_, [this](const std::string& note) { notes_.push_back(note); });
    EXPECT_TRUE(base) << base.error().message;
    return std::move(*base);
  }

  std::string bytes() const {
    std::ifstream file(place_.file, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path folder_;
  BasePlace place_;
  std::vector<std::string> notes_;
};

TEST_F(Store, KeepsTheRecordsThatWereImported) {
  const Records records = *parse_records("S\tx\nP\t1\tAnn Example\t\t\t\t\t\t\t\n");
  const Result<BuiltBase> built = build_base(place_, records, {});
  ASSERT_TRUE(built) << built.error().message;
  ASSERT_TRUE(replace_file(place_.file, built->bytes));
  EXPECT_EQ(print_records(*read_records(place_.file)), print_records(records));
  EXPECT_EQ(open().names().find("Ann Example").size(), 1U);
  EXPECT_TRUE(notes_.empty());
  EXPECT_EQ(build_base(place_, *read_records(place_.file), {})->bytes, bytes());
}

TEST_F(Store, HasNoRecordsWithoutAFile) {
  EXPECT_TRUE(read_records(place_.file)->empty());
  std::filesystem::create_directories(place_.file.parent_path());
  std::ofstream(place_.file) << "something else";
  EXPECT_EQ(read_records(place_.file).error().message,
            place_.file.string() + ": this is no compiled knowledge base");
  EXPECT_FALSE(open_base(place_, {}));
}

TEST_F(Store, IsMadeAnewWhenTablesOrEditsChange) {
  open();
  EXPECT_EQ(notes_.size(), 1U);
  open();
  EXPECT_EQ(notes_.size(), 1U);  // nothing has changed
  write_local("clubs;testville;name;FC Testville\nplayers;ben-white;short;+Benjamin\n");
  const KnowledgeBase base = open();
  EXPECT_EQ(notes_.size(), 2U);
  EXPECT_EQ(base.names().find("FC Testville").size(), 1U);
  EXPECT_EQ(base.names().find("Benjamin").size(), 1U);
  EXPECT_EQ(base.sources_of(MentionKind::kPlayer, 0), "hearsay|local");
  EXPECT_EQ(base.sources_of(MentionKind::kClub, 2), "local");
}

TEST_F(Store, IsMadeForNowWhereItCannotBeWritten) {
  const Result<BaseLock> lock = BaseLock::take(place_.file);
  ASSERT_TRUE(lock);
  EXPECT_EQ(BaseLock::take(place_.file).error().code, ErrorCode::kBusy);
  EXPECT_EQ(open().players().size(), 2U);
  ASSERT_EQ(notes_.size(), 1U);
  EXPECT_NE(notes_[0].find("only for now"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(place_.file));
}

TEST_F(Store, ReplacesAFileWholeOrNotAtAll) {
  ASSERT_TRUE(replace_file(place_.file, "one"));
  const MappedFile before = *MappedFile::open(place_.file);
  ASSERT_TRUE(replace_file(place_.file, "another"));
  EXPECT_EQ(before.bytes(), "one");
  EXPECT_EQ(bytes(), "another");
  const auto wrong = replace_file(place_.file / "below", "x");
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("cannot be written"), std::string::npos);
  std::size_t files = 0;
  for (const auto& each :
       std::filesystem::directory_iterator(place_.file.parent_path())) {
    files += each.is_regular_file() ? 1U : 0U;
  }
  EXPECT_EQ(files, 1U);  // nothing is left lying about
}

TEST_F(Store, NamesWrongEditsAndLeavesThemOut) {
  struct Row {
    const char* edit;
    const char* complaint;
  };
  const Row rows[] = {
      {"stadiums;x;name;X", "there is no table 'stadiums' to edit"},
      {"players;;name;X", "the key is missing"},
      {"players;Ben White;name;X",
       "'Ben White' is no key: small letters, digits, hyphens"},
      {"players;nobody;short;X",
       "there is no row 'nobody'; name it first, with an edit of 'name'"},
      {"players;ben-white;shirt;4", "there is no column 'shirt'"},
      {"players;ben-white;born_on;1997",
       "'1997' is no day of the calendar: write 2023-07-01"},
      {"players;ben-white;nationalities;mars", "'mars' is no key of countries"},
      {"players;ben-white;notability;101", "a number from 0 to 100 is expected"},
      {"players;nobody;remove;yes", "there is no row 'nobody'"},
      {"spells;ben-white;arsenal;2021-07-30..", "'arsenal' is no key of clubs"},
      {"spells;ben-white;sevilla;2021",
       "a spell is written 2021-07-08..2023-06-30, with either day left out"},
      {"spells;ben-white;sevilla;2021-07-30..2020-01-01",
       "the spell ends before it begins"},
  };
  for (const Row& row : rows) {
    write_local(std::string(row.edit) + "\n");
    notes_.clear();
    open();
    ASSERT_FALSE(notes_.empty()) << row.edit;
    EXPECT_EQ(notes_[0], place_.local().string() + ":2: " + row.complaint +
                             "; the edit is left out");
  }
}

TEST_F(Store, LetsEditsWin) {
  write_local(
      "players;ben-white;born_on;1990-01-01\n"
      "players;ben-white;short;-White\n"
      "spells;ben-white;sevilla;2021-07-30..2022-01-31 loan\n"
      "spells;sergio-ramos;sevilla;-\n"
      "clubs;old-town;name;Old Town\nclubs;old-town;remove;yes\n");
  const KnowledgeBase base = open();
  const Player& white = base.player(PlayerId{0});
  EXPECT_EQ(print(*white.born_on), "1990-01-01");
  EXPECT_TRUE(base.names().find("White").empty());
  ASSERT_EQ(white.spells.size(), 1U);
  EXPECT_TRUE(white.spells[0].loan);
  EXPECT_EQ(base.player(PlayerId{1}).spells.size(), 1U);
  EXPECT_EQ(base.clubs().size(), 2U);
}

TEST_F(Store, TakesACompiledShippedBaseOnlyWhileItIsTrue) {
  const std::filesystem::path compiled = folder_ / "built.kb";
  ASSERT_TRUE(replace_file(compiled, build_base({place_.data, compiled}, {}, {})->bytes));
  EXPECT_EQ(load_shipped(place_.data, compiled)->players().size(), 2U);
  std::ofstream(place_.data / "knowledge" / "players.tsv", std::ios::app)
      << "zed\tZed Zed\t\t\t\t\t\t\t\t\t5\t\n";
  EXPECT_EQ(load_shipped(place_.data, compiled)->players().size(), 3U);
  EXPECT_EQ(load_shipped(place_.data, folder_ / "none.kb")->players().size(), 3U);
}

TEST_F(Store, IsCheckedForWhatDoesNotFit) {
  EXPECT_TRUE(find_oddities(open()).empty());
  write_local(
      "players;ben-white-2;name;Ben White\nplayers;ben-white-2;born_on;1997-10-08\n"
      "spells;ben-white;sevilla;2005-07-30..\nspells;ben-white;real-madrid;2021-07-30..\n"
      "clubs;sevilla-2;name;Sevilla\nclubs;sevilla-2;country;spain\n");
  std::vector<std::string> found;
  for (const Finding& finding : find_oddities(open())) {
    found.push_back(finding.key + ": " + std::string(finding.kind) + ": " + finding.what);
  }
  const std::vector<std::string> expected = {
      "player ben-white: overlap: Ben White is at Sevilla and from 2021-07-30 at Real "
      "Madrid",
      "player ben-white: birth: Ben White was born on 1997-10-08 and was at Sevilla from "
      "2005-07-30",
      "player ben-white-2: twins: Ben White, born 1997-10-08, is also ben-white",
      "club sevilla-2: twins: Sevilla stands in the same country as sevilla",
  };
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace hearsay
