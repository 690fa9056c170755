// Byte ranges that know which bytes they count.

#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay {

// A half-open range [begin, end) of byte offsets into the bytes named by Space.
// Spans of two spaces do not mix: the compiler refuses a raw offset where a
// text offset is meant.
template <class Space>
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
};

using RawSpan = Span<struct RawBytes>;    // into Document::bytes
using PageSpan = Span<struct PageBytes>;  // into Article::bytes
using TextSpan = Span<struct TextBytes>;  // into Text::bytes

// REQUIRES: span lies within bytes.
template <class Space>
std::string_view slice(std::string_view bytes, Span<Space> span) {
  return bytes.substr(span.begin, span.size());
}

}  // namespace hearsay
