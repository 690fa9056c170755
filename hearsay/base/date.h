// Days and instants as news gives them: often only a day, sometimes a minute.
//
// A day is not a midnight: `Moment` keeps what was known, because "who was first"
// may not be decided between two moments of the same day when one has no clock time.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

using Date = std::chrono::sys_days;

// When something was published. `instant` is UTC; it is absent when only the day is
// known. `day` is the day as its publisher counts it: that of `instant`, or the one
// beside it.
struct Moment {
  Date day;
  std::optional<std::chrono::sys_seconds> instant;

  bool operator==(const Moment&) const = default;
};

// "2023-03-01". Nothing when the text is not exactly a day of the calendar.
std::optional<Date> parse_date(std::string_view text);

// RFC 3339 and its relatives: "2023-03-01", "2023-03-01T09:30:00Z", "…T09:30+02:00",
// "2023-03-01 09:30:00". A time without a zone counts as UTC. Nothing else may follow.
std::optional<Moment> parse_moment(std::string_view text);

// Whether `one` is later than `other` for sure: where a clock time is missing, days
// count, and the publisher's day may be ahead of UTC's by one.
bool is_surely_later(const Moment& one, const Moment& other);

std::string print(Date day);              // 2023-03-01
std::string print(const Moment& moment);  // 2023-03-01 or 2023-03-01T09:30:00Z

}  // namespace hearsay
