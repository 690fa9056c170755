#include "hearsay/cli/csv.h"

#include <gtest/gtest.h>

namespace hearsay::cli {
namespace {

TEST(CsvRow, QuotesWhatNeedsIt) {
  struct Case {
    std::vector<std::string> fields;
    const char* row;
  };
  const std::vector<Case> cases = {
      {{"player", "to"}, "player,to\r\n"},
      {{"Ramos", ""}, "Ramos,\r\n"},
      {{"", ""}, ",\r\n"},
      {{""}, "\"\"\r\n"},
      {{"a,b", "c"}, "\"a,b\",c\r\n"},
      {{"he said \"no\""}, "\"he said \"\"no\"\"\"\r\n"},
      {{"two\nlines", "cr\r"}, "\"two\nlines\",\"cr\r\"\r\n"},
      {{" blank ", "Özil"}, " blank ,Özil\r\n"},
      {{"same", "same", "x"}, "same,same,x\r\n"},
  };
  for (const auto& [fields, row] : cases) EXPECT_EQ(csv_row(fields), row);
}

}  // namespace
}  // namespace hearsay::cli
