// Who was where, for players whose careers are known by heart: the shipped spells against
// the record.

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay {
namespace {

struct Fact {
  const char* player;
  const char* day;
  const char* club;
  const char* plays_for = nullptr;  // when on loan
};

constexpr Fact kFacts[] = {
    {"Sergio Ramos", "2005-01-01", "Sevilla"},
    {"Sergio Ramos", "2020-11-11", "Real Madrid"},
    {"Sergio Ramos", "2023-03-01", "Paris Saint-Germain"},
    {"Sergio Ramos", "2023-07-15", ""},
    {"Sergio Ramos", "2024-01-01", "Sevilla"},
    {"Sergio Ramos", "2024-10-01", ""},
    {"Sergio Ramos", "2025-06-01", "Monterrey"},
    {"Lionel Messi", "2015-01-01", "Barcelona"},
    {"Lionel Messi", "2023-03-01", "Paris Saint-Germain"},
    {"Lionel Messi", "2024-03-01", "Inter Miami"},
    {"Cristiano Ronaldo", "2017-01-01", "Real Madrid"},
    {"Cristiano Ronaldo", "2020-01-01", "Juventus"},
    {"Cristiano Ronaldo", "2022-01-01", "Manchester United"},
    {"Cristiano Ronaldo", "2024-01-01", "Al-Nassr"},
    {"Neymar", "2016-01-01", "Barcelona"},
    {"Neymar", "2020-01-01", "Paris Saint-Germain"},
    {"Neymar", "2024-01-01", "Al-Hilal"},
    {"Neymar", "2025-05-01", "Santos"},
    {"Kylian Mbappé", "2017-01-01", "Monaco"},
    {"Kylian Mbappé", "2018-01-01", "Monaco", "Paris Saint-Germain"},
    {"Kylian Mbappé", "2023-01-01", "Paris Saint-Germain"},
    {"Kylian Mbappé", "2025-01-01", "Real Madrid"},
    {"Harry Kane", "2020-01-01", "Tottenham Hotspur"},
    {"Harry Kane", "2024-01-01", "Bayern Munich"},
    {"Jude Bellingham", "2021-01-01", "Borussia Dortmund"},
    {"Jude Bellingham", "2024-01-01", "Real Madrid"},
    {"Erling Haaland", "2019-10-01", "Red Bull Salzburg"},
    {"Erling Haaland", "2021-01-01", "Borussia Dortmund"},
    {"Erling Haaland", "2023-01-01", "Manchester City"},
    {"Romelu Lukaku", "2016-01-01", "Everton"},
    {"Romelu Lukaku", "2018-01-01", "Manchester United"},
    {"Romelu Lukaku", "2020-01-01", "Inter Milan"},
    {"Romelu Lukaku", "2022-01-01", "Chelsea"},
    {"Romelu Lukaku", "2023-01-01", "Chelsea", "Inter Milan"},
    {"Romelu Lukaku", "2024-01-01", "Chelsea", "Roma"},
    {"Romelu Lukaku", "2025-01-01", "Napoli"},
    {"Paul Pogba", "2015-01-01", "Juventus"},
    {"Paul Pogba", "2019-01-01", "Manchester United"},
    {"Paul Pogba", "2023-01-01", "Juventus"},
    {"Paul Pogba", "2025-09-01", "Monaco"},
    {"Karim Benzema", "2020-01-01", "Real Madrid"},
    {"Karim Benzema", "2024-01-01", "Al-Ittihad"},
    {"Luka Modrić", "2020-01-01", "Real Madrid"},
    {"Luka Modrić", "2025-09-01", "AC Milan"},
    {"Eden Hazard", "2018-01-01", "Chelsea"},
    {"Eden Hazard", "2021-01-01", "Real Madrid"},
    {"Antoine Griezmann", "2018-01-01", "Atletico Madrid"},
    {"Antoine Griezmann", "2020-01-01", "Barcelona"},
    {"Antoine Griezmann", "2022-01-01", "Barcelona", "Atletico Madrid"},
    {"Antoine Griezmann", "2024-01-01", "Atletico Madrid"},
    {"Robert Lewandowski", "2020-01-01", "Bayern Munich"},
    {"Robert Lewandowski", "2024-01-01", "Barcelona"},
    {"Mohamed Salah", "2017-01-01", "Roma"},
    {"Mohamed Salah", "2024-01-01", "Liverpool"},
    {"Kevin De Bruyne", "2020-01-01", "Manchester City"},
    {"Kevin De Bruyne", "2025-09-01", "Napoli"},
    {"Luis Suárez", "2018-01-01", "Barcelona"},
    {"Luis Suárez", "2021-01-01", "Atletico Madrid"},
    {"Luis Suárez", "2024-03-01", "Inter Miami"},
    {"Gonzalo Higuaín", "2017-01-01", "Juventus"},
    {"Gonzalo Higuaín", "2019-03-01", "Juventus", "Chelsea"},
    {"Gonzalo Higuaín", "2020-11-11", "Inter Miami"},
    {"Blaise Matuidi", "2016-01-01", "Paris Saint-Germain"},
    {"Blaise Matuidi", "2020-11-11", "Inter Miami"},
    {"Sergio Busquets", "2023-03-01", "Barcelona"},
    {"Sergio Busquets", "2024-03-01", "Inter Miami"},
    {"Jordi Alba", "2023-03-01", "Barcelona"},
    {"Jordi Alba", "2024-03-01", "Inter Miami"},
    {"Thomas Müller", "2020-01-01", "Bayern Munich"},
    {"Marcus Rashford", "2020-01-01", "Manchester United"},
    {"Marcus Rashford", "2025-03-01", "Manchester United", "Aston Villa"},
    {"Jadon Sancho", "2020-01-01", "Borussia Dortmund"},
    {"Jadon Sancho", "2024-03-01", "Manchester United", "Borussia Dortmund"},
    {"Zlatan Ibrahimović", "2017-01-01", "Manchester United"},
    {"Zlatan Ibrahimović", "2018-10-01", "LA Galaxy"},
    {"Zlatan Ibrahimović", "2021-01-01", "AC Milan"},
    {"Edinson Cavani", "2019-01-01", "Paris Saint-Germain"},
    {"Edinson Cavani", "2021-01-01", "Manchester United"},
    {"Ángel Di María", "2020-01-01", "Paris Saint-Germain"},
    {"Ángel Di María", "2023-01-01", "Juventus"},
    {"Gareth Bale", "2018-01-01", "Real Madrid"},
    {"Gareth Bale", "2021-01-01", "Real Madrid", "Tottenham Hotspur"},
    {"Virgil van Dijk", "2017-01-01", "Southampton"},
    {"Virgil van Dijk", "2023-01-01", "Liverpool"},
    {"Sadio Mané", "2020-01-01", "Liverpool"},
    {"Sadio Mané", "2023-01-01", "Bayern Munich"},
    {"Sadio Mané", "2024-01-01", "Al-Nassr"},
    {"Declan Rice", "2022-01-01", "West Ham United"},
    {"Declan Rice", "2024-01-01", "Arsenal"},
    {"Bukayo Saka", "2022-01-01", "Arsenal"},
    {"Phil Foden", "2022-01-01", "Manchester City"},
    {"Cole Palmer", "2023-01-01", "Manchester City"},
    {"Cole Palmer", "2024-01-01", "Chelsea"},
    {"Moisés Caicedo", "2022-10-01", "Brighton & Hove Albion"},
    {"Moisés Caicedo", "2024-01-01", "Chelsea"},
    {"Enzo Fernández", "2022-10-01", "Benfica"},
    {"Enzo Fernández", "2024-01-01", "Chelsea"},
    {"Florian Wirtz", "2024-01-01", "Bayer Leverkusen"},
    {"Florian Wirtz", "2025-10-01", "Liverpool"},
    {"Alexander Isak", "2021-01-01", "Real Sociedad"},
    {"Alexander Isak", "2024-01-01", "Newcastle United"},
    {"Alexander Isak", "2025-10-01", "Liverpool"},
    {"Victor Osimhen", "2019-10-01", "Lille"},
    {"Victor Osimhen", "2022-01-01", "Napoli"},
    {"Victor Osimhen", "2025-01-01", "Napoli", "Galatasaray"},
    {"Khvicha Kvaratskhelia", "2024-01-01", "Napoli"},
    {"Khvicha Kvaratskhelia", "2025-03-01", "Paris Saint-Germain"},
    {"João Félix", "2020-01-01", "Atletico Madrid"},
    {"João Félix", "2023-03-01", "Atletico Madrid", "Chelsea"},
    {"João Félix", "2024-01-01", "Atletico Madrid", "Barcelona"},
    {"Philippe Coutinho", "2017-01-01", "Liverpool"},
    {"Philippe Coutinho", "2020-01-01", "Barcelona", "Bayern Munich"},
    {"Raheem Sterling", "2020-01-01", "Manchester City"},
    {"Raheem Sterling", "2025-01-01", "Chelsea", "Arsenal"},
    {"Mesut Özil", "2019-01-01", "Arsenal"},
    {"Mesut Özil", "2021-10-01", "Fenerbahce"},
    {"Sam Kerr", "2023-01-01", "Chelsea Women"},
    {"Vivianne Miedema", "2023-01-01", "Arsenal Women"},
    {"Vivianne Miedema", "2025-01-01", "Manchester City Women"},
    {"Alexia Putellas", "2022-01-01", "Barcelona Femení"},
    {"Mary Earps", "2023-01-01", "Manchester United Women"},
};

std::optional<PlayerId> best_known(const KnowledgeBase& knowledge,
                                   std::string_view name) {
  std::optional<PlayerId> best;
  for (const NameUse& use : knowledge.names().find(name)) {
    const PlayerId id{use.id};
    if (use.kind != MentionKind::kPlayer) continue;
    const int notability = knowledge.player(id).notability;
    if (!best || notability > knowledge.player(*best).notability) best = id;
  }
  return best;
}

TEST(ShippedSpells, AgreeWithTheRecord) {
  const Result<KnowledgeBase> knowledge =
      KnowledgeBase::load(std::filesystem::path(HEARSAY_SOURCE_DIR) / "data");
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  const auto name = [&](std::optional<ClubId> club) {
    return club ? std::string(knowledge->club(*club).name) : std::string();
  };
  for (const Fact& fact : kFacts) {
    const auto player = best_known(*knowledge, fact.player);
    ASSERT_TRUE(player) << fact.player;
    const Date day = *parse_date(fact.day);
    EXPECT_EQ(name(knowledge->club_of(*player, day)), fact.club)
        << fact.player << " on " << fact.day;
    EXPECT_EQ(name(knowledge->club_of(*player, day, true)),
              fact.plays_for != nullptr ? fact.plays_for : fact.club)
        << fact.player << " on " << fact.day;
  }
}

TEST(ShippedSpells, HoldOneContractAtATime) {
  const Result<KnowledgeBase> knowledge =
      KnowledgeBase::load(std::filesystem::path(HEARSAY_SOURCE_DIR) / "data");
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  std::size_t players = 0;
  std::size_t overlapping = 0;
  std::string some;
  for (const Player& player : knowledge->players()) {
    if (player.spells.empty()) continue;
    ++players;
    const Spell* last = nullptr;
    for (const Spell& spell : player.spells) {
      if (spell.loan) continue;
      const bool overlaps =
          last != nullptr && spell.from && (!last->to || *spell.from <= *last->to);
      if (overlaps) {
        if (++overlapping <= 20) some += std::string(player.name) + ", ";
        break;
      }
      last = &spell;
    }
  }
  // Some careers are only known in pieces whose order is not.
  EXPECT_LE(overlapping * 100, players)
      << overlapping << " of " << players << ": " << some;
}

}  // namespace
}  // namespace hearsay
