// Every kind of source, good rows and bad ones.

#include "hearsay/knowledge/import.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "hearsay/knowledge/import_reader.h"

namespace hearsay {
namespace {

class Import : public testing::Test {
 protected:
  void SetUp() override {
    const auto loaded = ImportWords::load(HEARSAY_SOURCE_DIR "/data");
    ASSERT_TRUE(loaded) << loaded.error().message;
    words_ = *loaded;
    folder_ = std::filesystem::temp_directory_path() /
              ("hearsay-import-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // What was read, as print_records has it; or the error.
  std::string import(const std::string& text) {
    const std::filesystem::path file = folder_ / "source";
    std::ofstream(file, std::ios::binary) << text;
    Records records;
    ImportRun run{words_, {}, {}, {}, {}};
    run.on_skip = [this](const std::string& message) {
      skipped_ += message.substr(message.rfind("source:")) + "\n";
    };
    const Result<ImportCounts> counts = import_file(file, run, records);
    if (!counts) return counts.error().message.substr(folder_.string().size());
    return print_records(records);
  }

  ImportWords words_;
  std::filesystem::path folder_;
  std::string skipped_;
};

TEST_F(Import, ReadsTablesOfPlayers) {
  EXPECT_EQ(
      import("id,name,full_name,aliases,dob,nationality,position,current_club_id,as_of,"
             "market_value_eur_2025\r\n"
             "7,\"Ramos, Sergio\",,SR4|Ramos,1986-03-30,Spain|Italy,\"CB, RB\",,,5000\r\n"
             "8,Zoë,,,,,Right Winger,12,2025-11-27,\r\n"),
      "S\ttables\n"
      "P\t7\tRamos, Sergio\tSR4|Ramos\t\t1986-03-30\tSpain|Italy\tdefender\t5000\t\n"
      "P\t8\tZoë\t\t\t\t\tforward\t\t\n"
      "M\t8\t\t12\t2025-11-27\tp\n");
  EXPECT_EQ(skipped_, "");
}

TEST_F(Import, ReadsTablesOfClubsAndSpells) {
  EXPECT_EQ(import("id,name,official_name,aliases,city,country,wikidata\n"
                   "c1,Sevilla,Sevilla FC,SFC,Seville,Spain,Q10329\n"),
            "S\ttables\nC\tc1\tSevilla\tSevilla FC|SFC\tSeville\tSpain\tQ10329\t\n");
  EXPECT_EQ(import("player_id,club_id,club,from,to,on_loan\n"
                   "7,c1,,2018-summer,2019-winter,1\n"
                   "7,,Real Madrid,2014/15,,0\n"
                   "7,c1,,2019-01-31,2019-winter,0\n"),
            "S\ttables\n"
            "M\t7\t2014-07-01\tReal Madrid\t\t\n"
            "M\t7\t2018-07-01\tc1\t2018-12-31\tl\n"
            "M\t7\t2019-01-31\tc1\t2019-01-31\t\n");
  EXPECT_EQ(skipped_, "");
}

TEST_F(Import, NamesAndSkipsWrongRows) {
  EXPECT_EQ(import("id,name,dob\n"
                   "1,Ann,2000-02-30\n"
                   ",Ben,\n"
                   "3,,\n"
                   "4,Cid\n"
                   "5,D\xFF,\n"
                   "6,Eve,2000-01-01\n"
                   "7,\"Fay\n"),
            "S\ttables\nP\t6\tEve\t\t\t2000-01-01\t\t\t\t\n");
  EXPECT_EQ(skipped_,
            "source:2:7: '2000-02-30' is no day of the calendar; write 2023-07-01\n"
            "source:3:1: the id is missing\n"
            "source:4:3: the name is missing\n"
            "source:5:3: 3 columns expected, 2 found\n"
            "source:6:1: the row is not UTF-8; convert the file\n"
            "source:8:3: a quotation mark is not closed\n");
}

TEST_F(Import, ReadsWikidataInAnyOrder) {
  const std::string player =
      R"({"type":"item","id":"Q1","labels":{"de":{"value":"Jo Muster"},"en":{"value":"Jo Sample"}},)"
      R"("aliases":{"en":[{"value":"The Sample"}]},"claims":{)"
      R"("P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],)"
      R"("P106":[{"mainsnak":{"datavalue":{"value":{"id":"Q937857"}}}}],)"
      R"("P413":[{"mainsnak":{"datavalue":{"value":{"id":"Q201330"}}}}],)"
      R"("P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q29"}}}}],)"
      R"("P569":[{"mainsnak":{"datavalue":{"value":{"time":"+1990-05-04T00:00:00Z","precision":11}}}}],)"
      R"("P54":[{"mainsnak":{"datavalue":{"value":{"id":"Q2"}}},"qualifiers":{)"
      R"("P580":[{"datavalue":{"value":{"time":"+2010-00-00T00:00:00Z","precision":9}}}],)"
      R"("P582":[{"datavalue":{"value":{"time":"+2012-02-00T00:00:00Z","precision":10}}}]}}]}},)";
  const std::string club =
      R"({"type":"item","id":"Q2","labels":{"en":{"value":"Sample FC"}},"claims":{)"
      R"("P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q29"}}}}],)"
      R"("P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q476028"}}}}]}})";
  EXPECT_EQ(import("[\n" + player + "\n" + club + "\n]\n"),
            "S\twikidata\nC\tQ2\tSample FC\t\t\tQ29\t\t\n"
            "P\tQ1\tJo Sample\tJo Muster|The Sample\t\t1990-05-04\tQ29\tgoalkeeper\t\t\n"
            "M\tQ1\t2010-07-01\tQ2\t2012-02-29\t\n");
  EXPECT_EQ(import("{\"id\":\"Q9\",\"P54\" broken\n" + club + "\n"),
            "S\twikidata\nC\tQ2\tSample FC\t\t\tQ29\t\t\n");
  EXPECT_NE(skipped_.find("source:1:1: the line is no JSON object: "), std::string::npos);
}

TEST_F(Import, ReadsListsOfOpenfootball) {
  EXPECT_EQ(
      import("=====\n=  Spain (es)\n\n"
             "Sevilla FC, 1890, @ Estadio, Sevilla (Nervión) › Andalucía  ## a note\n"
             "  | Sevilla | FC Sevilla\n  | Sevilla\n"
             "Old Town FC (1901-1920),  Old Town\n"),
      "S\topenfootball\n"
      "C\tspain/old-town-fc\tOld Town FC\t\tOld Town\tSpain\t\t\n"
      "C\tspain/sevilla-fc\tSevilla FC\tSevilla|FC Sevilla\tSevilla\tSpain\t\t\n");
  EXPECT_EQ(import("=\n| Nobody\nLost FC\n"), "S\topenfootball\n");
  EXPECT_EQ(skipped_,
            "source:2:1: other names, but no club stands above\n"
            "source:3:1: no heading ('= England') stands above\n");
}

TEST_F(Import, SaysWhatItCannotRead) {
  EXPECT_EQ(import("just text\n"),
            "/source: is no CSV with a heading we know, no Wikidata dump and no list of "
            "openfootball; docs/formats/knowledge.md describes them");
  EXPECT_NE(import("BZh91AY").find("use 'bzcat "), std::string::npos);
  EXPECT_NE(import("\x1f\x8b broken").find("gzip data is"), std::string::npos);
}

TEST(FindDay, KnowsDaysWindowsAndSeasons) {
  struct Row {
    const char* text;
    bool last;
    const char* day;
  };
  const Row rows[] = {
      {"2023-07-01", false, "2023-07-01"},
      {"2018-summer", false, "2018-07-01"},
      {"2018-summer", true, "2018-06-30"},
      {"2019-winter", false, "2019-01-01"},
      {"2019-winter", true, "2018-12-31"},
      {"2014/15", false, "2014-07-01"},
      {"2014/15", true, "2015-06-30"},
      {"2023-02-30", false, ""},
      {"soon", false, ""},
      {"2014/x", false, ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(find_day(row.text, row.last).value_or(""), row.day) << row.text;
  }
}

TEST(Records, AreTheSameAfterPrinting) {
  const std::string text =
      "S\ta\nG\tQ29\tSpain\nC\t1\tX\ty|"
      "z\tc\tS\tQ1\tws\nP\t1\tN\t\t\t\t\t\t\twd\nM\t1\t\t1\t\tlp\n";
  const Result<Records> records = parse_records(text);
  ASSERT_TRUE(records);
  EXPECT_EQ(print_records(*records), text);
  EXPECT_FALSE(parse_records("C\t1\n"));
  EXPECT_FALSE(parse_records("S\ta\nX\n"));
}

TEST(CleanCell, MakesOneLineOfAnything) {
  EXPECT_EQ(clean_cell("  a\t b|c\n\xFF d  "), "a b c d");
  EXPECT_LE(clean_cell(std::string(1000, 'x')).size(), 200U);
}

}  // namespace
}  // namespace hearsay
