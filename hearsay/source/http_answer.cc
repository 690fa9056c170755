// Archives keep answers as servers gave them, and servers err: codings that are not
// there, lengths that do not fit. Whatever text can be had is had.

#include "hearsay/source/http_answer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "hearsay/base/tsv.h"
#include "hearsay/base/unpacker.h"
#include "hearsay/source/header_lines.h"

namespace hearsay::source {
namespace {

using Fault = HttpAnswer::Fault;

constexpr int kMostCodings = 4;

int status_in(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return 0;
  int status = 0;
  const std::string_view rest = trim(line.substr(blank));
  std::from_chars(rest.data(), rest.data() + rest.size(), status);
  return status;
}

// What a body that is said to be packed really is; nothing when it is not.
std::optional<Packing> packing_in(std::string_view body, std::string_view coding) {
  if (coding != "deflate") return packing_of(body);
  if (body.empty()) return std::nullopt;
  // A zlib head is divisible by 31; many servers send deflate without one.
  const auto head = [&](std::size_t at) {
    return at < body.size() ? static_cast<unsigned char>(body[at]) : 0U;
  };
  const bool zlib = (head(0) & 0x0FU) == 8 && (head(0) << 8U | head(1)) % 31 == 0;
  return zlib ? Packing::kZlib : Packing::kDeflate;
}

Fault unpack_coding(std::string_view coding, std::size_t limit_bytes, std::string& body) {
  if (coding.empty() || coding == "identity" || coding == "none") return Fault::kNone;
  const bool known =
      coding == "gzip" || coding == "x-gzip" || coding == "deflate" || coding == "zstd";
  if (!known) return Fault::kCoding;
  const auto packing = packing_in(body, coding);
  if (!packing) return Fault::kNone;  // was unpacked by whoever made the archive
  auto unpacked = unpack(body, *packing, limit_bytes);
  if (!unpacked) return Fault::kTooLarge;
  if (unpacked->bytes.empty()) {
    const bool plain = *packing == Packing::kDeflate && body.starts_with('<');
    return plain || body.empty() ? Fault::kNone : Fault::kBroken;
  }
  body = std::move(unpacked->bytes);
  return Fault::kNone;
}

// Codings are listed in the order in which they were put on.
Fault take_codings_off(std::string_view list, std::size_t limit_bytes,
                       std::string& body) {
  auto codings = split_list(list, ',');
  if (codings.size() > kMostCodings) return Fault::kBroken;
  std::ranges::reverse(codings);
  for (const std::string_view coding : codings) {
    const Fault fault = unpack_coding(small_letters(trim(coding)), limit_bytes, body);
    if (fault != Fault::kNone) return fault;
  }
  return Fault::kNone;
}

}  // namespace

std::string join_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  for (;;) {
    const std::size_t line_end = rest.find('\n');
    const std::string_view line = trim(rest.substr(0, line_end));
    std::size_t bytes = 0;
    const char* begin = line.data();
    const char* end = begin + line.size();
    const auto [stop, error] = std::from_chars(begin, end, bytes, 16);
    const bool size =
        error == std::errc() && (stop == end || *stop == ';' || *stop == ' ');
    if (!size || line_end == std::string_view::npos) break;
    if (bytes == 0) return joined;
    rest.remove_prefix(line_end + 1);
    joined += rest.substr(0, bytes);
    rest.remove_prefix(std::min(bytes, rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  }
  return joined.empty() ? std::string(body) : joined;
}

HttpAnswer parse_http_answer(std::string_view block, std::size_t limit_bytes,
                             bool (*wanted)(std::string_view media_type)) {
  HttpAnswer answer;
  const std::size_t head_bytes = header_bytes(block);
  const std::size_t line_end = block.find('\n');
  if (!block.starts_with("HTTP/") || head_bytes == std::string_view::npos) {
    answer.fault = Fault::kBroken;
    return answer;
  }
  answer.status = status_in(block.substr(0, line_end));
  const HeaderLines lines =
      parse_header_lines(block.substr(line_end + 1, head_bytes - line_end - 1));
  const std::string_view type = header(lines, "content-type");
  answer.media_type = media_type(type);
  answer.charset = parameter(type, "charset");
  const bool good = answer.status >= 200 && answer.status < 300;
  if (!good || !wanted(answer.media_type)) return answer;
  const std::string_view body = block.substr(head_bytes);
  const bool chunked =
      small_letters(header(lines, "transfer-encoding")).find("chunked") !=
      std::string::npos;
  answer.body = chunked ? join_chunks(body) : std::string(body);
  answer.fault =
      take_codings_off(header(lines, "content-encoding"), limit_bytes, answer.body);
  return answer;
}

}  // namespace hearsay::source
