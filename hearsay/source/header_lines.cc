#include "hearsay/source/header_lines.h"

#include <algorithm>
#include <cctype>

#include "hearsay/base/tsv.h"

namespace hearsay::source {
namespace {

constexpr std::size_t kMostLines = 1'000;
constexpr std::size_t kLongestName = 100;

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::ranges::all_of(name, [](char c) { return c > ' ' && c < '\x7F'; });
}

}  // namespace

std::string small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return out;
}

HeaderLines parse_header_lines(std::string_view text) {
  HeaderLines lines;
  bool goes_on = false;  // whether a continuation belongs to the last of `lines`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (goes_on) lines.back().second.append(" ").append(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    goes_on = colon != std::string_view::npos && is_name(trim(line.substr(0, colon)));
    if (!goes_on) continue;
    if (lines.size() == kMostLines) break;
    lines.emplace_back(small_letters(trim(line.substr(0, colon))),
                       trim(line.substr(colon + 1)));
  }
  return lines;
}

std::string_view header(const HeaderLines& lines, std::string_view name) {
  const auto found = std::ranges::find(lines, name, &HeaderLines::value_type::first);
  return found == lines.end() ? std::string_view() : found->second;
}

std::size_t header_bytes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return end;
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line == "\r") return at;
  }
  return std::string_view::npos;
}

std::string media_type(std::string_view value) {
  return small_letters(trim(value.substr(0, value.find_first_of("; ,"))));
}

std::string parameter(std::string_view value, std::string_view name) {
  constexpr std::size_t kLongestValue = 4'096;
  value = value.substr(0, kLongestValue);
  for (std::size_t at = value.find(';'); at != std::string_view::npos;
       at = value.find(';', at + 1)) {
    std::string_view rest = trim(value.substr(at + 1));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos ||
        small_letters(trim(rest.substr(0, equals))) != name) {
      continue;
    }
    rest = trim(rest.substr(equals + 1));
    if (rest.starts_with('"')) {
      rest.remove_prefix(1);
      return std::string(rest.substr(0, rest.find('"')));
    }
    return std::string(trim(rest.substr(0, rest.find_first_of("; \t"))));
  }
  return {};
}

}  // namespace hearsay::source
