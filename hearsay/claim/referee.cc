#include "hearsay/claim/referee.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace hearsay::claim {
namespace {

constexpr std::size_t kReasons = 3;

std::string reasons_of(std::vector<std::pair<float, const Weights::Row*>> weighed) {
  const std::size_t most = std::min(kReasons, weighed.size());
  std::ranges::partial_sort(
      weighed, weighed.begin() + static_cast<std::ptrdiff_t>(most),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string reasons;
  for (std::size_t i = 0; i < most && weighed[i].first > 0; ++i) {
    if (!reasons.empty()) reasons += ", ";
    reasons += weighed[i].second->name;
  }
  return reasons;
}

}  // namespace

Verdict judge(const Pair& pair, const Weights& weights) {
  float claim = 0;
  std::array<float, kStageCount> stages{};
  std::vector<std::pair<float, const Weights::Row*>> weighed;
  for (const SignKey sign : pair.signs) {
    const Weights::Row* row = weights.find(sign);
    if (row == nullptr) continue;
    claim += row->claim;
    for (std::size_t i = 0; i < kStageCount; ++i) stages[i] += row->stages[i];
    weighed.emplace_back(row->claim, row);
  }
  Verdict verdict;
  verdict.probability = 1 / (1 + std::exp(-claim));
  const auto best = std::ranges::max_element(stages);
  verdict.stage = static_cast<Stage>(best - stages.begin());
  float sum = 0;
  for (const float stage : stages) sum += std::exp(stage - *best);
  verdict.share = 1 / sum;
  if (verdict.probability >= kLeastForFirm)
    verdict.reasons = reasons_of(std::move(weighed));
  return verdict;
}

}  // namespace hearsay::claim
