#include "hearsay/model/saga.h"

namespace hearsay {
namespace {

// What is there comes before what is not.
template <class Value>
std::weak_ordering known_first(const std::optional<Value>& left,
                               const std::optional<Value>& right) {
  if (left && right) return *left <=> *right;
  return right.has_value() <=> left.has_value();
}

}  // namespace

std::weak_ordering compare_times(const std::optional<Moment>& left,
                                 const std::optional<Moment>& right) {
  if (!left || !right) return right.has_value() <=> left.has_value();
  if (const auto days = left->day <=> right->day; days != 0) return days;
  return known_first(left->instant, right->instant);
}

bool comes_before(const FiledClaim& left, const FiledClaim& right) {
  if (const auto times = compare_times(left.published, right.published); times != 0) {
    return times < 0;
  }
  if (const int document = left.document.compare(right.document)) return document < 0;
  if (const auto place = left.claim.evidence <=> right.claim.evidence; place != 0) {
    return place < 0;
  }
  return print(left.claim) < print(right.claim);
}

}  // namespace hearsay
