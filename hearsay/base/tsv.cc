#include "hearsay/base/tsv.h"

#include <algorithm>

#include "hearsay/base/file.h"
#include "hearsay/base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLimitBytes = 256UL << 20;
constexpr std::size_t kShownBytes = 120;  // of a long line in a message

std::size_t column_start(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  while (column-- > 0) {
    const std::size_t tab = line.find('\t', at);
    if (tab == std::string_view::npos) return line.size();
    at = tab + 1;
  }
  return at;
}

std::vector<std::string_view> split_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0;;) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, tab - at));
    if (tab == line.size()) return cells;
    at = tab + 1;
  }
}

}  // namespace

Result<Tsv> Tsv::load(const std::filesystem::path& path,
                      const std::vector<std::string>& columns) {
  Result<std::string> bytes = read_file(path, kLimitBytes);
  if (!bytes) return std::unexpected(bytes.error());
  return parse(std::move(*bytes), path.string(), columns);
}

Result<Tsv> Tsv::parse(std::string bytes, std::string name,
                       const std::vector<std::string>& columns) {
  Tsv table;
  table.name_ = std::move(name);
  table.bytes_.assign(bytes.begin(), bytes.end());
  const std::string_view all(table.bytes_.data(), table.bytes_.size());
  std::size_t number = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    std::string_view line = all.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const Result<void> read = table.width_ == 0
                                  ? table.read_heading(line, number, columns)
                                  : table.read_row(line, number);
    if (!read) return std::unexpected(read.error());
  }
  if (table.width_ == 0) {
    return fail(ErrorCode::kMalformed,
                table.name_ + ": the heading row with the column names is missing");
  }
  return table;
}

Result<void> Tsv::read_heading(std::string_view line, std::size_t number,
                               const std::vector<std::string>& columns) {
  const std::vector<std::string_view> cells = split_cells(line);
  for (const std::string& column : columns) {
    const auto found = std::ranges::find(cells, column);
    if (found == cells.end()) {
      return std::unexpected(
          error_in_line(number, line, 0, "there is no column '" + column + "'"));
    }
    places_.push_back(static_cast<std::size_t>(found - cells.begin()));
  }
  width_ = cells.size();
  return {};
}

Result<void> Tsv::read_row(std::string_view line, std::size_t number) {
  if (!is_utf8(line)) {
    return std::unexpected(error_in_line(number, "", 0, "the line is not UTF-8"));
  }
  const std::vector<std::string_view> cells = split_cells(line);
  if (cells.size() != width_) {
    return std::unexpected(
        error_in_line(number, line, column_start(line, std::min(cells.size(), width_)),
                      std::to_string(width_) + " columns expected, " +
                          std::to_string(cells.size()) + " found"));
  }
  Row row{.cells = {}, .line = number};
  row.cells.reserve(places_.size());
  for (const std::size_t place : places_) row.cells.push_back(cells[place]);
  rows_.push_back(std::move(row));
  return {};
}

Error Tsv::error_at(const Row& row, std::size_t column, std::string_view what) const {
  const char* begin = row.cells[column].data();
  const char* first = bytes_.data();
  while (begin > first && begin[-1] != '\n') --begin;
  const char* end = row.cells[column].data();
  const char* last = bytes_.data() + bytes_.size();
  while (end < last && *end != '\n') ++end;
  const std::string_view line(begin, static_cast<std::size_t>(end - begin));
  const auto at = static_cast<std::size_t>(row.cells[column].data() - begin);
  return error_in_line(row.line, line, at, what);
}

Error Tsv::error_in_line(std::size_t line, std::string_view text, std::size_t at,
                         std::string_view what) const {
  std::string message = name_ + ":" + std::to_string(line) + ": " + std::string(what);
  if (!text.empty() && at < kShownBytes) {
    const std::size_t shown = floor_boundary(text, std::min(text.size(), kShownBytes));
    message += "\n  " + std::string(text.substr(0, shown)) + "\n  ";
    for (std::size_t i = 0; i < at; i += decode_at(text, i).bytes) {
      message += text[i] == '\t' ? '\t' : ' ';
    }
    message += '^';
  }
  return {ErrorCode::kMalformed, std::move(message)};
}

std::vector<std::string_view> split_list(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    const std::string_view part = trim(cell.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace hearsay
