// The loader and the questions, on tables small enough to be read here.

#include "hearsay/knowledge/knowledge_base.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Tables = std::map<std::string, std::string>;

// Rows are written with spaces for tabs and '_' for a space.
std::string table(std::string text) {
  for (char& c : text) {
    if (c == ' ') c = '\t';
    if (c == '_') c = ' ';
  }
  return text;
}

Tables made() {
  return {
      {"common_words", table("word\nwhite\nsport\n")},
      {"countries", table("key name other@names demonyms\n"
                          "england England  English|Englishman\n"
                          "spain Spain España Spanish|Spaniard\n")},
      {"competitions", table("key name other@names context@names country kind\n"
                             "fa-cup FA_Cup   england cup\n"
                             "la-liga La_Liga LaLiga Liga spain league\n")},
      {"clubs",
       table(
           "key name official short nicknames foreign context@names handles city country "
           "league parent women notability\n"
           "castilla Castilla        spain  real-madrid  20\n"
           "chelsea-women Chelsea_Women        england   yes 40\n"
           "real-madrid Real_Madrid Real_Madrid_CF Madrid Los_Blancos  Real realmadrid "
           "Madrid spain la-liga   99\n"
           "sevilla Sevilla Sevilla_FC      Seville spain la-liga   80\n")},
      {"outlets",
       table("key name other@names context@names domains handles language country kind\n"
             "bbc BBC_Sport BBC  bbc.co.uk|bbc.com BBCSport en england broadcaster\n"
             "sport Sport Diario_Sport  sport.es sport es spain newspaper\n")},
      {"people",
       table("key name other@names short role organisations handles\n"
             "jo-smith Jo_Smith  Smith journalist outlet:bbc|club:sevilla JoS\n")},
      {"players",
       table("key name full@name other@names short nicknames born@on nationalities "
             "position "
             "women notability\n"
             "ben-white Ben_White   White  1997-10-08 england defender  80\n"
             "sergio-ramos Sergio_Ramos   Ramos  1986-03-30 spain defender  93\n")},
      {"spells", table("player from club to kind\n"
                       "sergio-ramos  sevilla 2005-08-30 \n"
                       "sergio-ramos 2005-08-31 real-madrid 2021-06-30 \n"
                       "sergio-ramos 2010-01-01 sevilla 2010-06-30 loan\n"
                       "sergio-ramos 2023-09-04 sevilla  \n")},
  };
}

class Folder {
 public:
  explicit Folder(const Tables& tables) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::path(testing::TempDir()) /
            (std::string("hearsay-knowledge-") + test->name());
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "knowledge");
    for (const auto& [name, text] : tables) {
      std::string bytes = text;
      for (std::size_t at = bytes.find('@'); at != std::string::npos;
           at = bytes.find('@')) {
        bytes[at] = '_';
      }
      std::ofstream(path_ / "knowledge" / (name + ".tsv"), std::ios::binary) << bytes;
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// "kind:id/naming" of all that a name stands for; '?' needs context, '*' no capital.
std::string uses(const KnowledgeBase& knowledge, std::string_view name) {
  constexpr const char* kKinds[] = {"player",  "person",      "club",  "competition",
                                    "country", "nationality", "outlet"};
  constexpr const char* kNamings[] = {"full", "short", "nick", "handle"};
  std::string text;
  for (const NameUse& use : knowledge.names().find(name)) {
    text += (text.empty() ? "" : " ") + std::string(kKinds[static_cast<int>(use.kind)]) +
            ":" + std::to_string(use.id) + "/" + kNamings[static_cast<int>(use.naming)] +
            (use.needs_context ? "?" : "") + (use.needs_capital ? "" : "*");
  }
  return text;
}

TEST(KnowledgeBase, KnowsEveryNameOfItsTables) {
  const Folder folder(made());
  const Result<KnowledgeBase> knowledge = KnowledgeBase::load(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  struct Row {
    const char* name;
    const char* uses;
  };
  const Row rows[] = {
      {"España", "country:1/short"},     {"Spaniard", "nationality:1/full"},
      {"La Liga", "competition:1/full"}, {"liga", "competition:1/short?"},
      {"Real Madrid", "club:2/full"},    {"Real Madrid CF", "club:2/full"},
      {"Madrid", "club:2/short"},        {"los blancos", "club:2/nick"},
      {"Real", "club:2/short?"},         {"realmadrid", "club:2/handle*"},
      {"BBC", "outlet:0/short"},         {"sport", "outlet:1/full?"},
      {"Jo Smith", "person:0/full"},     {"JoS", "person:0/handle"},
      {"Sergio Ramos", "player:1/full"}, {"RAMOS", "player:1/short"},
      {"White", "player:0/short?"},      {"Nobody", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(uses(*knowledge, row.name), row.uses) << row.name;
}

TEST(KnowledgeBase, LinksItsRows) {
  const Folder folder(made());
  Result<KnowledgeBase> loaded = KnowledgeBase::load(folder.path());
  ASSERT_TRUE(loaded) << loaded.error().message;
  const KnowledgeBase knowledge = std::move(*loaded);  // views outlive a move
  const Club& madrid = knowledge.club(ClubId{2});
  EXPECT_EQ(madrid.city, "Madrid");
  EXPECT_EQ(knowledge.country(*madrid.country).name, "Spain");
  EXPECT_EQ(knowledge.competition(*madrid.league).name, "La Liga");
  EXPECT_TRUE(knowledge.competition(*madrid.league).league);
  EXPECT_EQ(knowledge.club(ClubId{0}).parent, ClubId{2});
  EXPECT_TRUE(knowledge.club(ClubId{1}).women);
  const Player& ramos = knowledge.player(PlayerId{1});
  EXPECT_EQ(print(*ramos.born_on), "1986-03-30");
  EXPECT_EQ(ramos.position, Position::kDefender);
  EXPECT_EQ(knowledge.country(ramos.nationalities[0]).demonyms[1], "Spaniard");
  const Person& smith = knowledge.person(PersonId{0});
  EXPECT_EQ(smith.role, Role::kJournalist);
  ASSERT_EQ(smith.organisations.size(), 2U);
  EXPECT_EQ(smith.organisations[0], "BBC Sport");
  EXPECT_EQ(smith.organisations[1], "Sevilla");
}

TEST(KnowledgeBase, KnowsWhoWasWhereOnADay) {
  const Folder folder(made());
  const Result<KnowledgeBase> knowledge = KnowledgeBase::load(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  struct Row {
    const char* day;
    const char* owner;
    const char* plays_for;
  };
  const Row rows[] = {
      {"2004-01-01", "Sevilla", "Sevilla"},
      {"2005-08-30", "Sevilla", "Sevilla"},
      {"2005-08-31", "Real Madrid", "Real Madrid"},
      {"2010-02-01", "Real Madrid", "Sevilla"},
      {"2021-06-30", "Real Madrid", "Real Madrid"},
      {"2022-01-01", "", ""},
      {"2030-01-01", "Sevilla", "Sevilla"},
  };
  const auto name = [&](std::optional<ClubId> club) {
    return club ? std::string(knowledge->club(*club).name) : std::string();
  };
  const PlayerId ramos{1};
  for (const Row& row : rows) {
    const Date day = *parse_date(row.day);
    EXPECT_EQ(name(knowledge->club_of(ramos, day)), row.owner) << row.day;
    EXPECT_EQ(name(knowledge->club_of(ramos, day, true)), row.plays_for) << row.day;
  }
  EXPECT_FALSE(knowledge->played_for(ramos, ClubId{2}, *parse_date("2005-08-31")));
  EXPECT_TRUE(knowledge->played_for(ramos, ClubId{2}, *parse_date("2020-01-01")));
  EXPECT_FALSE(knowledge->played_for(ramos, ClubId{0}, *parse_date("2024-01-01")));
}

TEST(KnowledgeBase, KnowsTheOutletOfADomain) {
  const Folder folder(made());
  const Result<KnowledgeBase> knowledge = KnowledgeBase::load(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  for (const char* domain : {"bbc.co.uk", "www.bbc.co.uk", "News.BBC.com", "bbc.com."}) {
    EXPECT_EQ(knowledge->outlet_of_domain(domain), OutletId{0}) << domain;
  }
  for (const char* domain : {"co.uk", "notbbc.com", "bbc", "", ".", "..."}) {
    EXPECT_EQ(knowledge->outlet_of_domain(domain), std::nullopt) << domain;
  }
}

TEST(KnowledgeBase, HasNoLexiconWithoutLanguages) {
  const Folder folder(made());
  const Result<KnowledgeBase> knowledge = KnowledgeBase::load(folder.path());
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  EXPECT_TRUE(knowledge->languages().empty());
  EXPECT_EQ(knowledge->lexicon("en"), nullptr);
}

TEST(KnowledgeBase, NamesThePlaceOfAWrongRow) {
  struct Row {
    const char* table;
    const char* from;  // what is written wrong …
    const char* to;    // … and how
    const char* message;
  };
  const Row rows[] = {
      {"clubs", "castilla\t", "zzz\t",
       "clubs.tsv:3: 'chelsea-women' must stand after 'zzz'"},
      {"clubs", "chelsea-women\t", "castilla\t",
       "clubs.tsv:3: 'castilla' must stand after 'castilla'"},
      {"clubs", "spain\tla-liga", "spayn\tla-liga", "clubs.tsv:4: 'spayn' is no key of"},
      {"clubs", "\treal-madrid\t\t20", "\tmadrid\t\t20",
       "clubs.tsv:2: 'madrid' is no key"},
      {"clubs", "\t99", "\t101", "clubs.tsv:4: a number from 0 to 100"},
      {"clubs", "yes", "no", "clubs.tsv:3: 'yes' or nothing"},
      {"competitions", "\tcup", "\ttrophy", "competitions.tsv:2: the kind is 'league'"},
      {"people", "outlet:bbc", "outlet:itv",
       "people.tsv:2: 'outlet:itv' is no organisation"},
      {"people", "outlet:bbc", "bbc", "people.tsv:2: 'bbc' is no organisation"},
      {"people", "journalist", "poet", "people.tsv:2: the role is 'journalist'"},
      {"players", "1986-03-30", "1986-02-30", "players.tsv:3: '1986-02-30' is no day"},
      {"players", "\tspain\t", "\tmars\t", "players.tsv:3: 'mars' is no key of"},
      {"players", "\tdefender\t\t93", "\tlibero\t\t93", "players.tsv:3: the position is"},
      {"spells", "2021-06-30", "2001-06-30", "spells.tsv:3: the spell ends before"},
      {"spells", "real-madrid", "real", "spells.tsv:3: 'real' is no key of clubs.tsv"},
      {"spells", "real-madrid", "", "spells.tsv:3: the key is missing"},
      {"spells", "loan", "free", "spells.tsv:4: 'loan' or nothing"},
      {"outlets", "\tspain\t", "\tmars\t", "outlets.tsv:3: 'mars' is no key of"},
  };
  for (const Row& row : rows) {
    Tables tables = made();
    std::string& text = tables[row.table];
    text.replace(text.find(row.from), std::string(row.from).size(), row.to);
    const Folder folder(tables);
    const Result<KnowledgeBase> knowledge = KnowledgeBase::load(folder.path());
    ASSERT_FALSE(knowledge) << row.message;
    EXPECT_EQ(knowledge.error().code, ErrorCode::kMalformed);
    EXPECT_NE(knowledge.error().message.find(row.message), std::string::npos)
        << knowledge.error().message;
  }
}

TEST(KnowledgeBase, SaysWhichTableIsMissing) {
  Tables tables = made();
  tables.erase("players");
  const Folder folder(tables);
  const Result<KnowledgeBase> knowledge = KnowledgeBase::load(folder.path());
  ASSERT_FALSE(knowledge);
  EXPECT_EQ(knowledge.error().code, ErrorCode::kNotFound);
  EXPECT_NE(knowledge.error().message.find("players.tsv"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
