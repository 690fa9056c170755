// Where each byte that a cleaning step made came from.
//
//     origin  <p>Caf&eacute; deal</p>
//             skip 3 | copy 3 | replace 8 by 2 | copy 5 | skip 4
//     made    Café deal
//
// The map holds one run per copy or replace, in both orders ascending. Maps of two
// steps are joined by `compose`, so the last step's bytes lead back to the first's.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// REQUIRES (of all below): texts of less than 4 GiB.
class OffsetMap {
 public:
  struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Extent&) const = default;
  };

  // The three things a cleaning step may do with the next bytes of its origin.
  void copy(std::size_t bytes);  // as they are
  void skip(std::size_t bytes);  // leave them out
  void replace(std::size_t origin_bytes, std::size_t made_bytes);

  std::size_t origin_size() const { return origin_size_; }
  std::size_t made_size() const { return made_size_; }

  // The smallest stretch of the origin that covers [begin, end) of what was made. Skipped
  // bytes at its edges are not covered; a replaced run is covered whole.
  // REQUIRES: begin < end <= made_size().
  Extent origin(std::size_t begin, std::size_t end) const;

  // The stretch of what was made that comes from [begin, end) of the origin; empty (at
  // the place where it would stand) when all of it was skipped. REQUIRES: begin <= end <=
  // origin_size().
  Extent made(std::size_t begin, std::size_t end) const;

  // The map of both steps in a row. REQUIRES: second.origin_size() == first.made_size().
  static OffsetMap compose(const OffsetMap& first, const OffsetMap& second);

  // The map of a step that copies everything.
  static OffsetMap identity(std::size_t bytes);

 private:
  struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Run {
    Part made;
    Part origin;
    bool verbatim;
  };

  std::size_t run_at(std::size_t made_offset) const;
  static Part part(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  static Part part(Extent extent) { return part(extent.begin, extent.end); }
  void append(Run run);

  std::vector<Run> runs_;
  std::size_t origin_size_ = 0;
  std::size_t made_size_ = 0;
};

}  // namespace hearsay
