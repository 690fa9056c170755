#include "hearsay/text/rewriting.h"

#include <algorithm>
#include <utility>

namespace hearsay::text {
namespace {

bool touches(const Repair& last, std::size_t made, RepairKind kind) {
  return last.kind == kind && last.span.end == made;
}

// Where the repair of an earlier pass stands after a later one.
void move_with(Repair& repair, const OffsetMap& map) {
  const OffsetMap::Extent moved = map.made(repair.span.begin, repair.span.end);
  repair.span = {moved.begin, std::max(moved.begin, moved.end)};
}

}  // namespace

void Rewriting::keep_until(std::size_t end) {
  if (end == at_) return;
  made_.bytes.append(from_, at_, end - at_);
  made_.map.copy(end - at_);
  at_ = end;
}

void Rewriting::change(std::size_t begin, std::size_t end, std::string_view made) {
  if (made_.bytes.empty()) made_.bytes.reserve(from_.size() + 16);
  keep_until(begin);
  if (made.empty()) {
    made_.map.skip(end - begin);
  } else {
    made_.map.replace(end - begin, made.size());
    made_.bytes.append(made);
  }
  at_ = end;
}

void Rewriting::replace(std::size_t begin, std::size_t end, std::string_view made,
                        RepairKind kind) {
  const bool adjoins = begin == at_;
  change(begin, end, made);
  const TextSpan span{made_.bytes.size() - made.size(), made_.bytes.size()};
  std::vector<Repair>& repairs = made_.repairs;
  if (adjoins && !repairs.empty() && touches(repairs.back(), span.begin, kind)) {
    repairs.back().span.end = span.end;
    repairs.back().from.append(from_, begin, end - begin);
  } else {
    repairs.push_back({kind, span, std::string(from_.substr(begin, end - begin))});
  }
}

Rewritten Rewriting::finish() && {
  keep_until(from_.size());
  return std::move(made_);
}

Rewritten follow(Rewritten first, Rewritten second) {
  for (Repair& repair : first.repairs) move_with(repair, second.map);
  Rewritten both;
  both.map = OffsetMap::compose(first.map, second.map);
  both.bytes = std::move(second.bytes);
  both.repairs.reserve(first.repairs.size() + second.repairs.size());
  std::ranges::merge(first.repairs, second.repairs, std::back_inserter(both.repairs),
                     [](const Repair& a, const Repair& b) { return a.span < b.span; });
  return both;
}

}  // namespace hearsay::text
