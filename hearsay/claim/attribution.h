// Whose news it is: the chain from the page to the root.
//
//     Sportskeeda ← Fichajes          "As per a report in Fichajes, …"
//     Calcio Ledger ← Sky ← Di Marzio "Sky's Gianluca Di Marzio reports …"
//
// A source holds for its sentence and goes on through the paragraph until another one is
// named; "the report adds" takes up the last one. A bracket at the end of a line, as
// gossip columns have it, holds for the whole line.

#pragma once

#include <string>
#include <vector>

#include "hearsay/base/span.h"
#include "hearsay/claim/scene.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/claim.h"

namespace hearsay::claim {

struct Source {
  std::vector<std::string>
      chain;  // from the one cited outward to the root; the root is last
  OriginKind kind = OriginKind::kOutlet;
  TextSpan words;        // the cue and the name
  std::string rule;      // "cues.tsv:8"
  bool carried = false;  // named in a sentence before this one
};

// Who publishes the article, and what its news is rooted in when nobody is named.
struct Publisher {
  std::string name;  // usual name; empty when unknown
  OriginKind kind = OriginKind::kSelf;
  bool is_root = false;  // a single post or line of somebody: he is the root himself
};

struct SentenceSources {
  std::vector<Source> named;
  bool nobody = false;    // "reportedly": somebody who is not named
  bool official = false;  // a club announces
};

// One entry a sentence.
std::vector<SentenceSources> find_sources(const Page& page);

Publisher publisher_of(const Imprint& imprint, const KnowledgeBase& knowledge);

}  // namespace hearsay::claim
