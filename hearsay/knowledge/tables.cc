#include "hearsay/knowledge/tables.h"

#include <algorithm>
#include <utility>

#include "hearsay/base/file.h"
#include "hearsay/base/hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kLimitBytes = 256UL << 20;

// The first line that is no comment.
std::string_view heading_of(std::string_view bytes) {
  while (!bytes.empty()) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !line.starts_with('#')) return line;
  }
  return {};
}

}  // namespace

Result<Tables> read_tables(const std::filesystem::path& data) {
  Tables tables;
  for (const std::string_view name : kTableNames) {
    const std::filesystem::path path = data / "knowledge" / (std::string(name) + ".tsv");
    Result<std::string> bytes = read_file(path, kLimitBytes);
    if (!bytes) return std::unexpected(bytes.error());
    tables.emplace(name, TableText{path.string(), std::move(*bytes)});
  }
  return tables;
}

std::string fingerprint_of(const Tables& tables) {
  std::string each;
  for (const auto& [name, table] : tables) {
    each.append(name).append(" ").append(fingerprint(table.bytes)).append("\n");
  }
  return fingerprint(each);
}

std::vector<std::string_view> columns_of(const TableText& table) {
  std::vector<std::string_view> columns;
  std::string_view heading = heading_of(table.bytes);
  while (!heading.empty()) {
    columns.push_back(heading.substr(0, heading.find('\t')));
    heading.remove_prefix(std::min(columns.back().size() + 1, heading.size()));
  }
  return columns;
}

bool has_column(const TableText& table, std::string_view column) {
  const auto columns = columns_of(table);
  return std::ranges::find(columns, column) != columns.end();
}

}  // namespace hearsay
