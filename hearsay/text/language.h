// Which language is it? The commonest words tell, from data/lang/<xx>/stop_words.tsv.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay::text {

class Languages {
 public:
  // Reads the stop words of every language folder that has some.
  static Result<Languages> load(const std::filesystem::path& lang);

  // BCP 47; "und" when it cannot be told. Looks at the first thousands of words only.
  std::string detect(std::string_view text) const;

 private:
  std::vector<std::string> names_;  // sorted
  std::unordered_map<std::uint64_t, std::vector<std::uint16_t>>
      words_;  // hash → languages
};

}  // namespace hearsay::text
