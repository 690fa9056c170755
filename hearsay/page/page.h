// A document as an article, with everything but the usual names of outlets: what the door
// (extract.h) does, for those that have no knowledge base.

#pragma once

#include <string>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

// `address`, when asked for, becomes the page's own address, or the document's uri.
Result<Article> read_page(const Document& document, const PageWords& words,
                          std::string* address = nullptr);

}  // namespace hearsay::page
