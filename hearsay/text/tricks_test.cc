#include "hearsay/text/tricks.h"

#include <string_view>

#include <gtest/gtest.h>

#include "hearsay/text/testing.h"
#include "hearsay/text/trick_places.h"

namespace hearsay::text {
namespace {

struct Row {
  std::string_view given;
  std::string_view wanted;
};

TEST(Tricks, AreUndone) {
  const Row rows[] = {
      {"R.a.m.o.s will stay.", "Ramos will stay."},
      {"They want R.а.m.o.s now.", "They want Ramos now."},  // а is Cyrillic
      {"Both R-a-m-o-s and M-e-s-s-i will stay.", "Both Ramos and Messi will stay."},
      {"PauI says WiIIiams left lnter for MiIan.",
       "Paul says Williams left Inter for Milan."},
      {"0fficial: the c1ub have s1gned him for the g0al.",
       "Official: the club have signed him for the goal."},
      {"The rnanager of Benjarnin likes surnmer football.",
       "The manager of Benjamin likes summer football."},
  };
  for (const Row& row : rows) EXPECT_EQ(restored(row.given), row.wanted);
}

TEST(Tricks, AreNotSeenWhereNobodyPlayedOne) {
  const std::string_view rows[] = {
      "The U.S. side, F.I.F.A. and D.C. United met at 3.p.m. on 1.1.2021.",
      "A 4-4-2 became a 3-4-1-2; he scored in the 10th, 11th and 101st minute.",
      "Horne met Arnold and Bernat at the corner of Burnham.",
      "The club S-o-l-d him, they chanted.",
      "He joined on 01 July for 10m, U21s and all, from Ligue1 to LaLiga.",
      "See https://t.co/a1b0Ic and @PauI_10, user PauI@c1ub.com, file c1ub.txt.",
      "McIlroy and DiIorio; iPhone, WiFi, LaTeX and AI.",
  };
  for (const std::string_view row : rows) EXPECT_EQ(restored(row), row);
}

TEST(Tricks, AreToldAsRepairs) {
  const Cleaned cleaned = test_cleaner().restore("R.a.m.o.s and PauI");
  ASSERT_EQ(cleaned.repairs.size(), 5U);
  EXPECT_EQ(cleaned.repairs[0].kind, RepairKind::kSplit);
  EXPECT_EQ(cleaned.repairs[0].from, ".");
  EXPECT_EQ(cleaned.repairs[4].kind, RepairKind::kLookAlike);
  EXPECT_EQ(cleaned.repairs[4].from, "I");
}

// The sixteen places at once must be those that one after the other would be found.
TEST(TrickPlaces, AreFoundWhereverTheyStand) {
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::string_view trick :
         {".m.", "-m-", "aI", "a1a", "a0a", " 0a", "rn", "vv", " ln"}) {
      std::string text(before, 'e');
      text += trick;
      text += "eeeeeeeeeeeeeeeeeeee";
      EXPECT_EQ(next_trick(text, 0), before) << trick;
    }
  }
  EXPECT_EQ(next_trick("eeeeee eeeeeee eeee eeeeee eeee", 0), 31U);
}

}  // namespace
}  // namespace hearsay::text
