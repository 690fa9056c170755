#include "hearsay/source/document_stream.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hearsay::source {
namespace {

namespace fs = std::filesystem;

class DocumentStreamTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("documents_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  // "uri|bytes" of each document, or "!message"; the folder's path is written as ~.
  std::vector<std::string> read(const std::vector<std::string>& names,
                                Limits limits = {}) const {
    std::vector<std::string> inputs;
    inputs.reserve(names.size());
    for (const std::string& name : names) inputs.push_back((folder_ / name).string());
    DocumentStream stream(inputs, limits);
    std::vector<std::string> all;
    while (const auto next = stream.next()) {
      std::string line = *next ? (*next)->imprint.uri + "|" + (*next)->bytes
                               : "!" + next->error().message;
      for (std::size_t at = line.find(folder_.string()); at != std::string::npos;
           at = line.find(folder_.string())) {
        line.replace(at, folder_.string().size(), "~");
      }
      all.push_back(line);
    }
    EXPECT_EQ(stream.read_bytes(), stream.total_bytes());
    return all;
  }

  fs::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(DocumentStreamTest, WalksFoldersInTheOrderOfNames) {
  write("in/b.txt", "bee");
  write("in/a/z", "zed");
  write("in/a/y.md", "why");
  write("in/.hidden", "no");
  write("in/c.html", "<p>see</p>");
  EXPECT_EQ(read({"in"}), (Lines{"~/in/a/y.md|why", "~/in/a/z|zed", "~/in/b.txt|bee",
                                 "~/in/c.html|<p>see</p>"}));
}

TEST_F(DocumentStreamTest, GivesALineFileLineByLineAndGoesOnBehindAWrongLine) {
  write("n.jsonl",
        "{\"uri\":\"u1\",\"text\":\"one \\u00e9\",\"title\":null}\n"
        "\n"
        "{\"text\":\n"
        "{\"uri\":\"u4\"}\n"
        "{\"text\":\"five\",\"published_on\":\"soon\"}\n"
        "[1]\n"
        "{\"text\":7}\n"
        "{\"text\":\"eight\"}");
  const Lines got = read({"n.jsonl"});
  ASSERT_EQ(got.size(), 7U);
  EXPECT_EQ(got[0], "u1|one \u00e9");
  EXPECT_TRUE(got[1].starts_with("!~/n.jsonl:3: ")) << got[1];
  EXPECT_EQ(got[2], "!~/n.jsonl:4: has no \"text\"; give each object the article's text");
  EXPECT_EQ(got[3],
            "!~/n.jsonl:5: \"published_on\" is \"soon\"; write it as 2023-03-01 or leave "
            "it out");
  EXPECT_EQ(got[4], "!~/n.jsonl:6: is not a JSON object; write {\"text\": …}");
  EXPECT_EQ(got[5], "!~/n.jsonl:7: \"text\" must be a string or null; correct it");
  EXPECT_EQ(got[6], "~/n.jsonl:8|eight");
}

TEST_F(DocumentStreamTest, SaysWhatIsWrongWithEachFileAndGoesOn) {
  write("bad/1", "");
  write("bad/2", std::string("a\0b", 3));
  write("bad/3", "%PDF-1.4 …");
  write("bad/4.txt", std::string(500, 'x'));
  write("bad/5.rss", "<p>no feed</p>");
  write("bad/6.txt", "good");
  ASSERT_EQ(::mkfifo((folder_ / "bad/7").c_str(), 0600), 0);
  fs::create_symlink("nowhere", folder_ / "bad/9");
  Limits limits;
  limits.document_bytes = 100;
  EXPECT_EQ(
      read({"bad"}, limits),
      (Lines{
          "!~/bad/1: is empty; there is nothing to read",
          "!~/bad/2: is not text (binary bytes); leave it out",
          "!~/bad/3: is not text but a PDF; unpack or convert it",
          // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one message in two parts
          "!~/bad/4.txt: has more than 100 bytes, the limit for one document; split it, "
          "or make it JSON lines",
          "!~/bad/5.rss: is no feed: neither RSS nor Atom; give a page the ending .html",
          "~/bad/6.txt|good",
          "!~/bad/7: is not a regular file; name files, folders or -",
          "!~/bad/9: the link points to nothing",
      }));
  EXPECT_EQ(read({"none", "bad/6.txt"}),
            (Lines{"!~/none: no such file; check the path", "~/bad/6.txt|good"}));
}

TEST_F(DocumentStreamTest, EntersAFolderOnce) {
  write("in/a/one", "1");
  fs::create_directory_symlink(folder_ / "in", folder_ / "in/a/up");
  fs::create_directory_symlink("a", folder_ / "in/b");
  EXPECT_EQ(read({"in"}),
            (Lines{"~/in/a/one|1",
                   "!~/in/a/up: the link leads back to a folder it lies in; skipped"}));
}

TEST_F(DocumentStreamTest, TellsWhatMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write("shut/a", "x");
  fs::permissions(folder_ / "shut", fs::perms::none);
  EXPECT_EQ(read({"shut"}),
            Lines{"!~/shut: permission denied; make it readable for this user"});
  fs::permissions(folder_ / "shut", fs::perms::owner_all);
}

TEST_F(DocumentStreamTest, GivesADocumentForEachItemOfAFeed) {
  write(
      "f.xml",
      "<rss><channel><title>Gazette</title><item><title>A &amp;amp; B</title>"
      "<link>http://x.example/1</link><description>&lt;p&gt;Deal&lt;/p&gt;</description>"
      "</item><item><title>Only this</title></item></channel></rss>");
  EXPECT_EQ(read({"f.xml"}),
            (Lines{"http://x.example/1|<p>Deal</p>", "~/f.xml#2|<p>Only this</p>"}));
}

TEST_F(DocumentStreamTest, TakesAllButLineFilesAsTextWhenAsked) {
  write("in/a.html", "<p>see</p>");
  write("in/b.xml", "<rss></rss>");
  write("in/c.json", "[{\"text\":\"a\"}]");
  write("in/d.jsonl", "{\"uri\":\"d\",\"text\":\"dee\"}");
  write("in/e", "%PDF-1.4 …");
  DocumentStream stream({(folder_ / "in").string()}, {}, Contents::kText);
  Lines got;
  while (const auto next = stream.next()) {
    got.push_back(*next ? (*next)->bytes : "!");
    if (*next) {
      EXPECT_EQ((*next)->media, MediaType::kPlain);
    }
  }
  EXPECT_EQ(got, (Lines{"<p>see</p>", "<rss></rss>", "[{\"text\":\"a\"}]", "dee", "!"}));
}

TEST_F(DocumentStreamTest, ReadsJsonThatIsNoLineFile) {
  write("one.json", "{\n \"text\": \"single\"\n}");
  write("two.json", "[{\"text\":\"a\"},\n{\"uri\":\"b\",\"text\":\"b\"}]");
  write("wrong.json", "[{\"text\":\"a\"},\n{}]");
  EXPECT_EQ(
      read({"one.json", "two.json", "wrong.json"}),
      (Lines{
          "~/one.json|single", "~/two.json#item 1|a", "b|b",
          "!~/wrong.json: item 2 has no \"text\"; give each object the article's text"}));
}

}  // namespace
}  // namespace hearsay::source
