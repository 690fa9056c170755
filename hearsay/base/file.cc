#include "hearsay/base/file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

#include <zlib.h>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> fail_reading(const fs::path& path, const std::string& what) {
  return fail(ErrorCode::kUnreadable, path.string() + ": cannot be read: " + what);
}

Result<std::uintmax_t> size_of(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return fail(ErrorCode::kNotFound, path.string() + ": no such file");
  }
  if (error) return fail_reading(path, error.message());
  if (!fs::is_regular_file(status)) return fail_reading(path, "it is not a regular file");
  const std::uintmax_t bytes = fs::file_size(path, error);
  if (error) return fail_reading(path, error.message());
  return bytes;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::size_t limit_bytes) {
  const Result<std::uintmax_t> size = size_of(path);
  if (!size) return std::unexpected(size.error());
  if (*size > limit_bytes) {
    return fail(ErrorCode::kTooLarge, path.string() + ": has " + std::to_string(*size) +
                                          " bytes, the limit is " +
                                          std::to_string(limit_bytes));
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail_reading(path, std::strerror(errno));
  std::string bytes(static_cast<std::size_t>(*size), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad()) return fail_reading(path, "the device reported an error");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool is_gzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes) {
  constexpr int kGzipOnly = 16 + MAX_WBITS;
  constexpr std::size_t kChunk = 1UL << 16;
  z_stream stream{};
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) {
    return fail(ErrorCode::kInternal, "zlib could not be started");
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, inflateEnd);
  std::string out;
  std::string chunk(kChunk, '\0');
  std::string input(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) {
      return fail(ErrorCode::kMalformed, state == Z_BUF_ERROR
                                             ? "the gzip data is cut off"
                                             : "the gzip data is broken");
    }
    out.append(chunk, 0, chunk.size() - stream.avail_out);
    if (out.size() > limit_bytes) {
      return fail(
          ErrorCode::kTooLarge,
          "unpacked it has over " + std::to_string(limit_bytes) + " bytes, the limit");
    }
    if (state == Z_STREAM_END) {
      if (stream.avail_in == 0) return out;
      if (inflateReset(&stream) != Z_OK) {
        return fail(ErrorCode::kInternal, "zlib could not be reset");
      }
    }
  }
}

}  // namespace hearsay
