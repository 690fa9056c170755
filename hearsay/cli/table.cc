// Widths are found by taking one column from the widest column that may still give, again
// and again; with at most some hundred columns to take, that is as quick as it is plain.
// A width of 0 means that the column is not shown.

#include "hearsay/cli/table.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "hearsay/cli/display_width.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kGap = 2;  // blanks between columns

using Widths = std::vector<std::size_t>;

std::size_t total(const Widths& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) {
    if (width > 0) sum += width + (sum > 0 ? kGap : 0);
  }
  return sum;
}

// Shrinks the widest columns; false when none of them may give any more.
bool shrink(Widths& widths, const Widths& least, std::size_t room) {
  while (total(widths) > room) {
    std::optional<std::size_t> widest;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool may_give = widths[i] > least[i];
      if (may_give && (!widest || widths[i] > widths[*widest])) widest = i;
    }
    if (!widest) return false;
    --widths[*widest];
  }
  return true;
}

}  // namespace

Table::Table(std::vector<Column> columns, std::size_t detail_column)
    : columns_(std::move(columns)), detail_column_(detail_column) {}

void Table::add(std::vector<Line> cells, std::vector<Line> details) {
  assert(cells.size() == columns_.size());
  rows_.push_back({std::move(cells), std::move(details)});
}

Widths Table::natural_widths() const {
  Widths widths(columns_.size(), 0);
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] == 0 && !rows_.empty()) continue;
    widths[i] = std::max(widths[i], display_width(columns_[i].heading));
  }
  return widths;
}

Widths Table::fitting_widths(std::size_t room) const {
  Widths least;
  Widths easy;
  for (const Column& column : columns_) {
    least.push_back(column.least);
    easy.push_back(std::max(column.least, column.easy));
  }
  Widths kept = natural_widths();
  while (true) {
    Widths widths = kept;
    if (shrink(widths, easy, room)) return widths;
    std::optional<std::size_t> dropped;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (columns_[i].droppable && kept[i] > 0) dropped = i;
    }
    if (!dropped) {
      shrink(widths, least, room);
      return widths;
    }
    kept[*dropped] = 0;
  }
}

std::string Table::print_cells(const std::vector<Line>& cells, const Widths& widths,
                               const Terminal& terminal) const {
  Line line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] == 0) continue;
    if (!line.empty()) line.push_back({std::string(kGap, ' '), Style::kPlain});
    append(line, pad(fit(cells[i], widths[i], terminal), widths[i], columns_[i].align));
  }
  return render(fit(line, terminal.width, terminal), terminal) + "\n";
}

std::string Table::print(const Terminal& terminal) const {
  const Widths widths = fitting_widths(terminal.width);
  std::vector<Line> headings;
  headings.reserve(columns_.size());
  for (const Column& column : columns_) {
    headings.push_back({{column.heading, Style::kDim}});
  }
  const auto behind = widths.begin() + static_cast<std::ptrdiff_t>(
                                           std::min(detail_column_, widths.size()));
  const Widths before(widths.begin(), behind);
  const std::size_t indent = total(before) + (total(before) > 0 ? kGap : 0);

  std::string out = print_cells(headings, widths, terminal);
  for (const Row& row : rows_) {
    out += print_cells(row.cells, widths, terminal);
    for (const Line& detail : row.details) out += paragraph(detail, indent, terminal);
  }
  return out;
}

}  // namespace hearsay::cli
