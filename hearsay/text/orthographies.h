// Which letters with marks belong together: the ones that one language writes.
//
// Marks that were put on letters to hide a text come from everywhere; those of a language
// (Vietnamese, Welsh) keep to its own. Read from data/text/orthographies.tsv.

#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay::text {

class Orthographies {
 public:
  // Fails at the first malformed row, naming file and line. An absent file has none.
  static Result<Orthographies> load(const std::filesystem::path& table);

  // Whether one language writes all of these letters, and they are enough to tell.
  // REQUIRES: small letters, each once.
  bool belong_together(std::span<const char32_t> letters) const;

 private:
  std::vector<std::vector<char32_t>> languages_;  // the letters of each, sorted
};

}  // namespace hearsay::text
