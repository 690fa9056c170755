// Heads are read generously: what matters is the length, and that a wrong one is not
// taken for a head.

#include "hearsay/source/archive_head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "hearsay/base/tsv.h"
#include "hearsay/source/header_lines.h"

namespace hearsay::source {
namespace {

constexpr std::size_t kLargestBlock = 1UL << 40;

std::optional<std::size_t> length_in(std::string_view text) {
  std::size_t value = 0;
  const char* begin = text.data();
  const char* end = begin + text.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || stop != end || value > kLargestBlock) return std::nullopt;
  return value;
}

// "20230301093000", or only its first eight digits.
std::optional<Moment> digits_moment(std::string_view text) {
  constexpr std::size_t kDayDigits = 8;
  constexpr std::size_t kDigits = 14;
  const bool digits =
      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.size() < kDayDigits || text.size() > kDigits) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t count) {
    return std::string(text.substr(at, count));
  };
  const std::string day = part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2);
  if (text.size() < kDigits) return parse_moment(day);
  return parse_moment(day + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) +
                      "Z");
}

}  // namespace

std::optional<RecordHead> parse_warc_head(std::string_view head) {
  if (!head.starts_with("WARC/")) return std::nullopt;
  const std::size_t first_end = head.find('\n');
  if (first_end == std::string_view::npos) return std::nullopt;
  const HeaderLines lines = parse_header_lines(head.substr(first_end + 1));
  const auto length = length_in(header(lines, "content-length"));
  if (!length) return std::nullopt;
  RecordHead record;
  record.block_bytes = *length;
  const std::string type = small_letters(header(lines, "warc-type"));
  if (type == "response") record.kind = RecordKind::kResponse;
  if (type == "resource") record.kind = RecordKind::kResource;
  std::string_view uri = header(lines, "warc-target-uri");
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  record.uri = uri;
  record.fetched = parse_moment(header(lines, "warc-date"));
  record.content_type = header(lines, "content-type");
  return record;
}

// An address may have blanks in it, so the line is read from its end. Version 2 has five
// more fields: status, checksum, location, offset, file.
std::optional<RecordHead> parse_arc_head(std::string_view line) {
  constexpr std::array<std::size_t, 2> kFieldsBehind = {4, 9};
  for (const std::size_t count : kFieldsBehind) {
    std::vector<std::string_view> fields;  // the last one first
    std::string_view rest = trim(line);
    while (fields.size() < count && rest.find(' ') != std::string_view::npos) {
      const std::size_t blank = rest.rfind(' ');
      fields.push_back(rest.substr(blank + 1));
      rest = rest.substr(0, blank);
    }
    if (fields.size() < count || rest.find(':') == std::string_view::npos) continue;
    const auto length = length_in(fields[0]);
    const auto fetched = digits_moment(fields[count - 2]);
    if (!length || !fetched) continue;
    RecordHead record;
    const bool page = rest.starts_with("http://") || rest.starts_with("https://");
    record.kind = page ? RecordKind::kResponse : RecordKind::kOther;
    record.uri = rest;
    record.fetched = fetched;
    record.content_type = fields[count - 3];
    record.block_bytes = *length;
    return record;
  }
  return std::nullopt;
}

}  // namespace hearsay::source
