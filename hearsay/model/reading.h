// Everything one reading of one document yields.

#pragma once

#include <string>
#include <vector>

#include "hearsay/model/article.h"
#include "hearsay/model/claim.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay {

struct Reading {
  std::string id;   // fingerprint of the bytes, and of the uri an outside container gave
  Imprint imprint;  // as the container, the page and the text together say
  Text text;
  std::vector<Mention> mentions;  // ascending by span
  std::vector<Claim> claims;      // in the order of their evidence
  std::vector<Quote> quotes;
  std::vector<Dropped> dropped;
};

}  // namespace hearsay
