#include "hearsay/model/restored.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// "<R" left out, "a" kept, "bb" replaced by "c", "d" kept, "ee" left out, "f" kept, "gg"
// left out.
Restored sample() {
  Restored restored;
  restored.document.bytes = "<Rabbdeefgg";
  restored.bytes = "acdf";
  restored.map.skip(2);
  restored.map.copy(1);
  restored.map.replace(2, 1);
  restored.map.copy(1);
  restored.map.skip(2);
  restored.map.copy(1);
  restored.map.skip(2);
  return restored;
}

TEST(Restored, LeadsBackToTheBytesOfARepair) {
  struct Case {
    const char* what;
    TextSpan span;
    const char* from;
    RawSpan raw;
  };
  const std::vector<Case> cases = {
      {"a letter", {1, 2}, "bb", {3, 5}},
      {"taken out at the start", {0, 0}, "<R", {0, 2}},
      {"taken out inside", {3, 3}, "ee", {6, 8}},
      {"one of two that were taken out", {3, 3}, "e", {6, 7}},
      {"taken out at the end", {4, 4}, "gg", {9, 11}},
      {"with what was taken out behind it", {2, 3}, "dee", {5, 8}},
      {"with what was taken out before it", {3, 4}, "eef", {6, 9}},
      {"on top of another repair", {1, 2}, "B", {3, 5}},
      {"on top of one that took it out", {3, 3}, "E", {6, 8}},
  };
  const Restored restored = sample();
  for (const auto& [what, span, from, raw] : cases) {
    EXPECT_EQ(restored.raw({RepairKind::kLookAlike, span, from}), raw) << what;
  }
}

TEST(Restored, KnowsNothingInsideAReplacedRun) {
  Restored restored;
  restored.document.bytes = "xyz";
  restored.bytes = "ab";
  restored.map.replace(3, 2);
  EXPECT_TRUE(restored.raw({RepairKind::kInvisible, {1, 1}, "y"}).empty());
}

TEST(Restored, OfNothingIsNothing) {
  EXPECT_EQ(Restored().raw({RepairKind::kInvisible, {0, 0}, ""}), (RawSpan{0, 0}));
}

TEST(Restored, NamesTheKinds) {
  EXPECT_EQ(to_string(RepairKind::kLookAlike), "look_alike");
  EXPECT_EQ(to_string(RepairKind::kSplit), "split");
  EXPECT_EQ(to_string(RepairKind::kForm), "form");
}

}  // namespace
}  // namespace hearsay
