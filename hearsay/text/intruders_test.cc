#include "hearsay/text/intruders.h"

#include <string_view>

#include <gtest/gtest.h>

#include "hearsay/text/testing.h"

namespace hearsay::text {
namespace {

TEST(Intruders, GoHomeInATextOfTheirScript) {
  EXPECT_EQ(restored("Клуб Динaмо Киев подпишет игрокa, сообщает Sky Sports. Трaнсфер "
                     "обойдётся дорого."),
            "Клуб Динамо Киев подпишет игрока, сообщает Sky Sports. Трансфер "
            "обойдётся дорого.");
  EXPECT_EQ(restored("Ο παίκτης της oμάδας δεν πήγε στην Inter Miami, είπε στον "
                     "Oλυμπιακό ο προπονητής."),
            "Ο παίκτης της ομάδας δεν πήγε στην Inter Miami, είπε στον "
            "Ολυμπιακό ο προπονητής.");
}

TEST(Intruders, AreNotSeenInAbbreviationsWithAnEnding) {
  const std::string_view text =
      "Писали SMSки и VIPы из клуба, смотрели на iPhone'у и HTMLом, будут только PCам.";
  EXPECT_EQ(restored(text), text);
}

TEST(Intruders, AnAbsentTableSendsNobodyHome) {
  const Result<Intruders> absent = Intruders::load("/nonexistent/table.tsv");
  ASSERT_TRUE(absent.has_value());
  EXPECT_FALSE(absent->send_home("Динaмо", kAscii | kCyrillic).has_value());
}

}  // namespace
}  // namespace hearsay::text
