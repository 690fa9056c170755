// One pass over a text that changes some places and keeps the rest.
//
//     from   Rαmos &amp; co         replace(1,3,"a")  replace(7,12,"&")
//     made   Ramos & co
//
// The output, the map and the record of repairs are written together, so they cannot
// disagree. Passes are chained with `follow`.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/model/offset_map.h"
#include "hearsay/model/text.h"

namespace hearsay::text {

struct Rewritten {
  std::string bytes;
  OffsetMap map;                // from `bytes` to what the pass was given
  std::vector<Repair> repairs;  // ascending; spans count `bytes`
};

class Rewriting {
 public:
  // `from` must outlive this object.
  explicit Rewriting(std::string_view from) : from_(from) {}

  // Puts `made` in the place of [begin, end); everything before it that was not replaced
  // is kept. REQUIRES: begin >= end of the last replacement, end <= from.size().
  void replace(std::size_t begin, std::size_t end, std::string_view made,
               RepairKind kind);

  // As `replace`, but no repair is told: a change of form only (CR LF).
  void change(std::size_t begin, std::size_t end, std::string_view made);

  bool changed() const { return at_ > 0; }

  // Keeps the rest and hands everything over.
  Rewritten finish() &&;

 private:
  void keep_until(std::size_t end);

  std::string_view from_;
  std::size_t at_ = 0;  // everything before has been dealt with
  Rewritten made_;
};

// Both passes as one. REQUIRES: second was made from first.bytes.
Rewritten follow(Rewritten first, Rewritten second);

}  // namespace hearsay::text
