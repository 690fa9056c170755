#include "hearsay/text/entities.h"

#include <algorithm>
#include <charconv>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/text/mojibake.h"

namespace hearsay::text {
namespace {

constexpr std::size_t kLongestEntity = 12;

// "8217" or "x2019", as HTML reads it: the numbers 128…159 mean Windows-1252.
std::optional<char32_t> parse_number(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(),
                                            code, hexadecimal ? 16 : 10);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  const bool character = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!character) return std::nullopt;
  return code < 0x100 ? from_windows_1252(static_cast<unsigned char>(code)) : code;
}

}  // namespace

Result<Entities> Entities::load(const std::filesystem::path& table) {
  const Result<Tsv> rows = Tsv::load(table, {"name", "code"});
  if (!rows) return std::unexpected(rows.error());
  Entities entities;
  for (const Tsv::Row& row : rows->rows()) {
    const std::optional<char32_t> code = parse_number(row.cells[1]);
    if (!code)
      return std::unexpected(rows->error_at(row, 1, "the number of a character"));
    append_utf8(entities.named_[std::string(row.cells[0])], *code);
  }
  return entities;
}

std::optional<Entities::Found> Entities::find_once(std::string_view bytes,
                                                   std::size_t at) const {
  const std::size_t end = bytes.substr(0, at + kLongestEntity).find(';', at);
  if (end == std::string_view::npos || end < at + 3) return std::nullopt;
  const std::string_view name = bytes.substr(at + 1, end - at - 1);
  Found found{end + 1 - at, {}};
  if (name.starts_with('#')) {
    const std::optional<char32_t> code = parse_number(name.substr(1));
    if (!code) return std::nullopt;
    append_utf8(found.characters, *code);
    return found;
  }
  const auto named = named_.find(std::string(name));
  if (named == named_.end()) return std::nullopt;
  found.characters = named->second;
  return found;
}

std::optional<Entities::Found> Entities::find(std::string_view bytes,
                                              std::size_t at) const {
  std::optional<Found> found = find_once(bytes, at);
  while (found && found->characters == "&") {  // "&amp;amp;": encoded more than once
    std::string again = "&";
    const std::size_t rest = at + found->bytes;
    again += bytes.substr(rest, kLongestEntity);
    const std::optional<Found> inner = find_once(again, 0);
    if (!inner) break;
    found = Found{found->bytes + inner->bytes - 1, inner->characters};
  }
  return found;
}

}  // namespace hearsay::text
