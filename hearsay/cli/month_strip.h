// A saga as a strip of months, each as high as its stage was:
//
//     20    21    22
//     ▂▂··········▃▅█       first interest, long silence, then quickly done
//
// All sagas of a list share one axis, so what was said at the same time stands in one
// column.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hearsay/cli/layout.h"
#include "hearsay/model/saga.h"

namespace hearsay::cli {

inline constexpr std::size_t kStripColumns = 36;  // three years by the month

struct MonthAxis {
  int first_month = 0;  // months since the year 0
  int months_per_cell = 1;
  std::size_t cells = 0;  // 0 when nothing is dated
};

// The axis that has room for every dated claim in at most `columns` cells.
MonthAxis make_month_axis(const std::vector<Saga>& sagas, std::size_t columns);

// Two digits of each year at its first cell, as far as they do not overlap.
std::string axis_heading(const MonthAxis& axis);

// As many columns as the axis has cells.
Line month_strip(const Saga& saga, const MonthAxis& axis, const Terminal& terminal);

}  // namespace hearsay::cli
