// zlib's and zstd's own packers make what ours unpacks.

#include "hearsay/source/archive_samples_test.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <zlib.h>
#include <zstd.h>

namespace hearsay::source {

std::string chunks(const std::string& body) {
  constexpr std::size_t kChunk = 16;
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += kChunk) {
    const std::string piece = body.substr(at, kChunk);
    out += (piece.size() == kChunk ? "10"
                                   : std::string("0") + "0123456789abcdef"[piece.size()]);
    out += "\r\n" + piece + "\r\n";
  }
  return out + "0\r\n\r\n";
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
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

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

ByteStream stream_of(std::string bytes) {
  return ByteStream::of("test", [all = std::move(bytes),
                                 at = std::size_t{0}](std::span<char> buffer) mutable {
    const std::size_t count = std::min(buffer.size(), all.size() - at);
    std::memcpy(buffer.data(), all.data() + at, count);
    at += count;
    return Result<std::size_t>(count);
  });
}

}  // namespace hearsay::source
