#include "hearsay/base/byte_stream.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::string gzip(const std::string& text) {
  z_stream packer{};
  deflateInit2(&packer, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&packer, text.size()) + 64, '\0');
  std::string in = text;
  packer.next_in = reinterpret_cast<Bytef*>(in.data());
  packer.avail_in = static_cast<uInt>(in.size());
  packer.next_out = reinterpret_cast<Bytef*>(out.data());
  packer.avail_out = static_cast<uInt>(out.size());
  deflate(&packer, Z_FINISH);
  out.resize(packer.total_out);
  deflateEnd(&packer);
  return out;
}

class ByteStreamTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("byte_stream_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  // Every line, or "!" and the message of an error, which ends it.
  std::vector<std::string> lines(const fs::path& path, std::size_t limit = 1 << 20) {
    auto stream = ByteStream::open(path);
    if (!stream) return {"!" + stream.error().message};
    LineReader reader(std::move(*stream), limit);
    std::vector<std::string> all;
    while (const auto line = reader.next()) {
      all.push_back(*line ? std::string(**line) : "!" + line->error().message);
    }
    return all;
  }

  fs::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(ByteStreamTest, GivesLinesWithoutTheirEnds) {
  EXPECT_EQ(lines(write("a", "")), Lines{});
  EXPECT_EQ(lines(write("b", "one")), Lines{"one"});
  EXPECT_EQ(lines(write("c", "one\r\n\ntwo\n")), (Lines{"one", "", "two"}));
}

TEST_F(ByteStreamTest, UnpacksEveryMemberOfAGzipFile) {
  EXPECT_EQ(lines(write("a.gz", gzip("one\ntw") + gzip("o\n"))), (Lines{"one", "two"}));
}

TEST_F(ByteStreamTest, ReadsLinesLongerThanAPiece) {
  const std::string wide(700'000, 'x');
  EXPECT_EQ(lines(write("a", wide + "\nend\n")), (Lines{wide, "end"}));
  EXPECT_EQ(lines(write("a.gz", gzip(wide + "\nend\n"))), (Lines{wide, "end"}));
}

TEST_F(ByteStreamTest, SkipsALineOverTheLimitAndGoesOn) {
  const std::string wide(700'000, 'x');
  EXPECT_EQ(
      lines(write("a", "one\n" + wide + "\nend\n"), 100),
      (Lines{"one", "!the line has more than 100 bytes, the limit for one line", "end"}));
}

TEST_F(ByteStreamTest, SaysThatAGzipFileIsCutOff) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i * 7919) + "\n";
  const std::string packed = gzip(text);
  const Lines got = lines(write("a.gz", packed.substr(0, packed.size() / 2)));
  ASSERT_GT(got.size(), 100U);
  EXPECT_EQ(got[0], "0");
  EXPECT_EQ(got.back(), "!" + (folder_ / "a.gz").string() +
                            ": its gzip data is cut off; get the file again");
}

TEST_F(ByteStreamTest, RefusesWhatIsNoRegularFile) {
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(lines(pipe), Lines{"!" + pipe.string() + ": is not a regular file"});
  EXPECT_EQ(lines(folder_), Lines{"!" + folder_.string() + ": is not a regular file"});
  const fs::path nothing = folder_ / "nothing";
  EXPECT_EQ(lines(nothing), Lines{"!" + nothing.string() + ": no such file"});
}

}  // namespace
}  // namespace hearsay
