// A knowledge table whose cells can be changed and to which rows can be added.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/tables.h"

namespace hearsay {

class EditTable {
 public:
  using Row = std::vector<std::string>;  // a cell for each column

  // All columns of the table. Fails as Tsv does.
  static Result<EditTable> parse(const TableText& table);

  std::size_t size() const { return rows_.size(); }
  const Row& row(std::size_t place) const { return rows_[place]; }

  // The place of a column.
  std::optional<std::size_t> find_column(std::string_view name) const;
  // The same; the column is added, empty, when there is none.
  std::size_t column(std::string_view name);

  std::string& cell(std::size_t row, std::size_t column) { return rows_[row][column]; }
  const std::string& cell(std::size_t row, std::size_t column) const {
    return rows_[row][column];
  }

  // Adds `item` to a list cell that does not hold it yet.
  void add_item(std::size_t row, std::size_t column, std::string_view item);

  // The row with this key (its first cell).
  std::optional<std::size_t> find(std::string_view key) const;
  // A new row of empty cells. REQUIRES: no row has the key, unless keys may repeat.
  std::size_t add(std::string_view key);
  void remove(std::size_t row);  // it stays empty in its place, and is not printed

  // The table as text: rows by their first cells; rows of one key by all of them.
  TableText print() const;

 private:
  std::string path_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::size_t> places_;  // by key: the first row of it
};

// A key made of a name: "Bayern München" → "bayern-munchen".
std::string key_for(std::string_view name);

}  // namespace hearsay
