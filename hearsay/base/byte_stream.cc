// The unpacking state is zlib's; one gzip file may be many members in a row (as archives
// are), so the end of a member is the end of the file only when no byte follows.

#include "hearsay/base/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace hearsay {
namespace {

constexpr std::size_t kPieceBytes = 256 << 10;

bool starts_gzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

Error cannot_read(const std::string& name, int number) {
  if (number == ENOENT || number == ENOTDIR) {
    return {ErrorCode::kNotFound, name + ": no such file"};
  }
  if (number == EACCES || number == EPERM) {
    return {ErrorCode::kUnreadable,
            name + ": permission denied; make it readable for this user"};
  }
  return {ErrorCode::kUnreadable, name + ": cannot be read: " + std::strerror(number)};
}

}  // namespace

struct ByteStream::State {
  std::string name;
  int file = -1;
  bool owns_file = false;
  bool started = false;
  bool packed = false;
  bool inflating = false;  // `unpacker` needs its end
  bool at_end = false;     // of the file
  bool between = false;    // between two gzip members
  std::size_t consumed = 0;
  std::vector<char> piece = std::vector<char>(kPieceBytes);
  std::size_t begin = 0;  // the unread part of `piece`
  std::size_t end = 0;
  std::optional<Error> error;
  z_stream unpacker{};

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;
  ~State() {
    if (inflating) inflateEnd(&unpacker);
    if (owns_file && file >= 0) ::close(file);
  }

  void refill() {
    ssize_t got = -1;
    do {
      got = ::read(file, piece.data(), piece.size());
    } while (got < 0 && errno == EINTR);
    begin = 0;
    end = 0;
    if (got < 0) {
      error = cannot_read(name, errno);
    } else if (got == 0) {
      at_end = true;
    } else {
      end = static_cast<std::size_t>(got);
      consumed += end;
    }
  }

  void start() {
    started = true;
    refill();
    packed = !error && starts_gzip({piece.data(), end});
    if (!packed) return;
    inflating = inflateInit2(&unpacker, 15 + 16) == Z_OK;
    if (!inflating) error = Error{ErrorCode::kInternal, name + ": no memory to unpack"};
  }

  std::size_t copy_plain(std::span<char> buffer) {
    std::size_t done = 0;
    while (done < buffer.size() && !error) {
      if (begin == end) refill();
      if (begin == end) break;
      const std::size_t count = std::min(end - begin, buffer.size() - done);
      std::memcpy(buffer.data() + done, piece.data() + begin, count);
      begin += count;
      done += count;
    }
    return done;
  }

  // Room for another member: the bytes behind one are another or padding.
  bool next_member() {
    if (begin == end) refill();
    if (begin == end) return false;
    if (piece[begin] != '\x1f') {  // zeroes behind the last member are allowed
      at_end = true;
      begin = end;
      return false;
    }
    between = false;
    inflateReset(&unpacker);
    return true;
  }

  std::size_t unpack(std::span<char> buffer) {
    std::size_t done = 0;
    while (done < buffer.size() && !error) {
      if (between && !next_member()) break;
      if (begin == end) refill();
      if (begin == end) {
        if (!error) error = cut_off();
        break;
      }
      unpacker.next_in = reinterpret_cast<Bytef*>(piece.data() + begin);
      unpacker.avail_in = static_cast<uInt>(end - begin);
      unpacker.next_out = reinterpret_cast<Bytef*>(buffer.data() + done);
      const std::size_t room = std::min<std::size_t>(buffer.size() - done, 1U << 30);
      unpacker.avail_out = static_cast<uInt>(room);
      const int outcome = inflate(&unpacker, Z_NO_FLUSH);
      begin = end - unpacker.avail_in;
      done += room - unpacker.avail_out;
      if (outcome == Z_STREAM_END) {
        between = true;
      } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
        error = Error{ErrorCode::kMalformed,
                      name + ": its gzip data is broken; get the file again"};
      }
    }
    return done;
  }

  Error cut_off() const {
    return {ErrorCode::kMalformed,
            name + ": its gzip data is cut off; get the file again"};
  }
};

ByteStream::ByteStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

Result<ByteStream> ByteStream::open(const std::filesystem::path& path) {
  auto state = std::make_unique<State>();
  state->name = path.string();
  // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
  state->file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (state->file < 0) return std::unexpected(cannot_read(state->name, errno));
  state->owns_file = true;
  struct stat status{};
  if (::fstat(state->file, &status) != 0) {
    return std::unexpected(cannot_read(state->name, errno));
  }
  if (!S_ISREG(status.st_mode)) {
    return fail(ErrorCode::kUnreadable, state->name + ": is not a regular file");
  }
  return ByteStream(std::move(state));
}

ByteStream ByteStream::standard_input() {
  auto state = std::make_unique<State>();
  state->name = "standard input";
  state->file = STDIN_FILENO;
  return ByteStream(std::move(state));
}

Result<std::size_t> ByteStream::read(std::span<char> buffer) {
  if (!state_->started) state_->start();
  const std::size_t done =
      state_->packed ? state_->unpack(buffer) : state_->copy_plain(buffer);
  const std::optional<Error>& error = state_->error;
  if (done == 0 && error) return std::unexpected(*error);
  return done;
}

std::size_t ByteStream::consumed_bytes() const {
  return state_->consumed;
}
bool ByteStream::is_packed() const {
  return state_->packed;
}

LineReader::LineReader(ByteStream stream, std::size_t limit_bytes, std::string head)
    : stream_(std::move(stream)), limit_bytes_(limit_bytes), buffer_(std::move(head)) {}

std::optional<Error> LineReader::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kPieceBytes);
  const Result<std::size_t> got = stream_.read({buffer_.data() + had, kPieceBytes});
  buffer_.resize(had + (got ? *got : 0));
  if (!got) {
    ended_ = true;
    return got.error();
  }
  if (*got == 0) ended_ = true;
  return std::nullopt;
}

std::optional<Error> LineReader::skip_line() {
  for (;;) {
    const std::size_t stop = buffer_.find('\n', at_);
    if (stop != std::string::npos) {
      at_ = stop + 1;
      return std::nullopt;
    }
    at_ = buffer_.size();
    if (ended_) return std::nullopt;
    if (auto error = fill()) return error;
  }
}

// The line in buffer_[at_, end), and past its end.
std::string_view LineReader::take_line(std::size_t end) {
  ++line_;
  std::string_view line(buffer_.data() + at_, end - at_);
  at_ = std::min(end + 1, buffer_.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::unexpected<Error> LineReader::refuse_line() {
  ++line_;
  if (const auto error = skip_line()) return std::unexpected(*error);
  return fail(ErrorCode::kTooLarge, "the line has more than " +
                                        std::to_string(limit_bytes_) +
                                        " bytes, the limit for one line");
}

std::optional<Result<std::string_view>> LineReader::next() {
  std::size_t searched = at_;
  for (;;) {
    const std::size_t stop = buffer_.find('\n', searched);
    const bool found = stop != std::string::npos;
    if (!found && ended_ && at_ == buffer_.size()) return std::nullopt;
    const std::size_t end = found ? stop : buffer_.size();
    if (end - at_ > limit_bytes_) return refuse_line();
    if (found || ended_) return take_line(end);
    searched = buffer_.size() - at_;
    if (const auto error = fill()) {
      at_ = buffer_.size();  // half a line is no line
      ++line_;
      return std::unexpected(*error);
    }
  }
}

}  // namespace hearsay
