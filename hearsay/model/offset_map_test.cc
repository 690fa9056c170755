#include "hearsay/model/offset_map.h"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string_view cut(std::string_view bytes, OffsetMap::Extent extent) {
  return bytes.substr(extent.begin, extent.end - extent.begin);
}

TEST(OffsetMap, FindsWordsBehindTagsAndEntities) {
  const std::string raw = "<p>Caf&eacute; deal</p>";
  OffsetMap map;
  map.skip(3);
  map.copy(3);
  map.replace(8, 2);
  map.copy(5);
  map.skip(4);

  struct Case {
    std::size_t begin;
    std::size_t end;
    const char* raw;
  };
  const Case cases[] = {
      {0, 3, "Caf"},
      {0, 5, "Caf&eacute;"},
      {3, 4, "&eacute;"},  // half a character: the entity is covered whole
      {6, 10, "deal"},     // the closing tag is not covered
      {0, 10, "Caf&eacute; deal"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(raw, map.origin(c.begin, c.end)), c.raw);
  EXPECT_EQ(map.origin_size(), raw.size());
  EXPECT_EQ(map.made(0, 3), (OffsetMap::Extent{0, 0}));     // the tag
  EXPECT_EQ(map.made(4, 7), (OffsetMap::Extent{1, 5}));     // "af&"
  EXPECT_EQ(map.made(15, 19), (OffsetMap::Extent{6, 10}));  // "deal"
  EXPECT_EQ(map.made(20, 22), (OffsetMap::Extent{10, 10}));
}

// What some cleaning step made of some bytes, and which bytes it copied.
struct Cleaning {
  std::string made;
  OffsetMap map;
  std::vector<bool> copied;
};

Cleaning clean_at_random(const std::string& origin, std::mt19937& random) {
  Cleaning step;
  for (std::size_t at = 0; at < origin.size();) {
    const std::size_t bytes = std::min<std::size_t>(1 + random() % 4, origin.size() - at);
    const auto write = [&step](const std::string& text, bool copied) {
      step.made += text;
      step.copied.insert(step.copied.end(), text.size(), copied);
    };
    switch (random() % 4) {
      case 0:
      case 1:
        step.map.copy(bytes);
        write(origin.substr(at, bytes), true);
        break;
      case 2:
        step.map.skip(bytes);
        break;
      default: {
        const std::size_t made = random() % 3;
        step.map.replace(bytes, made);
        write(std::string(made, '#'), false);
      }
    }
    at += bytes;
  }
  return step;
}

std::string random_bytes(std::mt19937& random) {
  std::string bytes;
  for (std::size_t i = random() % 40; i > 0; --i) {
    bytes += static_cast<char>('a' + random() % 26);
  }
  return bytes;
}

TEST(OffsetMap, BringsEveryCopiedByteHomeThroughTwoSteps) {
  std::mt19937 random(42);
  for (int round = 0; round < 2000; ++round) {
    const std::string raw = random_bytes(random);
    const Cleaning first = clean_at_random(raw, random);
    const Cleaning second = clean_at_random(first.made, random);
    const OffsetMap both = OffsetMap::compose(first.map, second.map);
    ASSERT_EQ(both.origin_size(), raw.size());
    ASSERT_EQ(both.made_size(), second.made.size());
    for (std::size_t i = 0; i < second.made.size(); ++i) {
      const OffsetMap::Extent home = both.origin(i, i + 1);
      ASSERT_LE(home.begin, home.end);
      ASSERT_LE(home.end, raw.size());
      if (!second.copied[i]) continue;
      const OffsetMap::Extent middle = second.map.origin(i, i + 1);
      if (!first.copied[middle.begin]) continue;
      ASSERT_EQ(cut(raw, home), second.made.substr(i, 1));
    }
  }
}

TEST(OffsetMap, CoversAStretchFromItsFirstByteToItsLast) {
  std::mt19937 random(42);
  for (int round = 0; round < 500; ++round) {
    const OffsetMap map = clean_at_random(random_bytes(random), random).map;
    for (std::size_t end = 1; end <= map.made_size(); ++end) {
      const std::size_t begin = random() % end;
      const OffsetMap::Extent whole = map.origin(begin, end);
      ASSERT_EQ(whole.begin, map.origin(begin, begin + 1).begin);
      ASSERT_EQ(whole.end, map.origin(end - 1, end).end);
      ASSERT_LE(whole.begin, whole.end);
      ASSERT_LE(whole.end, map.origin_size());
    }
  }
}

}  // namespace
}  // namespace hearsay
