// An HTML page as an article.

#pragma once

#include <string_view>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

// The article on `page`; its map leads to `page`, its imprint holds what the page says of
// itself. `known` is what the container said: its uri and language help to read the page.
Article read_html(std::string_view page, const PageWords& words, const Imprint& known);

}  // namespace hearsay::page
