#include "hearsay/base/date.h"

#include <array>
#include <cstdio>

namespace hearsay {
namespace {

using std::chrono::sys_seconds;

// The digits at text[at, at + count) as a number; -1 when they are not all digits.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// What stands behind the clock time: nothing or Z for UTC, else ±HH:MM or ±HHMM.
std::optional<std::chrono::seconds> parse_zone(std::string_view zone) {
  if (zone.empty() || zone == "Z" || zone == "z") return std::chrono::seconds{0};
  if (zone[0] != '+' && zone[0] != '-') return std::nullopt;
  const bool colon = zone.size() == 6 && zone[3] == ':';
  if (zone.size() != 5 && !colon) return std::nullopt;
  const int hours = number_at(zone, 1, 2);
  const int minutes = number_at(zone, colon ? 4 : 3, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  const std::chrono::seconds offset{hours * 3600 + minutes * 60};
  return zone[0] == '+' ? offset : -offset;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = number_at(text, 0, 4);
  const int month = number_at(text, 5, 2);
  const int day = number_at(text, 8, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto day = parse_date(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return Moment{*day, std::nullopt};
  if (text[10] != 'T' && text[10] != ' ' && text[10] != 't') return std::nullopt;
  const int hour = number_at(text, 11, 2);
  const int minute = number_at(text, 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text[13] != ':') {
    return std::nullopt;
  }
  std::size_t at = 16;
  int second = 0;
  if (at < text.size() && text[at] == ':') {
    second = number_at(text, at + 1, 2);
    if (second < 0 || second > 60) return std::nullopt;
    at += 3;
  }
  if (at < text.size() &&
      (text[at] == '.' || text[at] == ',')) {  // fractions are dropped
    ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  const auto zone = parse_zone(text.substr(at));
  if (!zone) return std::nullopt;
  const sys_seconds instant = sys_seconds{*day} + std::chrono::hours{hour} +
                              std::chrono::minutes{minute} +
                              std::chrono::seconds{second} - *zone;
  return Moment{std::chrono::floor<std::chrono::days>(instant), instant};
}

bool is_surely_later(const Moment& one, const Moment& other) {
  if (one.instant && other.instant) return *one.instant > *other.instant;
  return one.day > other.day + std::chrono::days(1);
}

std::string print(Date day) {
  const std::chrono::year_month_day date{day};
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out.data();
}

std::string print(const Moment& moment) {
  if (!moment.instant) return print(moment.day);
  const Date day = std::chrono::floor<std::chrono::days>(*moment.instant);
  const std::chrono::hh_mm_ss time{*moment.instant - day};
  std::array<char, 32> out{};
  std::snprintf(
      out.data(), out.size(), "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return print(day) + out.data();
}

}  // namespace hearsay
