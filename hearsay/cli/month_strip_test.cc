#include "hearsay/cli/month_strip.h"

#include <gtest/gtest.h>

#include "hearsay/cli/display_width.h"
#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

TEST(MonthStrip, ShowsHowHighEachMonthWas) {
  const Saga saga = sample_saga();
  const MonthAxis axis = make_month_axis({saga}, 36);
  EXPECT_EQ(axis.months_per_cell, 1);
  EXPECT_EQ(axis_heading(axis), "  21          22          23    ");
  EXPECT_EQ(render(month_strip(saga, axis, plain_terminal()), plain_terminal()),
            "▂···························▄··▅");
  EXPECT_EQ(render(month_strip(saga, axis, plain_terminal(80, false)), plain_terminal()),
            "2...........................4..5");
}

TEST(MonthStrip, GathersMonthsWhereThereAreTooMany) {
  const Saga saga = sample_saga();
  const MonthAxis axis = make_month_axis({saga}, 10);
  EXPECT_EQ(axis.months_per_cell, 4);
  EXPECT_EQ(axis.cells, 8U);
  EXPECT_EQ(render(month_strip(saga, axis, plain_terminal()), plain_terminal()),
            "▂······▅");
  EXPECT_EQ(display_width(axis_heading(axis)), axis.cells);
}

TEST(MonthStrip, CrossesWhatIsOffTheLadder) {
  Saga saga = sample_saga();
  saga.claims.erase(saga.claims.begin(), saga.claims.begin() + 4);
  const MonthAxis axis = make_month_axis({saga}, 36);
  EXPECT_EQ(axis.cells, 1U);
  EXPECT_EQ(render(month_strip(saga, axis, plain_terminal()), plain_terminal()), "✗");
}

TEST(MonthStrip, IsEmptyWithoutDates) {
  Saga saga = sample_saga();
  for (FiledClaim& filed : saga.claims) filed.published.reset();
  const MonthAxis axis = make_month_axis({saga}, 36);
  EXPECT_EQ(axis.cells, 0U);
  EXPECT_EQ(axis_heading(axis), "");
  EXPECT_TRUE(month_strip(saga, axis, plain_terminal()).empty());
}

}  // namespace
}  // namespace hearsay::cli
