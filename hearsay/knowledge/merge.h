// Makes one set of tables of those that ship and the records that were imported.
//
//     known to us?  by the number we keep in `refs` (and a name in common) · by name and
//                   birth date, clubs by name and country · by name and a club in common
//       yes   what we do not know is filled in: birth, nationality, position, later
//       spells no    a new row; names that could be anything count only in context
//
// Tables that ship win over imported ones, sources over those that stand behind them by
// name. The same tables and records give the same result.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/import_words.h"
#include "hearsay/knowledge/records.h"
#include "hearsay/knowledge/tables.h"

namespace hearsay {

struct MergeCounts {
  std::size_t known = 0;  // found among those we had
  std::size_t added = 0;
  std::size_t left_out = 0;  // no club at all, or a youth side of one
};

struct Merged {
  Tables tables;
  MergeCounts clubs;
  MergeCounts players;
  MergeCounts spells;
  std::vector<std::string> conflicts;  // a line each
};

Result<Merged> merge(const Tables& shipped, const Records& records,
                     const ImportWords& words);

}  // namespace hearsay
