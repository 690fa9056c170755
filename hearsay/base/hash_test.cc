#include "hearsay/base/hash.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Fingerprint, IsStableAndTellsBytesApart) {
  EXPECT_EQ(fingerprint(""),
            "99aa06d3014798d86001c324468d497f");  // XXH3's own test vector
  EXPECT_EQ(fingerprint("deal"), fingerprint("deal"));
  EXPECT_NE(fingerprint("deal"), fingerprint("Deal"));
}

}  // namespace
}  // namespace hearsay
