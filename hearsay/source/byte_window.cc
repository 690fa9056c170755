// The buffer is emptied to the left only when more is read, so that small records move
// nothing.

#include "hearsay/source/byte_window.h"

#include <algorithm>
#include <utility>

namespace hearsay::source {
namespace {

constexpr std::size_t kPieceBytes = 256 << 10;

}  // namespace

ByteWindow::ByteWindow(ByteStream stream, std::string head)
    : stream_(std::move(stream)), buffer_(std::move(head)) {}

std::string_view ByteWindow::ahead(std::size_t bytes) {
  while (held().size() < bytes && !ended_) {
    buffer_.erase(0, at_);
    passed_ += at_;
    at_ = 0;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + kPieceBytes);
    const Result<std::size_t> got = stream_.read({buffer_.data() + had, kPieceBytes});
    buffer_.resize(had + (got ? *got : 0));
    if (!got) error_ = got.error();
    ended_ = !got || *got == 0;
  }
  return held();
}

bool ByteWindow::skip(std::size_t bytes) {
  while (bytes > 0) {
    const std::size_t count = std::min(bytes, ahead(1).size());
    if (count == 0) return false;
    pass(count);
    bytes -= count;
  }
  return true;
}

bool ByteWindow::recover() {
  if (!error_ || !stream_.skip_broken()) return false;
  passed_ += buffer_.size();
  buffer_.clear();
  at_ = 0;
  error_.reset();
  ended_ = false;
  return true;
}

}  // namespace hearsay::source
