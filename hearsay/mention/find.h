// Who and what is named, and who is meant?

#pragma once

#include <vector>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/mention/vocabulary.h"
#include "hearsay/model/article.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay::mention {

// Finds the mentions of texts: made once for a knowledge base, then asked by any number
// of threads.
class Finder {
 public:
  // Reads the word lists of its languages. The lexicons must outlive the finder; the
  // knowledge base itself may be moved.
  explicit Finder(const KnowledgeBase& knowledge);

  // The mentions of a text, ascending and disjoint. `imprint.published` is "now" for
  // everything that depends on the day (whose club, what age). Linear in the size of the
  // text. REQUIRES: `knowledge` is the one the finder was made for.
  std::vector<Mention> find(const Text& text, const Imprint& imprint,
                            const KnowledgeBase& knowledge) const;

 private:
  std::vector<Vocabulary> vocabularies_;  // that of no language first
};

// The same for a single text.
std::vector<Mention> find(const Text& text, const Imprint& imprint,
                          const KnowledgeBase& knowledge);

}  // namespace hearsay::mention
