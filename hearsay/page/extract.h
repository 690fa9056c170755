// What is the article, and when, where and by whom was it published?
//
// Plain text and HTML become blocks: paragraphs, headings, captions, and embedded posts
// kept apart, because a post speaks for its author and not for the article.

#pragma once

#include "hearsay/base/error.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

// The article of a document. Its imprint is the document's, completed by what the page
// says of itself (what the container said wins); an outlet is called by its usual name
// when `knowledge` lists its name or domain. kMalformed when there is no text at all or
// the bytes are no text (a picture, a program).
Result<Article> extract(const Document& document, const KnowledgeBase& knowledge);

}  // namespace hearsay::page
