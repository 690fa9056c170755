#include "hearsay/model/saga.h"

#include <cstddef>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(CompareTimes, PutsUnknownLast) {
  const char* in_order[] = {"2020-11-11T09:30:00Z", "2020-11-11T10:00:00Z", "2020-11-11",
                            "2020-11-12T00:00:00Z", "2020-11-12",           "unknown"};
  for (std::size_t i = 0; i < std::size(in_order); ++i) {
    for (std::size_t j = 0; j < std::size(in_order); ++j) {
      EXPECT_EQ(compare_times(parse_moment(in_order[i]), parse_moment(in_order[j])),
                i <=> j)
          << in_order[i] << " and " << in_order[j];
    }
  }
}

TEST(ComesBefore, GoesByTimeThenDocumentThenPlace) {
  FiledClaim first;
  first.document = "b";
  first.published = parse_moment("2020-11-11");
  first.claim.evidence = {10, 20};
  FiledClaim second = first;
  EXPECT_FALSE(comes_before(first, second));

  second.claim.evidence = {11, 12};
  EXPECT_TRUE(comes_before(first, second));
  second.document = "a";
  EXPECT_TRUE(comes_before(second, first));
  second.published.reset();
  EXPECT_TRUE(comes_before(first, second));

  FiledClaim same_place = first;
  same_place.claim.player = "Sergio Ramos";
  EXPECT_NE(comes_before(first, same_place), comes_before(same_place, first));
}

}  // namespace
}  // namespace hearsay
