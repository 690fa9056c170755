#include "hearsay/ledger/name_key.h"

#include <gtest/gtest.h>

namespace hearsay::ledger {
namespace {

TEST(NameKey, IsFoldedWordsBehindSpaces) {
  struct Case {
    const char* name;
    const char* key;
  };
  const Case cases[] = {
      {"Paris Saint-Germain", " paris saint germain"},
      {"[MLS]", " mls"},
      {"  N'Golo   Kanté ", " ngolo kante"},
      {"Schalke 04", " schalke 04"},
      {"Дзюба", " дзюба"},
      {"", ""},
      {" -- !", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(name_key(c.name), c.key) << c.name;
}

}  // namespace
}  // namespace hearsay::ledger
