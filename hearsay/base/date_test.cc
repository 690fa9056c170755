#include "hearsay/base/date.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Moment, KeepsThePrecisionItWasGiven) {
  struct Case {
    const char* text;
    const char* printed;  // "" when it is no moment
  };
  const Case cases[] = {
      {"2023-03-01", "2023-03-01"},
      {"2023-03-01T09:30:00Z", "2023-03-01T09:30:00Z"},
      {"2023-03-01 09:30", "2023-03-01T09:30:00Z"},
      {"2023-03-01T00:30:00+02:00", "2023-02-28T22:30:00Z"},
      {"2023-03-01T09:30:00.250-0500", "2023-03-01T14:30:00Z"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", ""},
      {"2023-13-01", ""},
      {"2023-03-01T25:00", ""},
      {"2023-03-01T09:30 tomorrow", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    const auto moment = parse_moment(c.text);
    EXPECT_EQ(moment ? print(*moment) : "", c.printed) << c.text;
  }
}

}  // namespace
}  // namespace hearsay
