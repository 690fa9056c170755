#include "hearsay/base/money.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Money, PrintsAsThePressStatesSums) {
  struct Case {
    Money money;
    const char* printed;
  };
  const Case cases[] = {
      {{6'000'000'000, "EUR"}, "60m EUR"},   {{1'250'000'000, "GBP"}, "12.5m GBP"},
      {{75'000'000, "GBP"}, "750k GBP"},     {{90'000, "EUR"}, "900 EUR"},
      {{22'200'000'000, "EUR"}, "222m EUR"},
  };
  for (const Case& c : cases) EXPECT_EQ(print(c.money), c.printed);
}

}  // namespace
}  // namespace hearsay
