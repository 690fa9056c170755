// A window that slides over a stream: look ahead, then pass.
//
//     passed … [ ahead(n)      ] … not read yet
//              └ offset()
//
// Readers of archives and tables see the bytes they ask for in one piece, and hold no
// more of the file than that.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/base/byte_stream.h"
#include "hearsay/base/error.h"

namespace hearsay::source {

class ByteWindow {
 public:
  // `head` are bytes that were read from the stream already.
  explicit ByteWindow(ByteStream stream, std::string head = {});

  // At least `bytes` unread bytes, fewer only at the end or before a broken place. They
  // live until the next call.
  std::string_view ahead(std::size_t bytes);

  // All that is read already.
  std::string_view held() const { return std::string_view(buffer_).substr(at_); }

  // REQUIRES: at most what is held.
  void pass(std::size_t bytes) { at_ += bytes; }

  // Passes bytes that nobody looks at; false when there were fewer.
  bool skip(std::size_t bytes);

  // What ended the stream, if it was no good end.
  const std::optional<Error>& error() const { return error_; }

  // Goes on behind a broken place of a packed file; false when there is nothing more.
  bool recover();

  std::size_t offset() const { return passed_ + at_; }
  std::optional<StreamPlace> place() { return stream_.place_of(offset()); }
  std::size_t consumed_bytes() const { return stream_.consumed_bytes(); }

 private:
  ByteStream stream_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t passed_ = 0;  // bytes of the stream before buffer_
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace hearsay::source
