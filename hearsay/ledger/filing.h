// A reading as it is filed: names and bytes, without the ids of one knowledge base.

#pragma once

#include <string_view>
#include <vector>

#include "hearsay/model/reading.h"
#include "hearsay/model/saga.h"

namespace hearsay::ledger {

FiledDocument file_document(const Reading& reading);
std::vector<FiledClaim> file_claims(const Reading& reading);
std::vector<FiledQuote> file_quotes(const Reading& reading);

// The words at a span. A span that is not all inside the text is cut: one wrong offset
// must not cost a whole batch.
std::string_view words_at(const Text& text, TextSpan span);

// How many words and numbers the text has.
std::size_t word_count(const Text& text);

}  // namespace hearsay::ledger
