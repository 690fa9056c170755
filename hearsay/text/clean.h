// What does it say once the noise is gone?
//
// Decodes, restores look-alike letters, brings the text to NFC, tells its language, and
// finds sentences and tokens. Every change is recorded, and the map leads back to the
// bytes of the document.

#pragma once

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/text.h"

namespace hearsay::text {

// The clean text of an article. Cannot fail: bytes that are no text become U+FFFD.
// A pure function of its arguments; linear in the size of the article.
Text clean(const Article& article, const KnowledgeBase& knowledge);

}  // namespace hearsay::text
