// How long a paragraph is and whether it ends like one, for telling paragraphs from
// lines.

#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay::page {

// Whether the text ends with a full stop of some script, a colon, or a closing quote or
// bracket; also with an emoji, as posts do.
bool ends_sentence(std::string_view text);

// Runs of bytes between white space; two characters of a script without spaces are a
// word.
std::size_t count_words(std::string_view text);

}  // namespace hearsay::page
