#include "hearsay/knowledge/edit_table.h"

#include <algorithm>

#include "hearsay/base/fold.h"
#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/cells.h"

namespace hearsay {

Result<EditTable> EditTable::parse(const TableText& table) {
  EditTable parsed;
  parsed.path_ = table.path;
  for (const std::string_view column : columns_of(table)) {
    parsed.columns_.emplace_back(column);
  }
  const Result<Tsv> read = Tsv::parse(table.bytes, table.path, parsed.columns_);
  if (!read) return std::unexpected(read.error());
  parsed.rows_.reserve(read->rows().size());
  for (const Tsv::Row& row : read->rows()) {
    parsed.places_.try_emplace(std::string(row.cells[0]), parsed.rows_.size());
    parsed.rows_.emplace_back(row.cells.begin(), row.cells.end());
  }
  return parsed;
}

std::optional<std::size_t> EditTable::find_column(std::string_view name) const {
  const auto found = std::ranges::find(columns_, name);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::size_t EditTable::column(std::string_view name) {
  if (const auto found = find_column(name)) return *found;
  columns_.emplace_back(name);
  for (Row& row : rows_) row.resize(columns_.size());
  return columns_.size() - 1;
}

void EditTable::add_item(std::size_t row, std::size_t column, std::string_view item) {
  std::string& cell = rows_[row][column];
  if (item.empty() || has_item(cell, item)) return;
  if (!cell.empty()) cell += '|';
  cell += item;
}

std::optional<std::size_t> EditTable::find(std::string_view key) const {
  const auto found = places_.find(std::string(key));
  if (found == places_.end()) return std::nullopt;
  return found->second;
}

std::size_t EditTable::add(std::string_view key) {
  places_.try_emplace(std::string(key), rows_.size());
  rows_.emplace_back(columns_.size());
  rows_.back()[0] = key;
  return rows_.size() - 1;
}

void EditTable::remove(std::size_t row) {
  places_.erase(rows_[row][0]);
  rows_[row].clear();
}

TableText EditTable::print() const {
  std::vector<const Row*> sorted;
  for (const Row& row : rows_) {
    if (!row.empty()) sorted.push_back(&row);
  }
  std::ranges::sort(sorted,
                    [](const Row* left, const Row* right) { return *left < *right; });
  TableText table{path_, {}};
  const auto put = [&table](const auto& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) table.bytes += '\t';
      table.bytes += cells[i];
    }
    table.bytes += '\n';
  };
  put(columns_);
  for (const Row* row : sorted) put(*row);
  return table;
}

std::string key_for(std::string_view name) {
  std::string key;
  for (const char c : fold(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      key += c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  while (key.ends_with('-')) key.pop_back();
  return key;
}

}  // namespace hearsay
