// A header is one block of 512 bytes, the contents follow in whole blocks. Numbers are
// octal digits; a sum over the header tells whether it is one.

#include "hearsay/source/tar.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "hearsay/base/tsv.h"

namespace hearsay::source {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kLongestName = 64 << 10;
constexpr std::size_t kLargestEntry = 1UL << 40;

std::string_view text_field(std::string_view header, std::size_t at, std::size_t bytes) {
  const std::string_view field = header.substr(at, bytes);
  return field.substr(0, field.find('\0'));
}

// Octal digits; or, with the first bit set, a binary number.
std::optional<std::size_t> number_field(std::string_view header, std::size_t at,
                                        std::size_t bytes) {
  std::size_t value = 0;
  if ((static_cast<unsigned char>(header[at]) & 0x80U) != 0) {
    for (const char c : header.substr(at + bytes - 8, 8)) {
      value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
  }
  const std::string_view digits = trim(text_field(header, at, bytes));
  const char* begin = digits.data();
  const char* end = begin + digits.size();
  const auto [stop, error] = std::from_chars(begin, end, value, 8);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

bool is_header(std::string_view block) {
  constexpr std::size_t kSumAt = 148;
  constexpr std::size_t kSumBytes = 8;
  if (block.size() < kBlock) return false;
  std::size_t sum = kSumBytes * std::size_t{' '};
  for (std::size_t i = 0; i < kBlock; ++i) {
    const bool of_sum = i >= kSumAt && i < kSumAt + kSumBytes;
    sum += of_sum ? 0U : static_cast<unsigned char>(block[i]);
  }
  return number_field(block, kSumAt, kSumBytes) == sum;
}

// How large the entry is; nothing when this is no header.
std::optional<std::size_t> entry_bytes(std::string_view block) {
  const auto bytes = is_header(block) ? number_field(block, 124, 12) : std::nullopt;
  return bytes && *bytes <= kLargestEntry ? bytes : std::nullopt;
}

std::string name_in(std::string_view block) {
  const bool has_prefix = block.substr(257, 6) == std::string_view("ustar\0", 6);
  std::string name(has_prefix ? text_field(block, 345, 155) : std::string_view());
  if (!name.empty()) name += '/';
  return name.append(text_field(block, 0, 100));
}

bool is_regular(char type) {
  return type == '0' || type == '\0' || type == '7';
}

// "27 path=a/long/name.html\n" …: the value of a key; "" when it is not there.
std::string pax_value(std::string_view records, std::string_view key) {
  std::string value;
  while (!records.empty()) {
    std::size_t bytes = 0;
    const auto [stop, error] =
        std::from_chars(records.data(), records.data() + records.size(), bytes);
    if (error != std::errc() || bytes == 0 || bytes > records.size()) break;
    const std::string_view record = records.substr(0, bytes - 1);
    const std::size_t blank = record.find(' ');
    const std::size_t equals = record.find('=');
    if (blank != std::string_view::npos && equals != std::string_view::npos &&
        record.substr(blank + 1, equals - blank - 1) == key) {
      value = record.substr(equals + 1);
    }
    records.remove_prefix(bytes);
  }
  return value;
}

bool is_hidden(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return name.substr(slash == std::string_view::npos ? 0 : slash + 1).starts_with('.');
}

}  // namespace

bool starts_tar(std::string_view head) {
  return head.size() >= kBlock && head.substr(257, 5) == "ustar" && is_header(head);
}

struct TarReader::State {
  explicit State(ByteWindow bytes) : window(std::move(bytes)) {}

  bool finish_entry() {
    return window.skip(std::exchange(left, 0)) && window.skip(std::exchange(padding, 0));
  }

  Result<std::size_t> read(std::span<char> buffer) {
    std::size_t done = 0;
    while (done < buffer.size() && left > 0) {
      const std::string_view text = window.ahead(1);
      const std::size_t count = std::min({text.size(), left, buffer.size() - done});
      if (count == 0) {
        ended = true;
        return fail(ErrorCode::kMalformed, "the tar archive is cut off; get it again");
      }
      std::memcpy(buffer.data() + done, text.data(), count);
      window.pass(count);
      done += count;
      left -= count;
    }
    return done;
  }

  // The name of the next entry, where it is too long for its block.
  bool take_name(char type) {
    const auto text = take_text();
    if (text) long_name = type == 'L' ? text->c_str() : pax_value(*text, "path");
    return text.has_value();
  }

  std::unexpected<Error> broken(std::string_view how) {
    ended = true;
    if (const std::optional<Error>& error = window.error())
      return std::unexpected(*error);
    return fail(ErrorCode::kMalformed, "the tar archive is " + std::string(how) +
                                           " at byte " + std::to_string(window.offset()) +
                                           "; get it again");
  }

  // What a header with a long name or pax records carries.
  std::optional<std::string> take_text() {
    if (left > kLongestName || window.ahead(left).size() < left) return std::nullopt;
    std::string text(window.held().substr(0, left));
    finish_entry();
    return text;
  }

  ByteWindow window;
  std::size_t left = 0;     // of the entry
  std::size_t padding = 0;  // behind it
  bool ended = false;
  std::string long_name;
};

namespace {

// The end of an archive: nothing more, or a block of zeroes.
bool is_end(std::string_view block, bool failed) {
  if (block.empty()) return !failed;
  return block.size() == kBlock &&
         block.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace

TarReader::TarReader(ByteWindow window)
    : state_(std::make_shared<State>(std::move(window))) {}

std::optional<Result<TarReader::Entry>> TarReader::next() {
  State& state = *state_;
  while (!state.ended) {
    if (!state.finish_entry()) return state.broken("cut off");
    const std::string_view block = state.window.ahead(kBlock).substr(0, kBlock);
    if (is_end(block, state.window.error().has_value())) return std::nullopt;
    if (block.size() < kBlock) return state.broken("cut off");
    const auto bytes = entry_bytes(block);
    if (!bytes) return state.broken("broken");
    const char type = block[156];
    std::string name = name_in(block);
    state.window.pass(kBlock);
    state.left = *bytes;
    state.padding = (kBlock - *bytes % kBlock) % kBlock;
    if (type == 'L' || type == 'x') {
      if (!state.take_name(type)) return state.broken("broken");
      continue;
    }
    if (!state.long_name.empty()) name = std::exchange(state.long_name, {});
    if (!is_regular(type) || is_hidden(name) || *bytes == 0) continue;
    auto stream = ByteStream::of(
        name, [shared = state_](std::span<char> buffer) { return shared->read(buffer); });
    return Entry{std::move(name), *bytes, std::move(stream)};
  }
  return std::nullopt;
}

std::optional<StreamPlace> TarReader::place() {
  if (!state_->long_name.empty() || !state_->finish_entry()) return std::nullopt;
  return state_->window.place();
}

std::size_t TarReader::consumed_bytes() const {
  return state_->window.consumed_bytes();
}

}  // namespace hearsay::source
