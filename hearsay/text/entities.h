// Entities that a page left over: "&amp;", "&#8217;", "&nbsp;", and "&amp;amp;" in one
// go.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "hearsay/base/error.h"

namespace hearsay::text {

class Entities {
 public:
  struct Found {
    std::size_t bytes = 0;   // from '&' to ';'
    std::string characters;  // UTF-8
  };

  static Result<Entities> load(const std::filesystem::path& table);

  // The entity at `at`, named or numbered. REQUIRES: bytes[at] == '&'.
  std::optional<Found> find(std::string_view bytes, std::size_t at) const;

 private:
  std::optional<Found> find_once(std::string_view bytes, std::size_t at) const;

  std::unordered_map<std::string, std::string> named_;
};

}  // namespace hearsay::text
