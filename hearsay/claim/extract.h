// What is said, by whom, how surely, and where exactly?

#pragma once

#include <span>
#include <vector>

#include "hearsay/claim/pairs.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/claim.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay::claim {

struct Extract {
  std::vector<Claim> claims;  // in the order of their evidence
  std::vector<Quote> quotes;  // ascending
  std::vector<Dropped> dropped;
};

// What an article claims. Nothing when there is no lexicon for its language. A pure
// function of its arguments.
Extract extract(const Text& text, const Imprint& imprint,
                std::span<const Mention> mentions, const KnowledgeBase& knowledge);

// The pairs of players and clubs of an article with the names of their signs: what
// tools/train-claims learns from.
std::vector<Pair> named_pairs(const Text& text, const Imprint& imprint,
                              std::span<const Mention> mentions,
                              const KnowledgeBase& knowledge);

}  // namespace hearsay::claim
