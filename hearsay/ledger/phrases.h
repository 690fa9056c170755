// What somebody typed into a search field, as the phrases that must all be there.
//
//     ramos "inter miami" - !   →   ramos, inter miami

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::ledger {

// Phrases without a word or number are left out; they hold no quotation mark and no
// control character. Nothing can be wrong with a query: an open quotation ends with the
// text.
std::vector<std::string> split_phrases(std::string_view query);

}  // namespace hearsay::ledger
