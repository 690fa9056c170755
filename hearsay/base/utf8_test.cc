#include "hearsay/base/utf8.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Utf8, TellsGoodBytesFromBad) {
  struct Case {
    std::string bytes;
    bool good;
  };
  const Case cases[] = {
      {"", true},
      {"plain", true},
      {"Gonçalo Łukasz Дзюба 🚨", true},
      {"\xC3", false},              // cut off
      {"\xC0\xAF", false},          // overlong '/'
      {"\xE0\x80\xAF", false},      // overlong, three bytes
      {"\xED\xA0\x80", false},      // a surrogate
      {"\xF4\x90\x80\x80", false},  // over U+10FFFF
      {"\xFF", false},
      {"caf\xE9 deal", false},  // Latin-1
  };
  for (const Case& c : cases) EXPECT_EQ(is_utf8(c.bytes), c.good) << c.bytes;
}

TEST(Utf8, ReadsBackEveryCodePointItWrites) {
  for (char32_t value = 0; value <= 0x10FFFF; value += (value < 0x3000 ? 1 : 37)) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, value);
    const CodePoint point = decode_at(bytes, 0);
    ASSERT_TRUE(point.valid);
    ASSERT_EQ(point.value, value);
    ASSERT_EQ(point.bytes, bytes.size());
  }
}

}  // namespace
}  // namespace hearsay
