// The tables that ship: in order, complete, and known by the names people use.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay {
namespace {

const std::filesystem::path kData = std::filesystem::path(HEARSAY_SOURCE_DIR) / "data";

const KnowledgeBase& shipped() {
  static const Result<KnowledgeBase> knowledge = KnowledgeBase::load(kData);
  if (!knowledge) {
    ADD_FAILURE() << knowledge.error().message;
    std::abort();
  }
  return *knowledge;
}

std::string club_named(std::string_view name) {
  std::string clubs;
  for (const NameUse& use : shipped().names().find(name)) {
    if (use.kind != MentionKind::kClub) continue;
    clubs +=
        (clubs.empty() ? "" : "|") + std::string(shipped().club(ClubId{use.id}).name);
  }
  return clubs;
}

// The most notable player of a name.
std::optional<PlayerId> player_named(std::string_view name) {
  std::optional<PlayerId> best;
  for (const NameUse& use : shipped().names().find(name)) {
    const PlayerId id{use.id};
    if (use.kind != MentionKind::kPlayer) continue;
    if (!best || shipped().player(id).notability > shipped().player(*best).notability) {
      best = id;
    }
  }
  return best;
}

TEST(Shipped, HasEnoughOfEverything) {
  EXPECT_GE(shipped().players().size(), 3000U);
  EXPECT_GE(shipped().clubs().size(), 1000U);
  EXPECT_GE(shipped().outlets().size(), 250U);
  EXPECT_GE(shipped().people().size(), 300U);
  EXPECT_GE(shipped().competitions().size(), 100U);
  EXPECT_GE(shipped().countries().size(), 150U);
}

TEST(Shipped, IsComposedUtf8WithoutStrayMarks) {
  for (const auto& file : std::filesystem::directory_iterator(kData / "knowledge")) {
    const Result<Tsv> table = Tsv::load(file.path(), {});
    ASSERT_TRUE(table) << table.error().message;
    std::string text;
    std::FILE* stream = std::fopen(file.path().c_str(), "rb");
    ASSERT_NE(stream, nullptr);
    char buffer[65536];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, stream)) > 0;) {
      text.append(buffer, n);
    }
    std::fclose(stream);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode_at(text, at);
      const bool combining = point.value >= 0x300 && point.value < 0x370;
      const bool odd_space = point.value == 0xA0 || point.value == 0x200B;
      EXPECT_FALSE(combining || odd_space) << file.path() << " at byte " << at;
      at += point.bytes;
    }
    EXPECT_FALSE(text.contains("  ")) << file.path();
    EXPECT_FALSE(text.contains("||") || text.contains("|\t") || text.contains("\t|"))
        << file.path();
  }
}

TEST(Shipped, ResolvesWhatClubsAreCalled) {
  struct Row {
    const char* name;
    const char* club;
  };
  const Row rows[] = {
      {"Spurs", "Tottenham Hotspur"},
      {"PSG", "Paris Saint-Germain"},
      {"Paris SG", "Paris Saint-Germain"},
      {"Man Utd", "Manchester United"},
      {"Man. United", "Manchester United"},
      {"Man City", "Manchester City"},
      {"Wolves", "Wolverhampton Wanderers"},
      {"Barca", "Barcelona"},
      {"Barça", "Barcelona"},
      {"Atleti", "Atletico Madrid"},
      {"Atlético de Madrid", "Atletico Madrid"},
      {"Juve", "Juventus"},
      {"the Gunners", "Arsenal"},
      {"Gunners", "Arsenal"},
      {"the Red Devils", "Manchester United"},
      {"Los Blancos", "Real Madrid"},
      {"Die Roten", "Bayern Munich"},
      {"the Bavarians", "Bayern Munich"},
      {"Bayern", "Bayern Munich"},
      {"Bayern München", "Bayern Munich"},
      {"FC Bayern", "Bayern Munich"},
      {"La Vecchia Signora", "Juventus"},
      {"the Old Lady", "Juventus"},
      {"Peixe", "Santos"},
      {"Rossoneri", "AC Milan"},
      {"Nerazzurri", "Inter Milan"},
      {"Giallorossi", "Roma"},
      {"AS Roma", "Roma"},
      {"Napoli", "Napoli"},
      {"Partenopei", "Napoli"},
      {"Lyon", "Lyon"},
      {"Olympique Lyonnais", "Lyon"},
      {"OM", "Marseille"},
      {"St Etienne", "Saint-Étienne"},
      {"Sporting Lisbon", "Sporting CP"},
      {"BVB", "Borussia Dortmund"},
      {"Gladbach", "Borussia Mönchengladbach"},
      {"the Toffees", "Everton"},
      {"the Hammers", "West Ham United"},
      {"the Magpies", "Newcastle United|Notts County"},
      {"the Foxes", "Leicester City"},
      {"the Seagulls", "Brighton & Hove Albion"},
      {"Las Garzas", "Inter Miami"},
      {"Inter Miami CF", "Inter Miami"},
      {"LA Galaxy", "LA Galaxy"},
      {"Al Nassr", "Al-Nassr"},
      {"Al-Hilal", "Al-Hilal"},
      {"Verdão", "Palmeiras"},
      {"Timão", "Corinthians"},
      {"Galo", "Atlético Mineiro"},
      {"Mengão", "Flamengo"},
      {"Real Madrid Castilla", "Real Madrid Castilla"},
      {"Barcelona B", "Barcelona B"},
      {"Chelsea Women", "Chelsea Women"},
      {"Dinamo Kiev", "Dynamo Kyiv"},
      {"Crvena Zvezda", "Red Star Belgrade"},
      {"Beşiktaş", "Besiktas"},
      {"QPR", "Queens Park Rangers"},
      {"Xeneizes", "Boca Juniors"},
  };
  for (const Row& row : rows) EXPECT_EQ(club_named(row.name), row.club) << row.name;
}

TEST(Shipped, ListsTheUsualEnglishNames) {
  for (const char* name : {"Bayern Munich",
                           "Inter Milan",
                           "Paris Saint-Germain",
                           "Manchester United",
                           "Sporting CP",
                           "Inter Miami",
                           "Tottenham Hotspur",
                           "Wolverhampton Wanderers",
                           "Saint-Étienne",
                           "Roma",
                           "Napoli",
                           "Lyon",
                           "Red Bull Salzburg",
                           "Benfica",
                           "Porto",
                           "Atletico Madrid",
                           "Athletic Bilbao",
                           "Real Betis",
                           "Celta Vigo",
                           "Bournemouth"}) {
    const auto uses = shipped().names().find(name);
    ASSERT_FALSE(uses.empty()) << name;
    EXPECT_EQ(uses.front().kind, MentionKind::kClub) << name;
    EXPECT_EQ(shipped().club(ClubId{uses.front().id}).name, name);
    EXPECT_EQ(uses.front().naming, Naming::kFull) << name;
  }
}

TEST(Shipped, MarksNamesThatNeedContext) {
  for (const char* name : {"Nice", "Reading", "Sport", "Sun", "Rice", "White", "United",
                           "City", "Athletic", "Sporting", "Record", "Goal", "Will"}) {
    for (const NameUse& use : shipped().names().find(name)) {
      EXPECT_TRUE(use.needs_context) << name;
    }
  }
  for (const char* name :
       {"Roma", "Kane", "Everton", "Bild", "Marca", "Bayern", "Chelsea", "Wolves",
        "Messi", "Monaco", "Rangers", "Celtic", "Inter"}) {
    const auto uses = shipped().names().find(name);
    EXPECT_TRUE(std::ranges::any_of(uses, [](const NameUse& use) {
      return !use.needs_context;
    })) << name;
  }
}

TEST(Shipped, NoNotableClubSharesItsNameWithAPersonOrCountry) {
  for (std::uint32_t id = 0; id < shipped().clubs().size(); ++id) {
    const Club& club = shipped().clubs()[id];
    if (club.notability < 66 || club.women) continue;
    for (const NameUse& use : shipped().names().find(club.name)) {
      EXPECT_TRUE(use.kind == MentionKind::kClub || use.kind == MentionKind::kOutlet)
          << club.name;
    }
  }
}

TEST(Shipped, KnowsTheStars) {
  for (const char* name : {"Lionel Messi",
                           "Cristiano Ronaldo",
                           "Neymar",
                           "Kylian Mbappé",
                           "Harry Kane",
                           "Sergio Ramos",
                           "Sergio Busquets",
                           "Jordi Alba",
                           "Luis Suárez",
                           "Gonzalo Higuaín",
                           "Blaise Matuidi",
                           "Erling Haaland",
                           "Mohamed Salah",
                           "Kevin De Bruyne",
                           "Robert Lewandowski",
                           "Karim Benzema",
                           "Luka Modrić",
                           "Paul Pogba",
                           "Romelu Lukaku",
                           "Jude Bellingham",
                           "Lamine Yamal",
                           "Bukayo Saka",
                           "Phil Foden",
                           "Vinícius Júnior",
                           "Pedri",
                           "Gavi",
                           "Rodri",
                           "Florian Wirtz",
                           "Jamal Musiala",
                           "Victor Osimhen",
                           "Declan Rice",
                           "Cole Palmer",
                           "Raheem Sterling",
                           "Mesut Özil",
                           "Zlatan Ibrahimović",
                           "Edinson Cavani",
                           "Gianluigi Buffon",
                           "Gareth Bale",
                           "Alexia Putellas",
                           "Aitana Bonmatí",
                           "Sam Kerr",
                           "Vivianne Miedema",
                           "Lauren James",
                           "Beth Mead",
                           "Alessia Russo",
                           "Lucy Bronze",
                           "Mary Earps"}) {
    const auto player = player_named(name);
    ASSERT_TRUE(player) << name;
    EXPECT_GE(shipped().player(*player).notability, 70) << name;
    EXPECT_TRUE(shipped().player(*player).born_on) << name;
    EXPECT_FALSE(shipped().player(*player).nationalities.empty()) << name;
    EXPECT_FALSE(shipped().player(*player).spells.empty()) << name;
  }
}

TEST(Shipped, ResolvesWhatPlayersAreCalled) {
  struct Row {
    const char* called;
    const char* name;
  };
  const Row rows[] = {
      {"Messi", "Lionel Messi"},        {"CR7", "Cristiano Ronaldo"},
      {"Ronaldo", "Cristiano Ronaldo"}, {"Kylian", "Kylian Mbappé"},
      {"Mbappe", "Kylian Mbappé"},      {"Kun Agüero", "Sergio Agüero"},
      {"Vini Jr", "Vinícius Júnior"},   {"Vinicius Jr.", "Vinícius Júnior"},
      {"De Bruyne", "Kevin De Bruyne"}, {"van Dijk", "Virgil van Dijk"},
      {"De Jong", "Frenkie de Jong"},   {"Di Maria", "Ángel Di María"},
      {"Ozil", "Mesut Özil"},           {"Oezil", "Mesut Özil"},
      {"Ibra", "Zlatan Ibrahimović"},   {"Alexander-Arnold", "Trent Alexander-Arnold"},
      {"Ramos", "Sergio Ramos"},        {"Suarez", "Luis Suárez"},
      {"Son", "Son Heung-min"},         {"Smith Rowe", "Emile Smith Rowe"},
      {"Putellas", "Alexia Putellas"},  {"ter Stegen", "Marc-André ter Stegen"},
  };
  for (const Row& row : rows) {
    const auto player = player_named(row.called);
    ASSERT_TRUE(player) << row.called;
    EXPECT_EQ(shipped().player(*player).name, row.name) << row.called;
  }
}

TEST(Shipped, KnowsOnlyPossibleBirths) {
  std::size_t known = 0;
  for (const Player& player : shipped().players()) {
    if (!player.born_on) continue;
    ++known;
    EXPECT_GE(*player.born_on, *parse_date("1960-01-01")) << player.name;
    EXPECT_LE(*player.born_on, *parse_date("2012-01-01")) << player.name;
  }
  EXPECT_GE(known * 10, shipped().players().size() * 8);
}

TEST(Shipped, SpellsAreSortedAndStandOnce) {
  const Result<Tsv> spells =
      Tsv::load(kData / "knowledge" / "spells.tsv", {"player", "from", "club", "to"});
  ASSERT_TRUE(spells) << spells.error().message;
  const std::vector<std::string_view>* last = nullptr;
  for (const Tsv::Row& row : spells->rows()) {
    if (last != nullptr) {
      EXPECT_LT(*last, row.cells) << "line " << row.line;
    }
    last = &row.cells;
  }
}

TEST(Shipped, KnowsTheOutletsByNameAndDomain) {
  struct Row {
    const char* name;
    const char* domain;
    const char* outlet;
  };
  const Row rows[] = {
      {"Gazzetta", "gazzetta.it", "La Gazzetta dello Sport"},
      {"MARCA", "www.marca.com", "Marca"},
      {"AS", "as.com", "AS"},
      {"Sun", "thesun.co.uk", "The Sun"},
      {"Daily Mirror", "mirror.co.uk", "The Mirror"},
      {"The Athletic", "theathletic.com", "The Athletic"},
      {"L'Equipe", "lequipe.fr", "L'Équipe"},
      {"Sportskeeda", "www.sportskeeda.com", "Sportskeeda"},
      {"Fichajes.net", "fichajes.net", "Fichajes"},
      {"BBC", "bbc.co.uk", "BBC Sport"},
      {"Sport", "sport.es", "Sport"},
      {"Globo Esporte", "ge.globo.com", "Globo Esporte"},
      {"Voetbal International", "vi.nl", "Voetbal International"},
  };
  for (const Row& row : rows) {
    bool named = false;
    for (const NameUse& use : shipped().names().find(row.name)) {
      named = named || (use.kind == MentionKind::kOutlet &&
                        shipped().outlet(OutletId{use.id}).name == row.outlet);
    }
    EXPECT_TRUE(named) << row.name;
    const auto outlet = shipped().outlet_of_domain(row.domain);
    ASSERT_TRUE(outlet) << row.domain;
    EXPECT_EQ(shipped().outlet(*outlet).name, row.outlet);
  }
}

TEST(Shipped, KnowsThePeopleOfTheNews) {
  struct Row {
    const char* name;
    Role role;
  };
  const Row rows[] = {
      {"Fabrizio Romano", Role::kJournalist}, {"FabrizioRomano", Role::kJournalist},
      {"David Ornstein", Role::kJournalist},  {"Nicolo Schira", Role::kJournalist},
      {"Plettigoal", Role::kJournalist},      {"Pep Guardiola", Role::kCoach},
      {"Phil Neville", Role::kCoach},         {"Jurgen Klopp", Role::kCoach},
      {"David Beckham", Role::kOfficial},     {"Jorge Mas", Role::kOfficial},
      {"Mino Raiola", Role::kAgent},          {"Jorge Mendes", Role::kAgent},
  };
  for (const Row& row : rows) {
    bool found = false;
    for (const NameUse& use : shipped().names().find(row.name)) {
      found = found || (use.kind == MentionKind::kPerson &&
                        shipped().person(PersonId{use.id}).role == row.role);
    }
    EXPECT_TRUE(found) << row.name;
  }
}

TEST(Shipped, KnowsLeaguesAndNations) {
  struct Row {
    const char* name;
    MentionKind kind;
  };
  const Row rows[] = {
      {"La Liga", MentionKind::kCompetition},
      {"LaLiga", MentionKind::kCompetition},
      {"Spanish top flight", MentionKind::kCompetition},
      {"MLS", MentionKind::kCompetition},
      {"Major League Soccer", MentionKind::kCompetition},
      {"Saudi Pro League", MentionKind::kCompetition},
      {"Brasileirão", MentionKind::kCompetition},
      {"Saudi Arabia", MentionKind::kCountry},
      {"Holland", MentionKind::kCountry},
      {"Spaniard", MentionKind::kNationality},
      {"Dutchman", MentionKind::kNationality},
      {"Argentine", MentionKind::kNationality},
      {"Argentinian", MentionKind::kNationality},
  };
  for (const Row& row : rows) {
    const auto uses = shipped().names().find(row.name);
    ASSERT_FALSE(uses.empty()) << row.name;
    EXPECT_EQ(uses.front().kind, row.kind) << row.name;
  }
}

}  // namespace
}  // namespace hearsay
