// How the columns of a table, or the members of JSON objects, are called.
//
//     --map text=body,date=published      the text stands in "body", the day in
//     "published"
//
// What is not mapped is looked for under its own name, in tables under its usual ones
// too.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay::source {

enum class Field : std::uint8_t {
  kUri,
  kTitle,
  kOutlet,
  kPublished,
  kLanguage,
  kText,
  kAuthors,
};
inline constexpr std::size_t kFields = 7;

class FieldMap {
 public:
  // "text=body,date=published". kMalformed names the pair that is none.
  static Result<FieldMap> parse(std::string_view text);

  // What the user called it; "" when he did not.
  std::string_view given(Field field) const {
    return given_[static_cast<std::size_t>(field)];
  }

  // What a JSON member is called: as given, else "uri", "title", "outlet",
  // "published_on", "language", "text", "authors".
  std::string_view name(Field field) const;

 private:
  std::array<std::string, kFields> given_;
};

// Under which names tables have it, in small letters, the likeliest first.
std::span<const std::string_view> usual_names(Field field);

}  // namespace hearsay::source
