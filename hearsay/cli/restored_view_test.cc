#include "hearsay/cli/restored_view.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

// "Ramos goes.\nNothing.\nTo Miami,\u00a0maybe." as somebody disguised it.
Restored sample() {
  Restored restored;
  restored.document.imprint.uri = "ramos.txt";
  restored.document.bytes = "R4mos goes.\nNothing.\nTo M~iami,\u00a0maybe.";
  restored.bytes = "Ramos goes.\nNothing.\nTo Miami, maybe.";
  restored.repairs = {{RepairKind::kLookAlike, {1, 2}, "4"},
                      {RepairKind::kInvisible, {25, 25}, "~"},
                      {RepairKind::kForm, {30, 31}, "\u00a0"}};
  restored.map.copy(1);
  restored.map.replace(1, 1);
  restored.map.copy(23);
  restored.map.skip(1);
  restored.map.copy(5);
  restored.map.replace(2, 1);
  restored.map.copy(6);
  restored.encoding = "utf-8";
  restored.repaired_share = 1.0 / 6;
  return restored;
}

TEST(RestoredView, ShowsTheLinesWithRepairs) {
  EXPECT_EQ(
      print_diff(sample(), plain_terminal()),
      R"(ramos.txt: 2 of 6 words repaired: 1 look-alike, 1 invisible character, 1 odd form
1: [-R4mos-]{+Ramos+} goes.
3: To [-M~iami-]{+Miami+},[-<U+00A0>-]{+ +}maybe.

)");
}

TEST(RestoredView, MarksByColourWhereThereIsSome) {
  Terminal terminal = plain_terminal();
  terminal.colour = true;
  const std::string view = print_diff(sample(), terminal);
  EXPECT_NE(view.find("\x1b[31mR4mos\x1b[0m\x1b[32mRamos\x1b[0m goes.\n"),
            std::string::npos)
      << view;
  EXPECT_EQ(view.find("[-"), std::string::npos);
}

TEST(RestoredView, ShowsNothingOfATextWithoutRepairs) {
  Restored restored = sample();
  restored.repairs.clear();
  EXPECT_EQ(print_diff(restored, plain_terminal()), "");
}

TEST(RestoredView, LeavesOutWhatIsFarFromRepairs) {
  Restored restored;
  const std::string far(300, 'x');
  restored.document.imprint.uri = "far.txt";
  restored.bytes = far + " Ramos " + far + " Miami " + far;
  restored.repairs = {{RepairKind::kLookAlike, {301, 302}, "r"},
                      {RepairKind::kLookAlike, {608, 609}, "m"}};
  const std::string near(79, 'x');
  const std::string dots = "…";
  EXPECT_EQ(print_diff(restored, plain_terminal()),
            "far.txt: 2 of 5 words repaired: 2 look-alikes\n1: " + dots + near +
                " [-ramos-]{+Ramos+} " + near + dots + near + " [-miami-]{+Miami+} " +
                near + dots + "\n\n");
}

TEST(RestoredView, LetsNothingHideAndNothingActOnTheTerminal) {
  Restored restored;
  restored.document.imprint.uri = "x\x1b[2J";
  restored.bytes = "Málaga";
  restored.repairs = {{RepairKind::kEncoding, {1, 3}, "\xE1\x1b\u202e\u200d"}};
  EXPECT_EQ(print_diff(restored, plain_terminal()),
            "x [2J: 1 of 1 word repaired: 1 wrong encoding\n"
            "1: [-M<E1><U+001B><U+202E><U+200D>laga-]{+Málaga+}\n\n");
}

TEST(RestoredView, SumsUpDocuments) {
  RepairTally tally;
  EXPECT_TRUE(tally.empty());
  Restored restored = sample();
  tally.add(restored);
  restored.repairs.clear();
  tally.add(restored);
  restored.obfuscated = true;
  tally.add(restored);
  EXPECT_EQ(print_summary(tally, plain_terminal()),
            "3 documents: 2 of 18 words repaired: 1 look-alike, 1 invisible character, "
            "1 odd form; 1 of them meant to be hidden\n");
  RepairTally clean;
  restored.obfuscated = false;
  clean.add(restored);
  EXPECT_EQ(print_summary(clean, plain_terminal()), "ramos.txt: nothing to repair\n");
}

TEST(RestoredView, ListsRepairsWithTheirPlaces) {
  EXPECT_EQ(
      print_json(sample()),
      R"({"uri":"ramos.txt","title":null,"outlet":null,"published_on":null,)"
      R"("language":null,"encoding":"utf-8","obfuscated":false,"repaired_share":0.1667,)"
      R"("repairs":[{"kind":"look_alike","from":"4","to":"a","begin":1,"end":2,)"
      R"("raw_begin":1,"raw_end":2},{"kind":"invisible","from":"~","to":"","begin":25,)"
      R"("end":25,"raw_begin":25,"raw_end":26},{"kind":"form","from":")"
      "\u00a0"
      R"(","to":" ","begin":30,"end":31,"raw_begin":31,"raw_end":33}],)"
      R"("text":"Ramos goes.\nNothing.\nTo Miami, maybe."})");
}

}  // namespace
}  // namespace hearsay::cli
