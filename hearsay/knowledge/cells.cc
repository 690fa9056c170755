#include "hearsay/knowledge/cells.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace hearsay {

std::optional<std::uint32_t> find_key(std::span<const std::string_view> keys,
                                      std::string_view key) {
  const auto found = std::ranges::lower_bound(keys, key);
  if (found == keys.end() || *found != key) return std::nullopt;
  return static_cast<std::uint32_t>(found - keys.begin());
}

bool has_item(std::string_view cell, std::string_view item) {
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find('|', at), cell.size());
    if (cell.substr(at, end - at) == item) return true;
    at = end + 1;
  }
  return false;
}

Result<std::optional<std::uint32_t>> Cell::find_in(std::span<const std::string_view> keys,
                                                   std::string_view where) const {
  if (text().empty()) return std::nullopt;
  if (const auto found = find_key(keys, text())) return found;
  return std::unexpected(table.error_at(
      row, column, "'" + std::string(text()) + "' is no key of " + std::string(where)));
}

Result<std::optional<Date>> Cell::day() const {
  if (text().empty()) return std::nullopt;
  if (const std::optional<Date> day = parse_date(text())) return day;
  return std::unexpected(table.error_at(
      row, column,
      "'" + std::string(text()) + "' is no day of the calendar: write 2023-07-01"));
}

Result<int> Cell::percent() const {
  int number = 0;
  const std::string digits(text());
  const char* const end = digits.data() + digits.size();
  const auto [stop, wrong] = std::from_chars(digits.data(), end, number);
  if (wrong == std::errc{} && stop == end && number >= 0 && number <= 100) return number;
  return std::unexpected(
      table.error_at(row, column, "a number from 0 to 100 is expected"));
}

Result<bool> Cell::flag(std::string_view word) const {
  if (text().empty()) return false;
  if (text() == word) return true;
  return std::unexpected(
      table.error_at(row, column, "'" + std::string(word) + "' or nothing is expected"));
}

}  // namespace hearsay
