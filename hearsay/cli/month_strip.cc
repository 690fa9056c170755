// A cell shows the highest stage on the ladder that was said in it; a cross where all
// that was said is off the ladder.

#include "hearsay/cli/month_strip.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "hearsay/cli/claim_words.h"

namespace hearsay::cli {
namespace {

int month_of(Date day) {
  const std::chrono::year_month_day date{day};
  return static_cast<int>(date.year()) * 12 +
         static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

// The stage a cell shows when it already shows `shown`.
Stage higher(std::optional<Stage> shown, Stage stage) {
  if (!shown) return stage;
  if (is_on_ladder(*shown) != is_on_ladder(stage)) {
    return is_on_ladder(*shown) ? *shown : stage;
  }
  return std::max(*shown, stage);
}

// Where each year begins on the axis: (cell, year).
std::vector<std::pair<std::size_t, int>> years_of(const MonthAxis& axis) {
  std::vector<std::pair<std::size_t, int>> years;
  for (std::size_t cell = 0; cell < axis.cells; ++cell) {
    const int end = axis.first_month + static_cast<int>(cell + 1) * axis.months_per_cell;
    const int year = (end - 1) / 12;
    if (years.empty() || years.back().second != year) years.emplace_back(cell, year);
  }
  return years;
}

}  // namespace

MonthAxis make_month_axis(const std::vector<Saga>& sagas, std::size_t columns) {
  std::optional<int> first;
  std::optional<int> last;
  for (const Saga& saga : sagas) {
    for (const FiledClaim& filed : saga.claims) {
      if (!filed.published) continue;
      const int month = month_of(filed.published->day);
      first = std::min(first.value_or(month), month);
      last = std::max(last.value_or(month), month);
    }
  }
  MonthAxis axis;
  if (!first || !last || columns == 0) return axis;
  const int months = *last - *first + 1;
  const int room = static_cast<int>(columns);
  axis.first_month = *first;
  axis.months_per_cell = (months + room - 1) / room;
  axis.cells = static_cast<std::size_t>((months + axis.months_per_cell - 1) /
                                        axis.months_per_cell);
  return axis;
}

std::string axis_heading(const MonthAxis& axis) {
  constexpr std::size_t kLabel = 3;  // two digits and a blank
  auto years = years_of(axis);
  // The rest of a first year that is too short for its label gives way to the next.
  if (years.size() > 1 && years[1].first < kLabel) {
    const bool dense = years.size() > 2 && years[2].first < years[1].first + kLabel;
    if (!dense) years.erase(years.begin());
  }
  std::string heading(axis.cells, ' ');
  std::size_t free = 0;  // the first column that may be written to
  for (const auto& [cell, year] : years) {
    if (cell < free || cell + 2 > axis.cells) continue;
    heading[cell] = static_cast<char>('0' + year / 10 % 10);
    heading[cell + 1] = static_cast<char>('0' + year % 10);
    free = cell + kLabel;
  }
  return heading;
}

Line month_strip(const Saga& saga, const MonthAxis& axis, const Terminal& terminal) {
  std::vector<std::optional<Stage>> shown(axis.cells);
  for (const FiledClaim& filed : saga.claims) {
    if (!filed.published) continue;
    const int month = month_of(filed.published->day) - axis.first_month;
    const int cell = month / axis.months_per_cell;
    if (month < 0 || cell >= static_cast<int>(axis.cells)) continue;
    auto& stage = shown[static_cast<std::size_t>(cell)];
    stage = higher(stage, filed.claim.stage);
  }
  const Signs& sign = signs(terminal);
  Line line;
  for (const std::optional<Stage>& stage : shown) {
    if (!stage) {
      line.push_back({std::string(sign.nothing), Style::kDim});
    } else if (is_on_ladder(*stage)) {
      const std::string_view bar = sign.bars[static_cast<std::size_t>(*stage)];
      line.push_back({std::string(bar), stage_style(*stage)});
    } else {
      line.push_back({std::string(sign.cross), Style::kBad});
    }
  }
  return line;
}

}  // namespace hearsay::cli
