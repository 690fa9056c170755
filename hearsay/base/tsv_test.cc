#include "hearsay/base/tsv.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Tsv, FindsAskedColumnsInAnyOrder) {
  const auto table = Tsv::parse(
      "# clubs\n\nname\tcity\taliases\nInter Miami\tMiami\tLas Garzas|IMCF\r\n",
      "clubs.tsv", {"aliases", "name"});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows().size(), 1U);
  EXPECT_EQ(table->rows()[0].cells[0], "Las Garzas|IMCF");
  EXPECT_EQ(table->rows()[0].cells[1], "Inter Miami");
  EXPECT_EQ(table->rows()[0].line, 4U);
}

TEST(Tsv, SaysWhereARowIsWrong) {
  struct Case {
    const char* bytes;
    const char* message;
  };
  const Case cases[] = {
      {"", "t.tsv: the heading row with the column names is missing"},
      {"city\nMiami\n", "t.tsv:1: there is no column 'name'\n  city\n  ^"},
      {"name\tcity\nInter Miami\n",
       "t.tsv:2: 2 columns expected, 1 found\n  Inter Miami\n             ^"},
      {"name\tcity\na\tb\tc\n",
       "t.tsv:2: 2 columns expected, 3 found\n  a\tb\tc\n   \t \t^"},
      {"name\n\xFF\n", "t.tsv:2: the line is not UTF-8"},
  };
  for (const Case& c : cases) {
    const auto table = Tsv::parse(c.bytes, "t.tsv", {"name"});
    ASSERT_FALSE(table) << c.bytes;
    EXPECT_EQ(table.error().message, c.message);
  }
}

TEST(Tsv, PointsAtACell) {
  const auto table = Tsv::parse("name\tborn\nÖzil\tsoon\n", "t.tsv", {"name", "born"});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->error_at(table->rows()[0], 1, "not a date").message,
            "t.tsv:2: not a date\n  Özil\tsoon\n      \t^");
}

TEST(Tsv, StaysWholeWhenMoved) {
  auto table = Tsv::parse("name\na\n", "t.tsv", {"name"});
  ASSERT_TRUE(table);
  const Tsv moved = std::move(*table);
  EXPECT_EQ(moved.rows()[0].cells[0], "a");
}

TEST(SplitList, TrimsAndSkipsEmptyParts) {
  EXPECT_EQ(split_list("a| b ||c"), (std::vector<std::string_view>{"a", "b", "c"}));
  EXPECT_TRUE(split_list("").empty());
}

}  // namespace
}  // namespace hearsay
