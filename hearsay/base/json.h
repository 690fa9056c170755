// JSON values, in and out.
//
// simdjson reads; what is read becomes a plain value, so that no foreign type leaves
// this module. Writing keeps the order in which members were added, so the same input
// gives the same bytes.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay {

class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  Json() = default;  // null

  // Whatever JSON can hold becomes a value without a word: object.set("fee", 12).
  // NOLINTBEGIN(google-explicit-constructor)
  Json(bool value) : value_(value) {}
  Json(std::int64_t value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value) : value_(value) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)

  static Json object() { return Json(Object{}); }
  static Json array() { return Json(Array{}); }

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const double* real() const { return std::get_if<double>(&value_); }
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* elements() const { return std::get_if<Array>(&value_); }
  const Object* members() const { return std::get_if<Object>(&value_); }

  // The member called `name`; null when this is no object or has none. Lives as long
  // as this value and until it is changed.
  const Json* find(std::string_view name) const;

  // Adds a member behind the others. REQUIRES: this is an object without that member.
  Json& set(std::string name, Json value);

  // Adds an element. REQUIRES: this is an array.
  Json& push(Json value);

  bool operator==(const Json&) const = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>
      value_;
};

// One JSON text. kMalformed says what is wrong, without a file name: the caller knows it.
// REQUIRES: text is UTF-8; kTooLarge over 1 GiB. Nesting is limited to 200 levels.
Result<Json> parse_json(std::string_view text);

// Compact, one line, UTF-8 as it is; control characters escaped. Wrong UTF-8 becomes
// U+FFFD.
std::string print(const Json& value);

}  // namespace hearsay
