// Names that are written in handles and hashtags.

#include "hearsay/mention/tags.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "hearsay/mention/tiny_world_test.h"

namespace hearsay::mention {
namespace {

std::string spelled(std::string_view tag) {
  static const Vocabulary words(tiny_world().lexicon("en"));
  std::string names;
  for (const NameUse& use : spelled_by_tag(tag, words, tiny_world())) {
    if (!names.empty()) names.append("|");
    if (use.kind == MentionKind::kClub) {
      names.append(tiny_world().club(ClubId{use.id}).name);
    } else if (use.kind == MentionKind::kPlayer) {
      names.append(tiny_world().player(PlayerId{use.id}).name);
    }
  }
  return names;
}

struct Case {
  std::string_view tag;
  std::string_view names;
};

TEST(Tags, SpellNames) {
  constexpr Case kCases[] = {
      {"#InterMiami", "Inter Miami"},      {"@inter_miami", "Inter Miami"},
      {"#intermiami", "Inter Miami"},      {"@InterMiamiCF", "Inter Miami"},
      {"@Everton1878", "Everton|Everton"},  // the club, and a player
      {"@ArsenalOfficial", "Arsenal"},     {"#arsenalfc", "Arsenal"},
      {"#FCArsenal", "Arsenal"},           {"@sergio_ramos", "Sergio Ramos"},
      {"#SergioRamos", "Sergio Ramos"},
  };
  for (const Case& row : kCases) EXPECT_EQ(spelled(row.tag), row.names) << row.tag;
}

TEST(Tags, SpellNothingElse) {
  for (const std::string_view tag :
       {"", "#", "@", "#a", "@ArsenalNews", "#DoneDeal", "@_", "#___", "#2023", "#2_0_2",
        "@ÄÖÜß", "@averylonghandlewithnoendandnonameinit"}) {
    EXPECT_EQ(spelled(tag), "") << tag;
  }
}

}  // namespace
}  // namespace hearsay::mention
