// A file from front to back, in pieces; gzip is unpacked on the way.
//
//     file ──▶ 256 KiB ──▶ inflate? ──▶ the reader's buffer ──▶ lines
//
// So an archive of any size is read with the memory of one piece and one line.

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay {

class ByteStream {
 public:
  // A regular file. kNotFound, kUnreadable (permission, a folder, a device); the message
  // names the path.
  static Result<ByteStream> open(const std::filesystem::path& path);

  // Standard input, called "standard input" in messages.
  static ByteStream standard_input();

  // Fills `buffer` as far as bytes are left; less than its size only at the end.
  // kUnreadable for a device error, kMalformed for a gzip stream that is broken or cut
  // off: what was unpacked before is handed out first.
  Result<std::size_t> read(std::span<char> buffer);

  // Bytes taken from the file so far, packed if it is packed.
  std::size_t consumed_bytes() const;
  bool is_packed() const;

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ~ByteStream();

 private:
  struct State;
  explicit ByteStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The lines of a stream, without their ends (\n or \r\n).
class LineReader {
 public:
  // `head` are bytes that were read from the stream already.
  LineReader(ByteStream stream, std::size_t limit_bytes, std::string head = {});

  // The next line; it lives until the next call. Nothing at the end. kTooLarge for a line
  // over the limit, which is skipped; after any other error there are no more lines.
  std::optional<Result<std::string_view>> next();

  std::size_t line() const { return line_; }  // of what next() gave last, from 1
  std::size_t consumed_bytes() const { return stream_.consumed_bytes(); }

 private:
  std::optional<Error> fill();
  std::optional<Error> skip_line();
  std::string_view take_line(std::size_t end);
  std::unexpected<Error> refuse_line();

  ByteStream stream_;
  std::size_t limit_bytes_;
  std::string buffer_;
  std::size_t at_ = 0;  // where the unread part of buffer_ begins
  std::size_t line_ = 0;
  bool ended_ = false;  // the stream has no more bytes
};

}  // namespace hearsay
