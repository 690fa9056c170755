// Character references: "&amp;" "&#8217;" "&#x2019;" "&nbsp" → the characters they mean.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "hearsay/knowledge/page_words.h"

namespace hearsay::page {

struct Reference {
  std::size_t bytes = 0;   // it takes in the page; 0 when there is none
  std::string characters;  // UTF-8
};

// The reference that `text` begins with. REQUIRES: text begins with '&'.
Reference read_reference(std::string_view text, const PageWords& words);

// `text` with all references resolved and white space made one space; for attributes and
// titles, where no offset is needed.
std::string decode_references(std::string_view text, const PageWords& words);

}  // namespace hearsay::page
