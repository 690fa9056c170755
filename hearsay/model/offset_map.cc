#include "hearsay/model/offset_map.h"

#include <algorithm>
#include <cassert>

namespace hearsay {

void OffsetMap::copy(std::size_t bytes) {
  append({part(made_size_, made_size_ + bytes), part(origin_size_, origin_size_ + bytes),
          true});
  made_size_ += bytes;
  origin_size_ += bytes;
}

void OffsetMap::skip(std::size_t bytes) {
  origin_size_ += bytes;
}

void OffsetMap::replace(std::size_t origin_bytes, std::size_t made_bytes) {
  append({part(made_size_, made_size_ + made_bytes),
          part(origin_size_, origin_size_ + origin_bytes), false});
  made_size_ += made_bytes;
  origin_size_ += origin_bytes;
}

void OffsetMap::append(Run run) {
  if (run.made.begin == run.made.end) return;
  const bool continues = !runs_.empty() && run.verbatim && runs_.back().verbatim &&
                         runs_.back().origin.end == run.origin.begin &&
                         runs_.back().made.end == run.made.begin;
  if (continues) {
    runs_.back().made.end = run.made.end;
    runs_.back().origin.end = run.origin.end;
  } else {
    runs_.push_back(run);
  }
}

OffsetMap::Extent OffsetMap::origin(std::size_t begin, std::size_t end) const {
  assert(begin < end && end <= made_size_);
  const Run& first = runs_[run_at(begin)];
  const Run& last = runs_[run_at(end - 1)];
  return {
      first.verbatim ? first.origin.begin + (begin - first.made.begin)
                     : first.origin.begin,
      last.verbatim ? last.origin.end - (last.made.end - end) : last.origin.end,
  };
}

OffsetMap::Extent OffsetMap::made(std::size_t begin, std::size_t end) const {
  assert(begin <= end && end <= origin_size_);
  const auto first = std::ranges::upper_bound(
      runs_, begin, {}, [](const Run& run) { return run.origin.end; });
  if (first == runs_.end()) return {made_size_, made_size_};
  const auto after = std::ranges::lower_bound(
      first, runs_.end(), end, {}, [](const Run& run) { return run.origin.begin; });
  if (after == first) return {first->made.begin, first->made.begin};
  const Run& last = *std::prev(after);
  const bool from_inside = first->verbatim && begin > first->origin.begin;
  const bool to_inside = last.verbatim && end < last.origin.end;
  return {
      from_inside ? first->made.begin + (begin - first->origin.begin) : first->made.begin,
      to_inside ? last.made.end - (last.origin.end - end) : last.made.end};
}

OffsetMap OffsetMap::compose(const OffsetMap& first, const OffsetMap& second) {
  assert(second.origin_size_ == first.made_size_);
  OffsetMap both;
  for (const Run& run : second.runs_) {
    if (run.origin.begin == run.origin.end) {  // made of nothing: an insertion
      const std::size_t at = both.runs_.empty() ? 0 : both.runs_.back().origin.end;
      both.append({run.made, part(at, at), false});
      continue;
    }
    if (!run.verbatim) {
      both.append(
          {run.made, part(first.origin(run.origin.begin, run.origin.end)), false});
      continue;
    }
    std::size_t at = run.origin.begin;
    for (std::size_t i = first.run_at(at); at < run.origin.end; ++i) {
      const Run& under = first.runs_[i];
      const std::size_t end = std::min<std::size_t>(run.origin.end, under.made.end);
      const std::size_t made = run.made.begin + (at - run.origin.begin);
      both.append(
          {part(made, made + (end - at)), part(first.origin(at, end)), under.verbatim});
      at = end;
    }
  }
  both.made_size_ = second.made_size_;
  both.origin_size_ = first.origin_size_;
  return both;
}

OffsetMap OffsetMap::identity(std::size_t bytes) {
  OffsetMap map;
  map.copy(bytes);
  return map;
}

std::size_t OffsetMap::run_at(std::size_t made_offset) const {
  const auto after = std::ranges::upper_bound(
      runs_, made_offset, {}, [](const Run& run) { return run.made.begin; });
  return static_cast<std::size_t>(std::prev(after) - runs_.begin());
}

}  // namespace hearsay
