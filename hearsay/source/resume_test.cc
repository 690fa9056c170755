// A stream that goes on at any bookmark of another gives what that one would have given.

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "hearsay/source/archive_samples_test.h"
#include "hearsay/source/document_stream.h"

namespace hearsay::source {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

class ResumeTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("resume_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  // Every document, and the bookmarks as they were after each.
  static std::pair<Lines, std::vector<Bookmarks>> read(const std::string& file) {
    DocumentStream stream({file});
    Lines lines;
    std::vector<Bookmarks> marks;
    Bookmarks now;
    for (bool more = true; more;) {
      const auto next = stream.next();
      more = next.has_value();
      if (next && *next) lines.push_back((*next)->imprint.uri + "|" + (*next)->bytes);
      for (Bookmark& mark : stream.take_bookmarks()) {
        now.insert_or_assign(mark.file, std::move(mark));
      }
      marks.push_back(now);
    }
    return {lines, marks};
  }

  static Lines rest(const std::string& file, const Bookmarks& marks) {
    DocumentStream stream({file});
    stream.resume(marks);
    Lines lines;
    while (const auto next = stream.next()) {
      if (*next) lines.push_back((*next)->imprint.uri + "|" + (*next)->bytes);
    }
    return lines;
  }

  fs::path folder_;
};

std::string tar_entry(const std::string& name, const std::string& bytes) {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  char size[13] = {};
  std::snprintf(size, sizeof size, "%011zo", bytes.size());
  header.replace(124, 11, size, 11);
  header[156] = '0';
  header.replace(257, 8, "ustar\00000", 8);
  header.replace(148, 8, 8, ' ');
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  char digits[8] = {};
  std::snprintf(digits, sizeof digits, "%06o", sum);
  header.replace(148, 7, digits, 7);
  std::string contents = bytes;
  contents.resize((bytes.size() + 511) / 512 * 512, '\0');
  return header + contents;
}

const std::string kEnd(1024, '\0');

struct Case {
  const char* name;
  std::string bytes;
};

std::vector<Case> cases() {
  const std::string text = "Inter Miami have offered terms to the captain.";
  std::string plain;
  std::string members;
  std::string frames;
  std::string lines;
  std::string rows = "uri,text\n";
  std::string tar;
  for (int i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i);
    const std::string one = response("http://a/" + number, page(text + number));
    plain += one;
    members += gzip(one);
    frames += zstd(one);
    lines += R"({"text": "line )" + number + "\"}\n";
    rows += ",\"row\n" + number + "\"\n";
    tar += tar_entry("in/" + number + ".txt", "entry " + number);
  }
  return {{"a.warc", plain},
          {"b.warc.gz", members},
          {"c.warc.gz", gzip(plain)},
          {"d.warc.zst", frames},
          {"e.jsonl", lines},
          {"f.jsonl.gz", gzip(lines)},
          {"g.csv", rows},
          {"h.csv.zst", zstd(rows)},
          {"i.tar", tar + kEnd},
          {"j.tar.gz", gzip(tar + kEnd)}};
}

TEST_F(ResumeTest, GoesOnBehindEveryDocument) {
  for (const Case& one : cases()) {
    const std::string file = write(one.name, one.bytes);
    const auto [lines, marks] = read(file);
    ASSERT_EQ(lines.size(), 6U) << one.name;
    ASSERT_EQ(marks.size(), 7U) << one.name;
    for (std::size_t done = 1; done <= lines.size(); ++done) {
      const Lines expected(lines.begin() + static_cast<std::ptrdiff_t>(done),
                           lines.end());
      EXPECT_EQ(rest(file, marks[done - 1]), expected) << one.name << " " << done;
    }
    EXPECT_TRUE(marks.back().at(file).finished) << one.name;
    EXPECT_EQ(rest(file, marks.back()), Lines()) << one.name;
  }
}

TEST_F(ResumeTest, BeginsAnewWhenTheFileWasChanged) {
  const std::string file = write("a.jsonl", "{\"text\": \"one\"}\n");
  const auto marks = read(file).second;
  write("a.jsonl", "{\"text\": \"one\"}\n{\"text\": \"two\"}\n");
  EXPECT_EQ(rest(file, marks.back()).size(), 2U);
}

TEST_F(ResumeTest, ReadsArchivesInATar) {
  const std::string inner =
      gzip(response("http://a/1", page("Inter Miami have offered terms to "
                                       "the captain.")));
  const std::string file =
      write("a.tar", tar_entry("x.warc.gz", inner) + tar_entry(".hidden", "no") +
                         tar_entry("y.jsonl", "{\"text\": \"two\"}\n") + kEnd);
  const auto lines = read(file).first;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].starts_with("http://a/1|")) << lines[0];
  EXPECT_EQ(lines[1], file + "!y.jsonl:1|two");
}

TEST_F(ResumeTest, SaysWhereATarIsBroken) {
  const std::string good = tar_entry("a.txt", "one");
  const auto error_of = [&](const std::string& bytes) {
    const std::string file = write("a.tar", bytes);
    DocumentStream stream({file});
    std::string message;
    while (const auto next = stream.next()) {
      if (!*next) message += next->error().message.substr(file.size());
    }
    return message;
  };
  EXPECT_EQ(error_of(good + std::string(512, 'x')),
            ": the tar archive is broken at byte 1024; get it again");
  EXPECT_EQ(error_of(tar_entry("b.txt", std::string(900, 'b')).substr(0, 1000)),
            "!b.txt: the tar archive is cut off; get it again");
  EXPECT_EQ(error_of(good + good.substr(0, 600)),
            ": the tar archive is cut off at byte 1624; get it again");
}

TEST_F(ResumeTest, KeepsBookmarksInAFile) {
  const std::string path = (folder_ / "positions").string();
  EXPECT_TRUE(load_bookmarks(path)->empty());
  Bookmark mark{"a \"b\".warc", 10, 20, false, {30, 40}, 50};
  ASSERT_TRUE(add_bookmarks(path, {mark}));
  mark.place.skip_bytes = 41;
  ASSERT_TRUE(add_bookmarks(path, {mark}));
  std::ofstream(path, std::ios::app) << "{\"file\": \"cut o";
  EXPECT_EQ(load_bookmarks(path)->at(mark.file), mark);
  mark.finished = true;
  mark.place = {};
  mark.records = 0;
  ASSERT_TRUE(add_bookmarks(path, {mark}));
  EXPECT_EQ(load_bookmarks(path)->at(mark.file), mark);
  const std::string other = write("notes.txt", "my notes");
  EXPECT_EQ(load_bookmarks(other).error().message,
            other + ": is no position file; name another file for --resume");
}

}  // namespace
}  // namespace hearsay::source
