// Descriptions and pronouns: who is meant when nobody is named.

#include <gtest/gtest.h>

#include "hearsay/mention/find.h"
#include "hearsay/mention/tiny_world_test.h"

namespace hearsay::mention {
namespace {

// Only descriptions and pronouns, in the order of the text: "the Spaniard > Sergio
// Ramos".
std::string references(std::string_view words, std::string_view date,
                       std::string_view title) {
  const Text text = text_of(words);
  Imprint imprint;
  imprint.published = parse_moment(date);
  if (!title.empty()) imprint.title = title;
  std::string found;
  for (const Mention& mention : find(text, imprint, tiny_world())) {
    if (mention.naming != Naming::kDescription && mention.naming != Naming::kPronoun)
      continue;
    if (!found.empty()) found.append("; ");
    found.append(text.slice(mention.span)).append(" > ").append(mention.name);
  }
  return found;
}

struct Case {
  std::string_view words;
  std::string_view expected;
  std::string_view date = "2020-11-11";
  std::string_view title = "";
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& row : cases) {
    EXPECT_EQ(references(row.words, row.date, row.title), row.expected) << row.words;
  }
}

TEST(References, PointAtPeopleByWhatIsTrueOfThem) {
  expect_all({
      {"Sergio Ramos met Lionel Messi. The Spaniard smiled.", ""},
      {"Sergio Ramos met Lionel Messi. The Spaniard has left.",
       "The Spaniard > Sergio Ramos"},
      {"Sergio Ramos met Lionel Messi. The Argentine has left.",
       "The Argentine > Lionel Messi"},
      {"Sergio Ramos met Lionel Messi. The 34-year-old has left.",
       "The 34-year-old > Sergio Ramos"},
      {"Sergio Ramos met Lionel Messi. The 24-year-old has left.", ""},
      {"Sergio Ramos met Lionel Messi. The defender has left.",
       "The defender > Sergio Ramos"},
      {"Sergio Ramos met Lionel Messi. The goalkeeper has left.", ""},
      {"Thomas Lemar met Lionel Messi. The former Monaco man has left.",
       "The former Monaco man > Thomas Lemar"},
      {"Thomas Lemar met Lionel Messi. The former Arsenal man has left.", ""},
      {"Erling Haaland met Neymar. The Norway international has left.",
       "The Norway international > Erling Haaland"},
      {"Sergio Ramos met Lionel Messi. The former Real Madrid captain has left.",
       "The former Real Madrid captain > Sergio Ramos", "2022-01-01"},
      {"The 34-year-old may go. He is wanted.",
       "The 34-year-old > Sergio Ramos; He > Sergio Ramos", "2020-11-11",
       "Sergio Ramos to leave Real Madrid"},
      {"Arsenal midfielder Lucas Torreira may go.", ""},
      {"Lucas Torreira may go. The Arsenal midfielder is wanted.",
       "midfielder > Lucas Torreira"},
      {"Danish midfielder Mohamed Daramy, 19, met Neymar. The Dane has left.",
       "The Dane > Mohamed Daramy"},
      {"Mikel Arteta met Neymar. The coach has left.", "The coach > Mikel Arteta"},
      {"Sergio Ramos met Lionel Messi. The 34-year-old Spain defender has left.",
       "The 34-year-old Spain defender > Sergio Ramos"},
      {"Sergio Ramos met Neymar. The 34-year-old Spain fans know has left.",
       "The 34-year-old > Sergio Ramos"},
      {"The Spanish league has begun for Sergio Ramos.", ""},
  });
}

TEST(References, PointAtClubs) {
  expect_all({
      {"Lens and Arsenal met. The Ligue 1 side are keen.", "The Ligue 1 side > Lens"},
      {"Lens and Arsenal met. The French champions are keen.",
       "The French champions > Lens"},
      {"Lens and Arsenal met. The London club are keen.", "The London club > Arsenal"},
      {"Barcelona and Arsenal met. The Catalan giants are keen.",
       "The Catalan giants > Barcelona"},
      {"Lens and Arsenal met. The Serie A giants are keen.", ""},
      {"Arsenal are keen. The club will wait.", "The club > Arsenal"},
      {"Lens and Arsenal met. The two clubs will wait.", ""},
      {"Lens and Arsenal met. Both clubs will wait.", ""},
      {"Chelsea hope to bring Lucas Torreira of Arsenal to the club.",
       "the club > Chelsea"},
      {"Lens met Chelsea. Lucas Torreira of Arsenal loves the club.",
       "the club > Arsenal"},
      {"Arsenal are keen. They will wait for their man.",
       "They > Arsenal; their > Arsenal"},
      {"Lens met Arsenal in May. Fans say they will wait.", ""},
  });
}

TEST(References, PointPronounsAtThePersonSpokenOf) {
  expect_all({
      {"Sergio Ramos may go. He has his reasons.",
       "He > Sergio Ramos; his > Sergio Ramos"},
      {"Sam Kerr may go. She has her reasons.", "She > Sam Kerr; her > Sam Kerr"},
      {"Sam Kerr met Neymar. He has left.", "He > Neymar"},
      {"Diego Simeone praised Thomas Lemar and wants to keep him.", "him > Thomas Lemar"},
      {"It is said that he may go.", ""},
      {"Sergio Ramos may go.\nIt rained.\nAll day.\nAll night.\nHe smiled.", ""},
  });
}

}  // namespace
}  // namespace hearsay::mention
