// A user's own edits: kb.local, beside the user's base. They win over everything.
//
//     table    key           column         value
//     players  sergio-ramos  nicknames      +El Camero        adds to a list
//     players  sergio-ramos  born_on        1986-03-30        sets a cell
//     clubs    fc-testville  name           FC Testville      makes a row
//     clubs    fc-oldtown    remove         yes               drops a row
//     spells   sergio-ramos  sevilla        2023-09-04..      adds a spell; "loan" behind
//     it
//
// The file is the user's: nothing here writes it.

#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/tables.h"

namespace hearsay {

struct EditCounts {
  std::size_t applied = 0;
  std::size_t skipped = 0;  // malformed, named to `on_skip`
};

// Applies the edits in their order. Fails only when the file has no heading.
Result<EditCounts> apply_edits(const TableText& local, Tables& tables,
                               const std::function<void(const std::string&)>& on_skip);

}  // namespace hearsay
