// Who is known already, who is new, and which names an imported row may go by.

#include "hearsay/knowledge/merge.h"

#include <gtest/gtest.h>

#include "hearsay/knowledge/merge_players.h"
#include "hearsay/knowledge/testing.h"

namespace hearsay {
namespace {

const ImportWords& words() {
  static const ImportWords loaded = *ImportWords::load(HEARSAY_SOURCE_DIR "/data");
  return loaded;
}

Merged merged_with(const std::string& records) {
  const Result<Records> parsed = parse_records(records);
  EXPECT_TRUE(parsed);
  Result<Merged> merged = merge(testing_tables(), *parsed, words());
  EXPECT_TRUE(merged) << merged.error().message;
  return std::move(*merged);
}

// The row with this key, cells between ';', empty cells left out at the end.
std::string row_of(const Merged& merged, const char* table, const std::string& key) {
  const std::string& bytes = merged.tables.find(table)->second.bytes;
  std::string rows;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = bytes.find('\n', at);
    std::string line = bytes.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(key + "\t")) continue;
    for (char& c : line) c = c == '\t' ? ';' : c;
    rows += (rows.empty() ? "" : " / ") + line;
  }
  return rows;
}

TEST(Merge, LeavesTheTablesAloneWithoutRecords) {
  const Merged merged = merged_with("");
  EXPECT_EQ(merged.tables.find("players")->second.bytes,
            testing_tables().find("players")->second.bytes);
}

TEST(Merge, FindsWhomWeKnow) {
  const Merged merged = merged_with(
      "S\tx\n"
      "C\ttm:368\tSevilla FC\t\t\tSpain\t\t\n"         // by number and name
      "C\tb\tReal Madrid CF\t\t\tSpain\t\t\n"          // by name and country
      "C\tc\tReal Madrid\t\t\tEngland\t\t\n"           // another country: another club
      "P\t1\tSERGIO RAMOS\t\t\t1986-03-30\t\t\t\t\n"   // by name and birth
      "P\t2\tBen White\t\t\t2001-01-01\t\t\t\t\n"      // a namesake
      "P\t3\tSergio Ramos\t\t\t\t\t\t\t\n"             // no birth, no club in common
      "P\t335721\tBen White\t\t\t\tEngland\t\t\t\n");  // by number
  EXPECT_EQ(merged.clubs.known, 2U);
  EXPECT_EQ(merged.clubs.added, 1U);
  EXPECT_EQ(merged.players.known, 2U);
  EXPECT_EQ(merged.players.added, 2U);
  EXPECT_EQ(row_of(merged, "clubs", "sevilla"),
            "sevilla;Sevilla;Sevilla FC;;;;Nervión;;Seville;spain;la-liga;;;80;368;"
            "hearsay|x:tm:368");
  EXPECT_EQ(row_of(merged, "players", "ben-white-2001"),
            "ben-white-2001;Ben White;;;;;2001-01-01;;;;5;;Ben White;x:2");
}

TEST(Merge, MakesNamesCountOnlyAsFarAsTheyTell) {
  const Merged merged = merged_with(
      "S\tx\n"
      "C\t1\tKataller Toyama (-2030)\tToyama|KT|K. Toyama|Spanish|Good Old Boys\t\t\t\t\n"
      "C\t2\tMotor\t\t\t\t\t\n"
      "C\t3\tMotor U19\t\t\t\t\t\n"
      "C\t4\tWithout Club\t\t\t\t\t\n"
      "P\t1\tJo Smith\t\t\t\t\t\t\t\n"
      "P\t2\tPaulinho\tJ. Perez\t\t\t\t\t\t\n");
  EXPECT_EQ(
      row_of(merged, "clubs", "kataller-toyama"),
      "kataller-toyama;Kataller Toyama;;;;;Toyama|Spanish|Good Old Boys;;;;;;;5;;x:1");
  EXPECT_EQ(row_of(merged, "clubs", "motor"), "motor;Motor;;;;;Motor;;;;;;;5;;x:2");
  EXPECT_EQ(merged.clubs.left_out, 2U);
  EXPECT_EQ(row_of(merged, "players", "jo-smith"),
            "jo-smith;Jo Smith;;;;;;;;;5;;Jo Smith;x:1");
  EXPECT_EQ(row_of(merged, "players", "paulinho"),
            "paulinho;Paulinho;;;;;;;;;5;;Paulinho;x:2");
}

TEST(Merge, AddsLaterSpellsAndNewCareers) {
  const Merged merged = merged_with(
      "S\tx\n"
      "C\t1\tParis Lions\t\t\t\t\t\nC\t2\tParis Lions U19\t\t\t\t\t\n"
      "P\t7\tSergio Ramos\t\t\t1986-03-30\t\t\t\t\n"
      "P\t8\tNew Mann\t\t\t\t\t\t\t\n"
      "M\t7\t2010-01-01\t1\t2011-01-01\t\n"  // we know better
      "M\t7\t2021-07-08\t1\t\t\n"
      "M\t8\t2018-07-01\t2\t\t\n"  // a youth side counts for its club
      "M\t8\t2020-07-01\tSevilla\t\t\n"
      "M\t8\t2021-01-01\t1\t2021-06-30\tl\n"
      "M\t8\t2022-01-01\tnowhere\t\t\n"
      "M\t9\t2022-01-01\t1\t\t\n");
  EXPECT_EQ(row_of(merged, "spells", "sergio-ramos"),
            "sergio-ramos;;sevilla;2005-08-30; / "
            "sergio-ramos;2005-08-31;real-madrid;2021-06-30; / "
            "sergio-ramos;2021-07-08;paris-lions;;");
  EXPECT_EQ(row_of(merged, "spells", "new-mann"),
            "new-mann;2018-07-01;paris-lions;2020-06-30; / "
            "new-mann;2020-07-01;sevilla;; / "
            "new-mann;2021-01-01;paris-lions;2021-06-30;loan");
  EXPECT_EQ(merged.spells.left_out, 2U);
}

TEST(Merge, ReportsTwoPersonsOfOneNameAndBirth) {
  const Merged merged = merged_with(
      "S\tx\n"
      "P\t1\tAnn Example\t\t\t2000-01-01\t\t\t\t\nP\t2\tAnn "
      "Example\t\t\t2000-01-01\t\t\t\t\n"
      "P\t25557\tSergio Ramos\t\t\t1986-03-31\t\t\t\t\n");
  const std::vector<std::string> expected = {
      "x: 'Ann Example', born 2000-01-01, is 1 and 2; both were kept",
      "x: 'Sergio Ramos' (25557) was born on 1986-03-31 there, on 1986-03-30 here; ours "
      "was "
      "kept"};
  EXPECT_EQ(merged.conflicts, expected);
  EXPECT_FALSE(row_of(merged, "players", "ann-example-2000").empty());
}

TEST(Merge, LetsSourcesMeet) {
  const Merged merged = merged_with(
      "S\ta\nC\t1\tTesttown Rovers\t\t\tEngland\tQ77\t\n"
      "P\t1\tAnn Example\t\t\t2000-01-01\t\t\t\t\n"
      "S\twikidata\nC\tQ77\tTesttown Rovers F.C.\t\t\t\t\t\n"
      "P\tQ1\tAnn Example\t\t\t2000-01-01\t\t\t\t\nP\tQ2\tBob Ball\t\t\t\t\t\t\td\n");
  EXPECT_EQ(row_of(merged, "clubs", "testtown-rovers").substr(0, 31),
            "testtown-rovers;Testtown Rovers");
  EXPECT_NE(row_of(merged, "clubs", "testtown-rovers").find("a:1|wikidata:Q77"),
            std::string::npos);
  EXPECT_NE(row_of(merged, "players", "ann-example").find("a:1|wikidata:Q1"),
            std::string::npos);
  EXPECT_EQ(merged.players.left_out, 1U);  // of another sport
}

TEST(InOrder, EndsAContractWhereTheNextBegins) {
  const std::vector<MergedSpell> spells = in_order({
      {"2020-07-01", "b", "", false, false},
      {"2018-07-01", "a", "2021-01-01", false, false},
      {"", "z", "2018-06-30", false, false},
      {"2018-07-01", "a", "2019-01-01", false, false},
  });
  std::string printed;
  for (const MergedSpell& spell : spells) {
    printed += spell.club + " " + spell.from + ".." + spell.to + "; ";
  }
  EXPECT_EQ(printed, "z ..2018-06-30; a 2018-07-01..2019-01-01; b 2020-07-01..; ");
}

}  // namespace
}  // namespace hearsay
