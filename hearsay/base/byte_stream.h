// A file from front to back, in pieces; gzip and zstd are unpacked on the way.
//
//     file ──▶ 256 KiB ──▶ unpack? ──▶ the reader's buffer ──▶ lines
//
// So an archive of any size is read with the memory of one piece and one line. Packed
// files may be many members in a row; a reader can begin again at any of them, and go on
// behind a broken one.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay {

// Where a reader can begin again: a byte of the file, at which a member begins if it is
// packed, and how many unpacked bytes come before the place that is meant.
struct StreamPlace {
  std::size_t file_bytes = 0;
  std::size_t skip_bytes = 0;

  bool operator==(const StreamPlace&) const = default;
};

class ByteStream {
 public:
  // Fills a buffer as `read` does, from somewhere else.
  using Source = std::move_only_function<Result<std::size_t>(std::span<char>)>;

  // A regular file. kNotFound, kUnreadable (permission, a folder, a device); the message
  // names the path.
  static Result<ByteStream> open(const std::filesystem::path& path);

  // Standard input, called "standard input" in messages.
  static ByteStream standard_input();

  // What `source` gives, called `name` in messages; unpacked as a file is.
  static ByteStream of(std::string name, Source source);

  // Fills `buffer` as far as bytes are left; less than its size only at the end.
  // kUnreadable for a device error, kMalformed for a packed stream that is broken or cut
  // off: what was unpacked before is handed out first.
  Result<std::size_t> read(std::span<char> buffer);

  // After kMalformed: goes on at the next member that can be found; false when there is
  // none.
  bool skip_broken();

  // The place of the byte that was read as the `offset`th. Nothing when it cannot be told
  // any more; asking for a place forgets those before it.
  std::optional<StreamPlace> place_of(std::size_t offset);

  // Begins at `place`; its first byte is then the one of offset 0. REQUIRES: a file that
  // was not read from yet.
  Result<void> go_to(const StreamPlace& place);

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

  // Where the line begins that next() gives next, and counting lines on from a place.
  std::optional<StreamPlace> place() { return stream_.place_of(passed_ + at_); }
  void count_from(std::size_t line) { line_ = line; }

 private:
  std::optional<Error> fill();
  std::optional<Error> skip_line();
  std::string_view take_line(std::size_t end);
  std::unexpected<Error> refuse_line();

  ByteStream stream_;
  std::size_t limit_bytes_;
  std::string buffer_;
  std::size_t passed_ = 0;  // bytes of the stream before buffer_
  std::size_t at_ = 0;      // where the unread part of buffer_ begins
  std::size_t line_ = 0;
  bool ended_ = false;  // the stream has no more bytes
};

}  // namespace hearsay
