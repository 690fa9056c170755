// A table that fits the terminal.
//
//     DATE        STAGE     PLAYER        FROM → TO
//     2023-03-01  interest  Sergio Ramos  Paris Saint-Germ… → Inter Miami
//                           details of a row stand under it, wrapped
//
// Columns are as wide as their widest cell. When the line is too long the widest columns
// give way down to their easy width, then droppable columns go, the last one first, then
// what is left gives way down to its least width.
// Columns in which every cell is empty are not shown.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hearsay/cli/layout.h"
#include "hearsay/cli/terminal.h"

namespace hearsay::cli {

struct Column {
  std::string heading;
  Align align = Align::kLeft;
  std::size_t least = 8;  // narrower than this it says nothing
  bool droppable = false;
  std::size_t easy = 0;  // narrower than this it is a nuisance; 0: as `least`
};

class Table {
 public:
  // Details of a row stand under the column numbered `detail_column`.
  explicit Table(std::vector<Column> columns, std::size_t detail_column = 1);

  // REQUIRES: as many cells as columns.
  void add(std::vector<Line> cells, std::vector<Line> details = {});

  bool empty() const { return rows_.empty(); }

  // Whole lines with their ends; only the heading when there are no rows.
  std::string print(const Terminal& terminal) const;

 private:
  struct Row {
    std::vector<Line> cells;
    std::vector<Line> details;
  };

  std::vector<std::size_t> natural_widths() const;
  std::vector<std::size_t> fitting_widths(std::size_t room) const;
  std::string print_cells(const std::vector<Line>& cells,
                          const std::vector<std::size_t>& widths,
                          const Terminal& terminal) const;

  std::vector<Column> columns_;
  std::size_t detail_column_;
  std::vector<Row> rows_;
};

}  // namespace hearsay::cli
