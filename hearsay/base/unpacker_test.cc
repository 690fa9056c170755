#include "hearsay/base/unpacker.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "hearsay/base/byte_stream.h"

namespace hearsay {
namespace {

std::string deflated(const std::string& bytes, int window) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string frame(const std::string& bytes, const std::string& dictionary = "") {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(),
                                     bytes.size(), dictionary.data(), dictionary.size(),
                                     3));
  ZSTD_freeCCtx(context);
  return out;
}

const std::string kText = "Inter Miami have offered terms to the captain.\n";

TEST(Unpacker, UnpacksEveryPacking) {
  const std::string gzip = deflated(kText, 31);
  EXPECT_EQ(unpack(gzip + gzip + std::string(2, '\0'), Packing::kGzip, 1000)->bytes,
            kText + kText);
  EXPECT_EQ(unpack(deflated(kText, 15), Packing::kZlib, 1000)->bytes, kText);
  EXPECT_EQ(unpack(deflated(kText, -15), Packing::kDeflate, 1000)->bytes, kText);
  EXPECT_EQ(unpack(frame(kText) + frame(kText), Packing::kZstd, 1000)->bytes,
            kText + kText);
}

TEST(Unpacker, GivesWhatCanBeHad) {
  const std::string gzip = deflated(kText, 31);
  const auto cut = unpack(gzip.substr(0, gzip.size() - 4), Packing::kGzip, 1000);
  EXPECT_EQ(cut->bytes, kText);
  EXPECT_FALSE(cut->whole);
  EXPECT_TRUE(unpack("no such thing", Packing::kZstd, 1000)->bytes.empty());
}

TEST(Unpacker, HoldsToTheLimit) {
  std::string plain;
  for (int i = 0; i < 1000; ++i) plain.append(10'000, 'x');
  const std::string bomb = deflated(plain, 31);
  EXPECT_LT(bomb.size(), 100'000U);
  EXPECT_FALSE(unpack(bomb, Packing::kGzip, 1'000'000));
}

TEST(Unpacker, TellsPackingsByTheirFirstBytes) {
  EXPECT_EQ(packing_of(deflated(kText, 31)), Packing::kGzip);
  EXPECT_EQ(packing_of(frame(kText)), Packing::kZstd);
  EXPECT_EQ(packing_of("plain"), std::nullopt);
  EXPECT_EQ(packing_of(""), std::nullopt);
}

// A web archive's frames, and before them their dictionary in a frame to be skipped.
TEST(ByteStream, ReadsFramesWithADictionary) {
  std::string dictionary = kText + "WARC/1.0 and what else is often there";
  std::string head("\x5D\x2A\x4D\x18", 4);
  for (unsigned i = 0; i < 4; ++i) {
    head += static_cast<char>(dictionary.size() >> (8 * i) & 0xFFU);
  }
  const auto path = std::filesystem::temp_directory_path() /
                    ("dictionary_" + std::to_string(::getpid()) + ".zst");
  const std::string one = frame(kText, dictionary);
  std::ofstream(path, std::ios::binary) << head << dictionary << one << one;
  const std::size_t second = head.size() + dictionary.size() + one.size();
  for (const std::size_t begin : {std::size_t{0}, second}) {
    auto stream = ByteStream::open(path);
    ASSERT_TRUE(stream);
    if (begin > 0) {
      ASSERT_TRUE(stream->go_to({begin, 6}));
      EXPECT_EQ(stream->place_of(0), (StreamPlace{begin, 6}));
    }
    std::string buffer(1000, '\0');
    const auto got = stream->read(buffer);
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(buffer.substr(0, *got), begin > 0 ? kText.substr(6) : kText + kText);
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace hearsay
