#include "hearsay/source/file_kind.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay::source {
namespace {

std::string told(std::string_view name, std::string_view head) {
  const auto kind = kind_of(name, head);
  if (!kind) return kind.error().message;
  constexpr std::string_view kNames[] = {"plain", "html", "lines", "json", "feed"};
  return std::string(kNames[static_cast<int>(*kind)]);
}

TEST(FileKind, IsToldByEndingAndBytes) {
  struct Case {
    std::string_view name;
    std::string_view head;
    std::string_view kind;
  };
  const Case cases[] = {
      {"a.txt", "<p>really text</p>", "plain"},
      {"a", "Ramos joins.", "plain"},
      {"a", " date 2023-03-01 Ramos", "plain"},
      {"a", "<!DOCTYPE html><p>x", "html"},
      {"a", "\xEF\xBB\xBF\n<!-- note --><HTML lang=en>", "html"},
      {"a.xml", "<?xml version='1.0'?><html xmlns='x'>", "html"},
      {"a.html", "<?xml version='1.0'?>\n<rss version='2.0'>", "feed"},
      {"a.xml", "<!DOCTYPE rss PUBLIC 'x'><rss>", "feed"},
      {"a", "<rdf:RDF xmlns=''>", "feed"},
      {"a", "<feed xmlns='x'>", "feed"},
      {"a.jsonl.gz", "{", "lines"},
      {"a.NDJSON", "{", "lines"},
      {"a", "{\"text\":\"x\"}\n{\"text\":\"y\"}\n", "lines"},
      {"a.json", "{\n\"text\":\"x\"}", "json"},
      {"a", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}", "json"},
      {"a", "<<breaking>> news", "plain"},
      {"a.html", "just words", "html"},
      {"a.txt", "GIF89a", "is not text but a GIF picture; unpack or convert it"},
      {"a.txt", std::string_view("x\0y", 3), "is not text (binary bytes); leave it out"},
      {"a.txt", std::string_view("\xFF\xFEx\0y\0", 6), "plain"},
      {"a", std::string_view("R\0a\0m\0o\0s\0!\0", 12), "plain"},
      {"a", std::string_view("\0R\0a\0m\0o\0s\0!", 12), "plain"},
      {"a", std::string_view("\0\0R\0\0\0a\0\0\0m\0", 12),
       "is not text (binary bytes); leave it out"},
  };
  for (const Case& row : cases) EXPECT_EQ(told(row.name, row.head), row.kind) << row.head;
}

}  // namespace
}  // namespace hearsay::source
