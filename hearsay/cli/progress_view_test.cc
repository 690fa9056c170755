#include "hearsay/cli/progress_view.h"

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

using Seconds = std::chrono::duration<double>;

TEST(Progress, SaysHowLongItWillTake) {
  pipeline::Progress progress;
  progress.documents = 1234;
  progress.read_bytes = 45'600'000;
  progress.total_bytes = 120'000'000;
  EXPECT_EQ(print_progress(progress, Seconds(4), plain_terminal()),
            "1234 documents  45.6 of 120.0 MB  11.4 MB/s  7 s left");
  progress.total_bytes = 6'000'000'000;
  EXPECT_EQ(print_progress(progress, Seconds(4), plain_terminal()),
            "1234 documents  45.6 of 6000.0 MB  11.4 MB/s  8 min 42 s left");
  progress.total_bytes = 0;
  EXPECT_EQ(print_progress(progress, Seconds(4), plain_terminal()),
            "1234 documents  45.6 MB  11.4 MB/s");
  EXPECT_EQ(print_progress({}, Seconds(0), plain_terminal()),
            "0 documents  0.0 MB  0.0 MB/s");
}

TEST(Progress, StaysOnOneLine) {
  pipeline::Progress progress;
  progress.read_bytes = 1'000'000;
  progress.total_bytes = 900'000'000'000;
  EXPECT_EQ(print_progress(progress, Seconds(100), plain_terminal(40)),
            "0 documents  1.0 of 900000.0 MB  0.0 M…");
}

TEST(Summary, CountsWhatWasDone) {
  pipeline::Progress progress;
  progress.documents = 36;
  progress.recorded = 34;
  progress.claims = 85;
  progress.failed = 1;
  EXPECT_EQ(print_summary(progress), "36 documents, 34 new, 85 claims, 1 failed\n");
  progress.documents = progress.claims = 1;
  EXPECT_EQ(print_summary(progress), "1 document, 34 new, 1 claim, 1 failed\n");
}

}  // namespace
}  // namespace hearsay::cli
