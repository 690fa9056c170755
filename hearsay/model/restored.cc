#include "hearsay/model/restored.h"

namespace hearsay {

std::string_view to_string(RepairKind kind) {
  switch (kind) {
    case RepairKind::kLookAlike:
      return "look_alike";
    case RepairKind::kSplit:
      return "split";
    case RepairKind::kInvisible:
      return "invisible";
    case RepairKind::kEncoding:
      return "encoding";
    case RepairKind::kEntity:
      return "entity";
    case RepairKind::kForm:
      break;
  }
  return "form";
}

// The map knows no place for what was taken out, so the widest stretch is looked through:
// from the byte before to the byte behind.
RawSpan Restored::raw(const Repair& repair) const {
  const auto [begin, end] = repair.span;
  const bool last = end == map.made_size();
  const std::size_t from = begin == 0 ? 0 : map.origin(begin - 1, begin).end;
  const std::size_t to = last ? map.origin_size() : map.origin(end, end + 1).begin;
  if (from <= to) {
    const std::string_view stretch = slice(document.bytes, RawSpan{from, to});
    const std::size_t at = stretch.find(repair.from);
    if (at != stretch.npos) return {from + at, from + at + repair.from.size()};
  }
  if (repair.span.empty()) return {from, to < from ? from : to};
  const OffsetMap::Extent extent = map.origin(begin, end);
  return {extent.begin, extent.end};
}

}  // namespace hearsay
