// Claims are put in order once; everything else follows from that order, so the order
// they came in cannot matter. Names are compared folded:
//
//     claim ──▶ (player, to | leaving | staying) ──▶ Saga
//     claim ──▶ its root: the origin it names, or the outlet itself ──▶ Origin
//
// An outlet that says on its own what others cite it for is one root, not two.

#include "hearsay/story/sagas.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "hearsay/base/fold.h"

namespace hearsay::story {
namespace {

// "The Athletic" and "Athletic" are one outlet.
std::string root_key(std::string_view name) {
  constexpr std::string_view kArticle = "the ";
  std::string key = fold(name);
  if (key.size() > kArticle.size() && key.starts_with(kArticle))
    key.erase(0, kArticle.size());
  return key;
}

// Who published it, as far as that is known.
const std::string& publisher(const FiledClaim& filed) {
  if (filed.outlet.empty() && !filed.claim.voices.empty())
    return filed.claim.voices.front();
  return filed.outlet;
}

// Who stands at the root of it. A page that tells neither its outlet nor its source is a
// root for itself.
const std::string& root_name(const FiledClaim& filed) {
  const Claim& claim = filed.claim;
  if (claim.origin_kind != OriginKind::kSelf && !claim.origin.empty())
    return claim.origin;
  if (!publisher(filed).empty()) return publisher(filed);
  if (!claim.origin.empty()) return claim.origin;
  return filed.uri.empty() ? filed.document : filed.uri;
}

std::vector<Origin> find_origins(const std::vector<FiledClaim>& claims) {
  struct Seen {
    std::size_t place = 0;            // in `origins`
    std::set<std::string> documents;  // that were counted
    std::set<std::string> carriers;   // the root itself, and its repeaters
  };
  std::vector<Origin> origins;
  std::map<std::string, Seen> seen;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const FiledClaim& filed = claims[i];
    const std::string& name = root_name(filed);
    const std::string key = root_key(name);
    const auto [entry, is_new] = seen.try_emplace(key);
    Seen& root = entry->second;
    if (is_new) {
      root.place = origins.size();
      root.carriers.insert(key);
      origins.push_back({name, filed.claim.origin_kind, filed.published, {}, {}});
    }
    Origin& origin = origins[root.place];
    if (origin.kind == OriginKind::kSelf) origin.kind = filed.claim.origin_kind;
    if (root.documents.insert(filed.document).second) origin.claims.push_back(i);
    const std::string& carrier = publisher(filed);
    if (!carrier.empty() && root.carriers.insert(root_key(carrier)).second) {
      origin.repeaters.push_back(carrier);
    }
  }
  return origins;
}

// Which of two stages of the same moment stands: a completed deal before all, then the
// ways off the ladder, then the further step.
int weight(Stage stage) {
  constexpr int kOffLadder = 100;
  constexpr int kCompleted = 200;
  if (stage == Stage::kDone) return kCompleted;
  return static_cast<int>(stage) + (is_on_ladder(stage) ? 0 : kOffLadder);
}

// As the newest day has it. Clock times decide within the day only when all are known.
Stage latest_stage(const std::vector<FiledClaim>& claims) {
  std::optional<Date> newest;
  for (const FiledClaim& filed : claims) {
    if (filed.published) newest = filed.published->day;  // they ascend
  }
  std::vector<const FiledClaim*> candidates;
  bool all_have_instants = true;
  for (const FiledClaim& filed : claims) {
    if (newest && (!filed.published || filed.published->day != *newest)) continue;
    candidates.push_back(&filed);
    all_have_instants = all_have_instants && filed.published && filed.published->instant;
  }
  const auto newer = [&](const FiledClaim* left, const FiledClaim* right) {
    if (all_have_instants && left->published->instant != right->published->instant) {
      return *left->published->instant < *right->published->instant;
    }
    return weight(left->claim.stage) < weight(right->claim.stage);
  };
  return (*std::ranges::max_element(candidates, newer))->claim.stage;
}

Stage furthest_stage(const std::vector<FiledClaim>& claims) {
  Stage furthest = Stage::kLinked;
  for (const FiledClaim& filed : claims) {
    const Claim& claim = filed.claim;
    if (is_on_ladder(claim.stage) && !claim.denied)
      furthest = std::max(furthest, claim.stage);
  }
  return furthest;
}

bool speaks_of_contract(const Terms& terms) {
  return !terms.contract_until.empty() || terms.contract_ending ||
         terms.option.has_value();
}

// What the newest claim that says it says. An undated claim counts only when no dated one
// says it: nobody knows how old it is.
void take_facts(Saga& saga, std::size_t place) {
  const Claim& claim = saga.claims[place].claim;
  const bool dated = saga.claims[place].published.has_value();
  if (!claim.from.empty() && (dated || saga.from.empty())) saga.from = claim.from;
  if (claim.move != Move::kUnknown && (dated || saga.move == Move::kUnknown)) {
    saga.move = claim.move;
  }
  if (claim.terms.fee && (dated || !saga.fee)) saga.fee = place;
  if (speaks_of_contract(claim.terms) && (dated || !saga.contract)) saga.contract = place;
  if (claim.denied || claim.stage == Stage::kDenied) saga.denied = true;
}

// REQUIRES: claims are in order, and there is one.
Saga tell(std::vector<FiledClaim> claims) {
  Saga saga;
  saga.player = claims.front().claim.player;
  saga.to = claims.front().claim.to;
  saga.claims = std::move(claims);
  saga.origins = find_origins(saga.claims);
  saga.furthest = furthest_stage(saga.claims);
  saga.latest = latest_stage(saga.claims);
  saga.first = saga.claims.front().published;
  for (std::size_t i = 0; i < saga.claims.size(); ++i) {
    if (saga.claims[i].published) saga.last = saga.claims[i].published;
    take_facts(saga, i);
  }
  return saga;
}

using SagaKey = std::tuple<std::string, std::string, bool>;

SagaKey key_of(const Claim& claim) {
  return {fold(claim.player), fold(claim.to), claim.move == Move::kRenewal};
}

bool is_newer(const Saga& left, const Saga& right) {
  if (left.last && right.last) {
    const auto times = compare_times(left.last, right.last);
    if (times != 0) return times > 0;
  } else if (left.last || right.last) {
    return left.last.has_value();
  }
  return std::tie(left.player, left.to, left.move) <
         std::tie(right.player, right.to, right.move);
}

}  // namespace

std::vector<Saga> group(std::vector<FiledClaim> claims) {
  std::ranges::sort(claims, comes_before);
  std::map<SagaKey, std::vector<FiledClaim>> groups;
  for (FiledClaim& filed : claims) {
    SagaKey key = key_of(filed.claim);
    groups[std::move(key)].push_back(std::move(filed));
  }
  std::vector<Saga> sagas;
  sagas.reserve(groups.size());
  for (auto& [key, members] : groups) sagas.push_back(tell(std::move(members)));
  std::ranges::stable_sort(sagas, is_newer);
  return sagas;
}

}  // namespace hearsay::story
