// Names: who is meant by one, and what is none. Descriptions and pronouns:
// references_test.cc.

#include "hearsay/mention/find.h"

#include <gtest/gtest.h>

#include "hearsay/mention/tiny_world_test.h"

namespace hearsay::mention {
namespace {

struct Case {
  std::string_view marked;  // the words are what stands in it without the marks
  std::string_view date = "2021-03-01";
  std::string_view title = "";
};

std::string unmarked(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') continue;
    if (text[at] == '|') at = text.find(']', at);
    if (at < text.size() && text[at] != ']') words += text[at];
  }
  return words;
}

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& row : cases) {
    EXPECT_EQ(marked(unmarked(row.marked), row.date, row.title), row.marked);
  }
}

TEST(Find, KnowsNamesHoweverTheyAreSpelt) {
  expect_all({
      {"[Manchester United|club] want [Sergio Ramos|player]."},
      {"[MANCHESTER UNITED|club:Manchester United] want [SERGIO RAMOS|player:Sergio "
       "Ramos]."},
      {"[Milan Skriniar|player:Milan Škriniar] stays."},
      {"[Man Utd|club:Manchester United]'s offer for [Erling Braut Haaland|player:Erling "
       "Haaland]."},
      {"[Paris Saint Germain|club:Paris Saint-Germain] sold [Neymar|player]."},
      {"the arsenal of real ideas in the city"},
      {"A deal with [@FCBarcelona|club:Barcelona] is close, says "
       "[@FabrizioRomano|person:Fabrizio Romano]."},
      {"[#CFC|club:Chelsea] sign [#Haaland|player:Erling Haaland]."},
      {"See https://example.com/Arsenal/Haaland now."},
  });
}

TEST(Find, TakesTheLongestName) {
  expect_all({
      {"[Inter Miami|club] and [Inter Milan|club] talk."},
      {"[Chelsea Women|club] sign [Sam Kerr|player]."},
      {"[Barcelona B|club?] drew with [Lens|club]."},
      {"The [Birmingham Mail|outlet?] reports it."},
      {"The end for [Inter|club:Inter Milan]. [Miami|club:Inter Miami] wait."},
  });
}

TEST(Find, ResolvesSurnamesByTheDocument) {
  expect_all({
      {"[Ramos|player:Sergio Ramos] may go. [Sergio Ramos|player] is in talks."},
      {"[Ramos|player:Gonçalo Ramos] may go.", "2024-01-10",
       "PSG could sell Gonçalo Ramos"},
      {"[Henderson|player:Jordan Henderson] will go, [Jordan Henderson|player] said."},
      {"[Manchester United|club] goalkeeper [Henderson|player:Dean Henderson] could "
       "leave."},
      {"[Ramos|player:Gonçalo Ramos], 22, is wanted.", "2023-09-01"},
      {"[Portugal|country] forward [Ramos|player:Gonçalo Ramos] is wanted.",
       "2023-01-01"},
      {"[Ramos|player:Sergio Ramos] is wanted.", "2021-03-01"},
      {"[Torreira|player:Lucas Torreira]'s deal is close."},
      {"Still nobody knows where [Haaland|player:Erling Haaland] will play."},
  });
}

TEST(Find, TellsNamesakesApart) {
  expect_all({
      {"[Luis Suarez|player:Luis Suárez] leaves [Barcelona|club].", "2020-09-20"},
      {"[Luis Suarez|player:Luis Suárez], 25, is wanted.", "2023-03-01"},
  });
  const Text old = text_of("Luis Suarez leaves Barcelona.");
  const Text young = text_of("Luis Suarez, 25, leaves.");
  Imprint imprint;
  imprint.published = parse_moment("2020-09-20");
  const auto first = find(old, imprint, tiny_world());
  imprint.published = parse_moment("2023-03-01");
  const auto second = find(young, imprint, tiny_world());
  ASSERT_TRUE(!first.empty() && !second.empty());
  EXPECT_NE(first.front().player, second.front().player);
  EXPECT_EQ(second.front().rejected.size(), 1U);
  EXPECT_FALSE(second.front().why.empty());
}

TEST(Find, LeavesWordsOfAllDaysAlone) {
  expect_all({
      {"Young players will leave the city."},
      {"Rice and beans are dear. Will they pay?"},
      {"Sport is fun. As it were."},
      {"[Ashley Young|player] may go. [Young|player:Ashley Young] has told them so."},
      {"[Declan Rice|player] stays. [Rice|player:Declan Rice]'s deal is long.",
       "2024-01-01"},
      {"The real deal is a united front."},
      {"Sporting directors met."},
  });
}

TEST(Find, ResolvesShortClubNamesByTheDocument) {
  expect_all({
      {"[Manchester United|club] wait. [United|club:Manchester United] are keen."},
      {"[Newcastle United|club] wait. [United|club:Newcastle United] are keen."},
      {"[Birmingham City|club] wait. [City|club:Birmingham City] are keen."},
      {"[Chelsea|club] wait. [The Blues|club:Chelsea] are keen."},
      {"[Birmingham City|club] wait. [The Blues|club:Birmingham City] are keen."},
      {"[Inter Milan|club] wait. [Inter|club:Inter Milan] are keen."},
      {"[Inter Miami|club] wait. [Miami|club:Inter Miami] are keen."},
      {"[Real Madrid|club] wait. He goes to [Madrid|club:Real Madrid]."},
      {"[Atletico Madrid|club] wait. He goes to [Madrid|club:Atletico Madrid]."},
      {"[Sporting Lisbon|club:Sporting CP] wait. [Sporting|club:Sporting CP] are keen."},
      {"[Sporting Gijon|club] wait. [Sporting|club:Sporting Gijon] are keen."},
      {"[Aston Villa|club] wait and [Villa|club:Aston Villa] are keen."},
      {"[Nottingham Forest|club] wait and [Forest|club:Nottingham Forest] are keen."},
      {"A move to [Everton|club] is close."},
      {"[Brazilian|nationality:Brazil] winger [Everton|player], 24, may go."},
  });
}

TEST(Find, TellsTownsAndCountriesFromClubs) {
  expect_all({
      {"He arrived in Barcelona on Monday."},
      {"He flew to Milan on Monday."},
      {"[Chelsea|club] have interest in [Barcelona|club]'s captain."},
      {"He may join [Barcelona|club]."},
      {"[England|country] winger [Raheem Sterling|player] played for [England|country]."},
      {"The [Spanish|nationality:Spain] league and the [Italian|nationality:Italy] "
       "press."},
      {"A move to the [Premier League|competition] or [MLS|competition]."},
  });
}

TEST(Find, KnowsOutletsWhereTheyAreCited) {
  expect_all({
      {"According to [AS|outlet], [Neymar|player] may go."},
      {"As [Monaco|club] know, he may go."},
      {"[Neymar|player] may go, reports [The Sun|outlet]."},
      {"[Sport|outlet] claim that he may go."},
      {"[Neymar|player] may go. ([telegraph.co.uk|outlet:The Telegraph])"},
      {"[Neymar|player] may go. ([unknownpaper.com|outlet?])"},
      {"[Neymar|player] may go. ([Sport|outlet])"},
      {"He told [BBC Sport|outlet] about it."},
      {"According to [Ouest Matin|outlet?], he may go."},
  });
}

TEST(Find, FindsPeopleNobodyListed) {
  expect_all({
      {"[Danish|nationality:Denmark] midfielder [Mohamed Daramy|player?] may go. "
       "[Daramy|player?:Mohamed Daramy] is 19."},
      {"[Zorbec Talu|player?], 19, may go."},
      {"[Lens|club]' [Facundo Medina|player?] may go."},
      {"[Arsenal|club]'s [Ravi Oduber|player?] may go."},
      {"[Gonçalo Inácio|player?] to [Arsenal|club], here we go."},
      {"[Jordan Zemura|player?] has signed."},
      {"Striker [Zeferino|player?] has signed."},
      {"[Inter Miami|club] president [Xavier Asenso|person?] spoke."},
      {"Journalist [Nicolo Tamburi|person?] said so."},
      {"[Goncalo Guedes|player?] and [Ramos|player:Sergio Ramos] met."},
      {"[Lionel Messi|player] and [Jorge Messi|person?] met. [Messi|player:Lionel Messi] "
       "stays."},
      {"[Arsenal|club] want [Lucas Tores|player?] and [Luca Torreira|player:Lucas "
       "Torreira]."},
  });
}

TEST(Find, TakesNoPlaceOrClubForAPerson) {
  expect_all({
      {"He will play at Santiago Bernabeu."},
      {"They met at Old Henderson and at the Chelsea Stadium."},
      {"They met at the Allianz Arena in Wembley Park."},
      {"[Turkish|nationality:Turkey] side [Caykur Rizespor|club?] are keen."},
      {"[Leyton Wanderers|club?] are keen."},
      {"It ends in January, on Monday, before the World Cup."},
      {"Bayern Set To Sign Right-Back From Norwich"},
      {"Transfer News Live: Done Deals And Rumours"},
  });
}

TEST(Find, KnowsWhatPartPeoplePlay) {
  const Text text = text_of(
      "Inter Miami boss Phil Neville met agent Jorge Mendes. Journalist Fabrizio Romano "
      "saw "
      "Sergio Ramos.");
  std::string roles;
  for (const Mention& mention : find(text, Imprint(), tiny_world())) {
    roles.append(to_string(mention.role)).append(" ");
  }
  EXPECT_EQ(roles, "none coach agent journalist player ");
}

TEST(Find, SurvivesAnEmptyTextAndAnUnknownLanguage) {
  EXPECT_TRUE(find(Text(), Imprint(), tiny_world()).empty());
  Text text = text_of("Arsenal kopen Haaland.");
  text.language = "nl";
  const auto mentions = find(text, Imprint(), tiny_world());
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].name, "Arsenal");
  EXPECT_EQ(mentions[1].name, "Erling Haaland");
}

TEST(Find, GivesMentionsInOrderAndApart) {
  const Text text = text_of(
      "Arsenal want the former Real Madrid captain Sergio Ramos. The Spaniard, 34, told "
      "AS he "
      "loves London. The Gunners said they would wait for him.");
  Imprint imprint;
  imprint.published = parse_moment("2021-03-01");
  std::size_t end = 0;
  for (const Mention& mention : find(text, imprint, tiny_world())) {
    EXPECT_LE(end, mention.span.begin);
    EXPECT_LT(mention.first_token, mention.end_token);
    EXPECT_EQ(mention.span.begin, text.tokens[mention.first_token].span.begin);
    EXPECT_EQ(mention.span.end, text.tokens[mention.end_token - 1].span.end);
    EXPECT_FALSE(mention.name.empty());
    end = mention.span.end;
  }
}

}  // namespace
}  // namespace hearsay::mention
