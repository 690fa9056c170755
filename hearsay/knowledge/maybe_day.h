// A day that may be unknown, in four bytes: rows of the compiled knowledge base hold
// several of them and lie in a mapped file as they are. Reads like a std::optional<Date>.

#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

#include "hearsay/base/date.h"

namespace hearsay {

class MaybeDay {
 public:
  MaybeDay() = default;  // unknown
  // Whatever a day is written as becomes one: Spell{.from = parse_date(…)}.
  // NOLINTBEGIN(google-explicit-constructor)
  MaybeDay(std::nullopt_t) {}
  MaybeDay(Date day) : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {}
  MaybeDay(std::optional<Date> day) : MaybeDay(day ? MaybeDay(*day) : MaybeDay()) {}
  operator std::optional<Date>() const {
    return has_value() ? std::optional<Date>(**this) : std::nullopt;
  }
  // NOLINTEND(google-explicit-constructor)

  bool has_value() const { return days_ != kUnknown; }
  explicit operator bool() const { return has_value(); }
  // REQUIRES: has_value().
  Date operator*() const { return Date(std::chrono::days(days_)); }

  // An unknown day stands before all others.
  auto operator<=>(const MaybeDay&) const = default;

 private:
  static constexpr std::int32_t kUnknown = std::numeric_limits<std::int32_t>::min();
  std::int32_t days_ = kUnknown;
};

}  // namespace hearsay
