// What stands before a plain text: header lines, front matter, or the date word.

#pragma once

#include <cstddef>
#include <string_view>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

// Fills `imprint` from the header of `text` and returns where the text itself begins; 0
// when there is no header.
std::size_t read_header(std::string_view text, const PageWords& words, Imprint& imprint);

}  // namespace hearsay::page
