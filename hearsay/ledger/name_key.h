// The form in which the ledger keeps a name for filters.
//
//     "Paris Saint-Germain" → " paris saint germain"      "[MLS]" → " mls"
//
// Folded words, each behind one space. So a part of a name that starts at a word is a
// plain substring, in every database: " saint ger" stands in the first.

#pragma once

#include <string>
#include <string_view>

#include "hearsay/ledger/ledger.h"

namespace hearsay::ledger {

// Empty when the name has no letter or digit.
std::string name_key(std::string_view name);

// A name without a letter or digit asks for nothing in particular: it is taken away.
Filter without_blanks(Filter filter);

}  // namespace hearsay::ledger
