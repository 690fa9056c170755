// What the cells of the knowledge tables hold besides names: keys of other tables, days,
// small numbers. Each reader fails with the file, the line and a caret under the cell.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "hearsay/base/date.h"
#include "hearsay/base/error.h"
#include "hearsay/base/tsv.h"

namespace hearsay {

// The place of `key` among sorted keys.
std::optional<std::uint32_t> find_key(std::span<const std::string_view> keys,
                                      std::string_view key);

// Whether `item` is one of a list cell.
bool has_item(std::string_view cell, std::string_view item);

template <class Identifier>
std::optional<Identifier> as_id(std::optional<std::uint32_t> place) {
  if (!place) return std::nullopt;
  return Identifier{*place};
}

// A cell of a row. The table must outlive it.
struct Cell {
  const Tsv& table;
  const Tsv::Row& row;
  std::size_t column = 0;

  std::string_view text() const { return row.cells[column]; }

  // The place of the key that the cell holds; nothing from an empty cell. `where` names
  // the table of the keys for the message.
  Result<std::optional<std::uint32_t>> find_in(std::span<const std::string_view> keys,
                                               std::string_view where) const;

  // A day ("2023-07-01"); nothing from an empty cell.
  Result<std::optional<Date>> day() const;

  // 0…100.
  Result<int> percent() const;

  // The word itself is true, an empty cell is false, all else is wrong.
  Result<bool> flag(std::string_view word) const;
};

}  // namespace hearsay
