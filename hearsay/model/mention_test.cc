#include "hearsay/model/mention.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

template <class Enum>
std::string words(Enum last) {
  std::string out;
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    out.append(out.empty() ? "" : " ").append(to_string(static_cast<Enum>(value)));
  }
  return out;
}

TEST(Mention, HasAWordForEveryValue) {
  EXPECT_EQ(words(MentionKind::kOutlet),
            "player person club competition country nationality outlet");
  EXPECT_EQ(words(Naming::kPronoun), "full short nick handle description pronoun");
  EXPECT_EQ(words(Role::kJournalist), "none player coach official agent journalist");
}

}  // namespace
}  // namespace hearsay
