// One packed file may be many members in a row (as archives are), so the end of a member
// is the end of the file only when no byte follows.

#include "hearsay/base/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hearsay/base/unpacker.h"

namespace hearsay {
namespace {

constexpr std::size_t kPieceBytes = 256 << 10;
constexpr std::size_t kMostMembers = 1 << 16;           // remembered at a time
constexpr std::size_t kLargestDictionary = 16UL << 20;  // of zstd
constexpr std::size_t kMagicBytes = 4;

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

// How many unpacked bytes come before a member, and where in the file it begins.
struct MemberStart {
  std::size_t offset = 0;
  std::size_t file_bytes = 0;
};

struct ByteStream::State {
  std::string name;
  int file = -1;
  bool owns_file = false;
  Source source;  // in the place of a file
  bool started = false;
  bool at_end = false;   // of the file
  bool between = false;  // between two members
  std::size_t consumed = 0;
  std::size_t skip_bytes = 0;        // unpacked ones, before the place that was asked for
  std::size_t given_bytes = 0;       // since the file or the place gone to was begun
  std::size_t first_offset = 0;      // of them, before the reader's first
  std::size_t first_file_bytes = 0;  // where reading began in the file
  std::vector<char> piece = std::vector<char>(kPieceBytes);
  std::size_t begin = 0;  // the unread part of `piece`
  std::size_t end = 0;
  std::optional<Error> error;
  std::optional<Packing> packing;
  std::optional<Unpacker> unpacker;
  std::deque<MemberStart> members;  // ascending
  std::size_t tried_until = 0;      // in the file: searched for members already

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;
  ~State() {
    if (owns_file && file >= 0) ::close(file);
  }

  std::size_t file_place() const { return consumed - (end - begin); }
  std::string_view unread() const { return {piece.data() + begin, end - begin}; }

  void refill();
  void need(std::size_t bytes);
  void start();
  void read_dictionary();
  void begin_member();
  std::size_t copy_plain(std::span<char> buffer);
  bool next_member();
  std::size_t unpack(std::span<char> buffer);
  std::size_t fill(std::span<char> buffer);
  void skip_to_place();
  bool find_member();
  Error broken(std::string_view how) const;
};

// Reads on behind the unread bytes, which move to the front.
void ByteStream::State::refill() {
  std::memmove(piece.data(), piece.data() + begin, end - begin);
  end -= begin;
  begin = 0;
  const std::span<char> room(piece.data() + end, piece.size() - end);
  ssize_t got = -1;
  if (source) {
    const Result<std::size_t> given = source(room);
    if (!given) error = given.error();
    got = given ? static_cast<ssize_t>(*given) : 0;
  } else {
    do {
      got = ::read(file, room.data(), room.size());
    } while (got < 0 && errno == EINTR);
  }
  if (got < 0) {
    error = cannot_read(name, errno);
  } else if (got == 0) {
    at_end = true;
  } else {
    end += static_cast<std::size_t>(got);
    consumed += static_cast<std::size_t>(got);
  }
}

// Sees to it that so many bytes are unread, if there are. REQUIRES: at most a piece.
void ByteStream::State::need(std::size_t bytes) {
  while (end - begin < bytes && !at_end && !error) refill();
}

void ByteStream::State::start() {
  started = true;
  need(kMagicBytes);
  if (error) return;
  packing = packing_of(unread());
  if (!packing) return;
  unpacker.emplace(*packing);
  if (packing == Packing::kZstd) read_dictionary();
  begin_member();
}

// A zstd archive may begin with the dictionary of its frames, in a frame to be skipped.
void ByteStream::State::read_dictionary() {
  constexpr std::size_t kHeadBytes = 8;
  need(kHeadBytes);
  if (!unread().starts_with("\x5D\x2A\x4D\x18") || unread().size() < kHeadBytes) return;
  std::size_t bytes = 0;
  for (std::size_t i = kHeadBytes; i-- > kMagicBytes;) {
    bytes = bytes << 8U | static_cast<unsigned char>(piece[begin + i]);
  }
  if (bytes > kLargestDictionary) return;
  begin += kHeadBytes;
  std::string dictionary;
  while (dictionary.size() < bytes) {
    need(1);
    const std::string_view got = unread().substr(0, bytes - dictionary.size());
    if (got.empty()) return;
    dictionary += got;
    begin += got.size();
  }
  if (packing_of(dictionary) == Packing::kZstd) {
    auto plain = hearsay::unpack(dictionary, Packing::kZstd, kLargestDictionary);
    if (plain) dictionary = std::move(plain->bytes);
  }
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access): packed
  unpacker->use_dictionary(dictionary);
}

void ByteStream::State::begin_member() {
  between = false;
  if (members.size() == kMostMembers) members.pop_front();
  members.push_back({given_bytes, file_place()});
}

std::size_t ByteStream::State::copy_plain(std::span<char> buffer) {
  std::size_t done = 0;
  while (done < buffer.size() && !error) {
    if (begin == end) refill();
    if (begin == end) break;
    const std::size_t count = std::min(end - begin, buffer.size() - done);
    std::memcpy(buffer.data() + done, piece.data() + begin, count);
    begin += count;
    done += count;
  }
  given_bytes += done;
  return done;
}

// Room for another member: the bytes behind one are another or padding.
bool ByteStream::State::next_member() {
  need(kMagicBytes);
  if (begin == end) return false;
  if (packing_of(unread()) != packing) {  // zeroes behind the last member are allowed
    at_end = true;
    begin = end;
    return false;
  }
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access): packed
  unpacker->restart();
  begin_member();
  return true;
}

std::size_t ByteStream::State::unpack(std::span<char> buffer) {
  std::size_t done = 0;
  while (done < buffer.size() && !error) {
    if (between && !next_member()) break;
    if (begin == end) refill();
    if (error) break;
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): packed
    const Unpacker::Step step = unpacker->step(unread(), buffer.subspan(done));
    begin += step.taken;
    done += step.given;
    given_bytes += step.given;
    if (step.outcome == Unpacker::Outcome::kEnded) {
      between = true;
    } else if (step.outcome == Unpacker::Outcome::kBroken) {
      error = broken("broken");
    } else if (step.given == 0 && begin == end && at_end) {
      error = broken("cut off");
    }
  }
  return done;
}

std::size_t ByteStream::State::fill(std::span<char> buffer) {
  return packing ? unpack(buffer) : copy_plain(buffer);
}

void ByteStream::State::skip_to_place() {
  std::vector<char> skipped(std::min<std::size_t>(skip_bytes, 1 << 16));
  while (skip_bytes > 0) {
    const std::size_t count = std::min(skip_bytes, skipped.size());
    const std::size_t got = fill({skipped.data(), count});
    skip_bytes = got == 0 ? 0 : skip_bytes - got;
  }
}

// Behind a break: where the next member begins. The first one that begins within the
// broken one is tried, then only those behind the break, so that no byte is unpacked more
// than twice.
bool ByteStream::State::find_member() {
  const std::size_t piece_start = consumed - end;
  const std::size_t from = std::max(
      {members.empty() ? 0 : members.back().file_bytes + 1, tried_until, piece_start});
  tried_until = std::max(tried_until, file_place());
  begin = std::min(from - piece_start, end);
  for (;;) {
    need(kMagicBytes);
    if (error || end - begin < kMagicBytes) return false;
    if (packing_of(unread()) == packing) return true;
    ++begin;
    const char first = packing == Packing::kGzip ? '\x1F' : '\x28';
    const std::size_t next = unread().find(first);
    begin = next == std::string_view::npos ? end : begin + next;
  }
}

Error ByteStream::State::broken(std::string_view how) const {
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access): packed
  return {ErrorCode::kMalformed, name + ": its " + std::string(to_string(*packing)) +
                                     " data is " + std::string(how) +
                                     "; get the file again"};
}

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

ByteStream ByteStream::of(std::string name, Source source) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->source = std::move(source);
  return ByteStream(std::move(state));
}

Result<std::size_t> ByteStream::read(std::span<char> buffer) {
  if (!state_->started) {
    state_->start();
    if (state_->skip_bytes > 0) state_->skip_to_place();
  }
  const std::size_t done = state_->fill(buffer);
  const std::optional<Error>& error = state_->error;
  if (done == 0 && error) return std::unexpected(*error);
  return done;
}

bool ByteStream::skip_broken() {
  State& state = *state_;
  if (!state.packing || !state.error || state.error->code != ErrorCode::kMalformed) {
    return false;
  }
  state.error.reset();
  if (!state.find_member()) return false;
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access): packed
  state.unpacker->restart();
  state.begin_member();
  return true;
}

std::optional<StreamPlace> ByteStream::place_of(std::size_t offset) {
  State& state = *state_;
  const std::size_t given = offset + state.first_offset;
  if (!state.packing) return StreamPlace{given + state.first_file_bytes, 0};
  std::deque<MemberStart>& members = state.members;
  while (members.size() > 1 && members[1].offset <= given) members.pop_front();
  if (members.empty() || members.front().offset > given) return std::nullopt;
  return StreamPlace{members.front().file_bytes, given - members.front().offset};
}

Result<void> ByteStream::go_to(const StreamPlace& place) {
  State& state = *state_;
  const auto to = static_cast<off_t>(place.file_bytes);
  const off_t size = ::lseek(state.file, 0, SEEK_END);
  if (state.source || state.started || to < 0 || size < to) {
    return fail(ErrorCode::kInternal, state.name + ": has no such place to go on at");
  }
  char magic[8] = {};
  if (::pread(state.file, magic, sizeof magic, 0) == sizeof magic &&
      std::string_view(magic, kMagicBytes) == "\x5D\x2A\x4D\x18") {
    ::lseek(state.file, 0, SEEK_SET);  // the dictionary first
    state.start();
    state.members.clear();
    state.begin = state.end = 0;
    state.at_end = false;
    ::lseek(state.file, to, SEEK_SET);
    state.consumed = place.file_bytes;
    state.begin_member();
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): packed
    state.unpacker->restart();
    state.skip_bytes = state.first_offset = place.skip_bytes;
    state.skip_to_place();
    return {};
  }
  ::lseek(state.file, to, SEEK_SET);
  state.consumed = state.first_file_bytes = place.file_bytes;
  state.skip_bytes = state.first_offset = place.skip_bytes;
  return {};
}

std::size_t ByteStream::consumed_bytes() const {
  return state_->consumed;
}
bool ByteStream::is_packed() const {
  return state_->packing.has_value();
}

LineReader::LineReader(ByteStream stream, std::size_t limit_bytes, std::string head)
    : stream_(std::move(stream)), limit_bytes_(limit_bytes), buffer_(std::move(head)) {}

std::optional<Error> LineReader::fill() {
  buffer_.erase(0, at_);
  passed_ += at_;
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
