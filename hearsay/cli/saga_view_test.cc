// Whole drawings are compared: what is drawn is the contract.

#include "hearsay/cli/saga_view.h"

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

TEST(SagaView, DrawsATimeLine) {
  EXPECT_EQ(print_saga(sample_saga(), sample_quotes(), plain_terminal()), "");
}

TEST(SagaView, DrawsWithAsciiAlone) {
  EXPECT_EQ(print_saga(sample_saga(), sample_quotes(), plain_terminal(60, false)), "");
}

}  // namespace
}  // namespace hearsay::cli
