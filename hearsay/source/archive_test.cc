#include "hearsay/source/archive.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/source/archive_samples_test.h"

namespace hearsay::source {
namespace {

using Lines = std::vector<std::string>;

// "uri|bytes" of each document, or "!message".
Lines read(const std::string& bytes, std::size_t limit_bytes = 1 << 20) {
  const auto form = bytes.starts_with("filedesc") ? ArchiveReader::Form::kArc
                                                  : ArchiveReader::Form::kWarc;
  ArchiveReader archive(ByteWindow(stream_of(bytes)), form, limit_bytes);
  Lines lines;
  while (const auto next = archive.next()) {
    if (!*next) {
      lines.push_back("!" + next->error().message);
      continue;
    }
    for (const Document& document : **next) {
      lines.push_back(document.imprint.uri + "|" + document.bytes);
    }
  }
  return lines;
}

const std::string kOne = page("Inter Miami have offered terms to the captain.");
const std::string kTwo = page("Boca Juniors are in talks with the midfielder.");

TEST(Archive, GivesThePagesOfAWarc) {
  const std::string warc =
      record("warcinfo", "", "software: ours\r\n") + response("http://a/1", kOne) +
      record("request", "http://a/1", "GET / HTTP/1.1\r\n\r\n") +
      record("resource", "http://a/2", kTwo, "text/html; charset=utf-8");
  EXPECT_EQ(read(warc), Lines({"http://a/1|" + kOne, "http://a/2|" + kTwo}));
}

TEST(Archive, LeavesOutWhatIsNoArticle) {
  const std::string scripts = "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\n";
  const std::string missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n";
  const std::string json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
  const std::string stub = page("Moved");
  EXPECT_EQ(read(record("response", "http://a/x", scripts + "let a = 1;") +
                 record("response", "http://a/y", missing + kOne) +
                 record("response", "http://a/z", json + R"({"text": "an answer"})") +
                 response("http://a/robots.txt", kOne) + response("http://a/s", stub) +
                 record("revisit", "http://a/r", "HTTP/1.1 200 OK\r\n\r\n")),
            Lines());
}

TEST(Archive, KnowsWhenAPageWasFetched) {
  ArchiveReader archive(ByteWindow(stream_of(response("http://a/1", kOne))),
                        ArchiveReader::Form::kWarc, 1 << 20);
  const auto documents = archive.next();
  ASSERT_TRUE(documents && *documents && (*documents)->size() == 1);
  EXPECT_EQ(print(*(*documents)->front().fetched), "2023-03-01T09:30:00Z");
  EXPECT_EQ((*documents)->front().charset, "utf-8");
}

TEST(Archive, TakesTransferAndContentCodingsOff) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
  const std::string gzipped = head + "Content-Encoding: gzip\r\n\r\n";
  const std::string both =
      head + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n";
  const std::vector<std::string> blocks = {chunked + chunks(kOne), chunked + kOne,
                                           gzipped + gzip(kOne), gzipped + kOne,
                                           both + chunks(gzip(kOne))};
  for (const std::string& block : blocks) {
    EXPECT_EQ(read(record("response", "http://a/1", block)),
              Lines({"http://a/1|" + kOne}));
  }
}

TEST(Archive, CountsWhatItCannotUnpack) {
  const std::string head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n";
  EXPECT_EQ(read(record("response", "http://a/1", head + "\x0B\x02")),
            Lines({"!left out 1 in a coding like br; the rest was read, of 1 record"}));
  EXPECT_EQ(
      read(response("http://a/1", kOne), 100),
      Lines({"!left out 1 of more than 100 bytes; the rest was read, of 1 record"}));
}

TEST(Archive, GoesOnBehindABrokenRecord) {
  const std::string first = response("http://a/1", kOne);
  const std::string broken =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n";
  EXPECT_EQ(read(first + broken + "some bytes\r\n\r\n" + response("http://a/2", kTwo)),
            Lines({"http://a/1|" + kOne, "http://a/2|" + kTwo,
                   "!left out 1 broken record (the first is record 2, at byte " +
                       std::to_string(first.size()) +
                       "); the rest was read, of 3 records; get the archive again"}));
}

TEST(Archive, CountsARecordThatIsCutOff) {
  const std::string first = response("http://a/1", kOne);
  const std::string second = response("http://a/2", kTwo);
  EXPECT_EQ(read(first + second.substr(0, second.size() - 40)),
            Lines({"http://a/1|" + kOne,
                   "!left out 1 broken record (the first is record 2, at byte " +
                       std::to_string(first.size()) +
                       "); the rest was read, of 2 records; get the archive again"}));
}

TEST(Archive, GoesOnAtTheNextMemberOfAPackedOne) {
  const std::string first = gzip(response("http://a/1", kOne));
  std::string second = gzip(response("http://a/2", kTwo));
  for (std::size_t i = 30; i < 60; ++i) second[i] = static_cast<char>(i * 37);
  const std::string third = gzip(response("http://a/3", kTwo));
  const Lines lines = read(first + second + third);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "http://a/1|" + kOne);
  EXPECT_EQ(lines[1], "http://a/3|" + kTwo);
  EXPECT_TRUE(lines[2].starts_with("!left out 1 broken record")) << lines[2];
}

TEST(Archive, ReadsAnArc) {
  const std::string info =
      "1 0 Ours\nURL IP-address Archive-date Content-type "
      "Archive-length\n";
  const auto head = [](const std::string& uri, const std::string& type,
                       std::size_t bytes) {
    return uri + " 192.0.2.1 20230301093000 " + type + " " + std::to_string(bytes) + "\n";
  };
  const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + kOne;
  const std::string arc = head("filedesc://ours.arc", "text/plain", info.size()) + info +
                          "\n" + head("http://a/b c", "text/html", answer.size()) +
                          answer + "\n" + head("http://a/2", "image/png", 4) + "1234\n";
  EXPECT_EQ(read(arc), Lines({"http://a/b c|" + kOne}));
}

}  // namespace
}  // namespace hearsay::source
