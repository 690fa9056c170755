// Weighs the signs of a pair: does the text link the two, and how far is it?
//
// A logistic regression over the signs of pairs.h for the first question, a multinomial
// one for the second; the weights are learnt by tools/train-claims.

#pragma once

#include <string>

#include "hearsay/claim/pairs.h"
#include "hearsay/knowledge/weights.h"

namespace hearsay::claim {

struct Verdict {
  float probability = 0;  // that it is a claim
  Stage stage = Stage::kLinked;
  float share = 0;      // of the stage among all stages
  std::string reasons;  // the signs that weighed most, for `explain`
};

// What a pair must have to be a claim: where precision and recall meet on the marked
// articles.
constexpr float kLeastProbability = 0.37F;
// The same for what a firm predicate of a sentence says: the rule speaks for itself.
constexpr float kLeastForFirm = 0.3F;

Verdict judge(const Pair& pair, const Weights& weights);

}  // namespace hearsay::claim
