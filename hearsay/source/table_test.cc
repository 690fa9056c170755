#include "hearsay/source/table.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/source/archive_samples_test.h"

namespace hearsay::source {
namespace {

using Lines = std::vector<std::string>;

// "uri|title|day|text" of each row, or "!message".
Lines read(const std::string& csv, const std::string& map = "",
           std::size_t limit_bytes = 1 << 20) {
  const FieldMap fields = map.empty() ? FieldMap() : *FieldMap::parse(map);
  const auto columns = find_columns(csv, fields);
  if (!columns) return {"!" + columns.error().message};
  ByteWindow window(stream_of(csv));
  window.skip(columns->heading_bytes);
  TableReader rows(std::move(window), *columns, "t.csv", limit_bytes);
  rows.count_from(columns->heading_lines);
  Lines lines;
  while (const auto row = rows.next()) {
    if (!*row) {
      lines.push_back("!" + row->error().message);
      continue;
    }
    const Imprint& imprint = (*row)->imprint;
    lines.push_back(imprint.uri + "|" + imprint.title.value_or("-") + "|" +
                    (imprint.published ? print(*imprint.published) : "-") + "|" +
                    (*row)->bytes);
  }
  return lines;
}

TEST(Table, ReadsRowsWithQuotesAndLines) {
  EXPECT_EQ(
      read("url,title,date,text\r\n"
           "http://a/1,\"Ramos, again\",2023-03-01,\"He said \"\"no\"\".\r\nTwice.\"\r\n"
           "\r\n"
           ",,,Only text\r\n"),
      Lines({"http://a/1|Ramos, again|2023-03-01|He said \"no\".\r\nTwice.",
             "t.csv:5|-|-|Only text"}));
}

TEST(Table, TellsTheSeparator) {
  EXPECT_EQ(read("title;text\na;b, c\n"), Lines({"t.csv:2|a|-|b, c"}));
  EXPECT_EQ(read("title\ttext\na\tb\n"), Lines({"t.csv:2|a|-|b"}));
}

TEST(Table, TakesTheColumnsThatAreMapped) {
  EXPECT_EQ(read("id,Story,text,when\n1,the story,the teaser,2023-03-01\n",
                 "text=story,date=when,title=text"),
            Lines({"t.csv:2|the teaser|2023-03-01|the story"}));
}

TEST(Table, SaysWhichColumnsThereAre) {
  EXPECT_EQ(read("id,when\n1,2\n"),
            Lines({"!has no column for the text; name it with --map text=COLUMN (it has: "
                   "id, when)"}));
  EXPECT_EQ(read("id,text\n1,2\n", "text=body"),
            Lines({"!has no column \"body\"; it has: id, text"}));
}

TEST(Table, NamesTheRowThatIsWrongAndGoesOn) {
  EXPECT_EQ(read("date,text\nsoon,one\n2023-03-01,\n2023-03-02,three\n"),
            Lines({"!t.csv:2: \"published_on\" is \"soon\"; write it as 2023-03-01 or "
                   "leave it out",
                   "!t.csv:3: the row has no text; leave it out",
                   "t.csv:4|-|2023-03-02|three"}));
}

TEST(Table, StopsAtAQuoteThatIsNeverClosed) {
  const std::string open = "text\n\"" + std::string(200'000, 'x');
  EXPECT_EQ(read(open, "", 100'000),
            Lines({"!t.csv:2: the row has more than 100000 bytes, the limit for one row; "
                   "is a quote never closed?"}));
}

TEST(FieldMap, RefusesWhatMapsNothing) {
  for (const char* text : {"text", "text=", "colour=red", "=body"}) {
    EXPECT_FALSE(FieldMap::parse(text)) << text;
  }
  EXPECT_EQ(FieldMap::parse("body=story, published=day")->given(Field::kText), "story");
}

}  // namespace
}  // namespace hearsay::source
