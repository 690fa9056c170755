// The parts are told by their look, not by their place: letters are a month, a zone or
// nothing; digits with colons are the clock; four digits are the year. So the five forms
// and their many misprints need one reader.

#include "hearsay/base/mail_date.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <string>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name;
  int minutes;
};

constexpr std::array<Zone, 16> kZones = {{{"gmt", 0},
                                          {"utc", 0},
                                          {"ut", 0},
                                          {"z", 0},
                                          {"est", -300},
                                          {"edt", -240},
                                          {"cst", -360},
                                          {"cdt", -300},
                                          {"mst", -420},
                                          {"mdt", -360},
                                          {"pst", -480},
                                          {"pdt", -420},
                                          {"bst", 60},
                                          {"cet", 60},
                                          {"cest", 120},
                                          {"jst", 540}}};

struct Parts {
  int year = -1;
  int month = -1;
  int day = -1;
  int second = -1;  // of the day
  int zone_minutes = 0;
  bool afternoon = false;
  bool forenoon = false;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits)
    value = value < 100'000'000 ? value * 10 + (c - '0') : value;
  return value;
}

std::string_view take_while(std::string_view text, std::size_t at,
                            bool (*belongs)(char)) {
  std::size_t end = at;
  while (end < text.size() && belongs(text[end])) ++end;
  return text.substr(at, end - at);
}

void read_word(std::string_view word, Parts& parts) {
  std::string small(word);
  std::ranges::transform(small, small.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  if (small == "am") parts.forenoon = true;
  if (small == "pm") parts.afternoon = true;
  const auto month = std::ranges::find(kMonths, std::string_view(small).substr(0, 3));
  if (small.size() >= 3 && month != kMonths.end() && parts.month < 0) {
    parts.month = static_cast<int>(month - kMonths.begin()) + 1;
    return;
  }
  const auto zone = std::ranges::find(kZones, small, &Zone::name);
  if (zone != kZones.end() && parts.second >= 0) parts.zone_minutes = zone->minutes;
}

// "21:05" or "21:05:33"; how many bytes it takes, 0 when it is no clock time.
std::size_t read_clock(std::string_view text, Parts& parts) {
  const auto hours = take_while(text, 0, is_digit);
  if (hours.size() > 2 || hours.size() >= text.size() || text[hours.size()] != ':')
    return 0;
  const auto minutes = take_while(text, hours.size() + 1, is_digit);
  if (minutes.size() != 2) return 0;
  std::size_t end = hours.size() + 3;
  int seconds = 0;
  if (end < text.size() && text[end] == ':') {
    const auto digits = take_while(text, end + 1, is_digit);
    if (digits.size() == 2) {
      seconds = std::min(number(digits), 59);
      end += 3;
    }
  }
  if (number(hours) > 24 || number(minutes) > 59) return 0;
  parts.second = number(hours) % 24 * 3600 + number(minutes) * 60 + seconds;
  if (end < text.size() && text[end] == '.')
    end += 1 + take_while(text, end + 1, is_digit).size();
  return end;
}

// "+0100", "+01:00", "-5"; how many bytes it takes, 0 when it is no zone.
std::size_t read_zone(std::string_view text, Parts& parts) {
  const auto digits = take_while(text, 1, is_digit);
  int hours = 0;
  int minutes = 0;
  std::size_t end = 1 + digits.size();
  if (digits.size() == 4) {
    hours = number(digits.substr(0, 2));
    minutes = number(digits.substr(2));
  } else if (digits.size() == 1 || digits.size() == 2) {
    hours = number(digits);
    if (end < text.size() && text[end] == ':') {
      const auto rest = take_while(text, end + 1, is_digit);
      minutes = number(rest);
      end += 1 + rest.size();
    }
  } else {
    return 0;
  }
  if (hours > 14 || minutes > 59) return 0;
  parts.zone_minutes = (hours * 60 + minutes) * (text[0] == '-' ? -1 : 1);
  return end;
}

void read_number(std::string_view digits, Parts& parts) {
  const int value = number(digits);
  if (digits.size() == 4) {
    if (parts.year < 0) parts.year = value;
  } else if (digits.size() <= 2 && parts.day < 0) {
    parts.day = value;
  } else if (digits.size() == 2 && parts.month > 0 && parts.year < 0) {
    parts.year = value < 70 ? 2000 + value : 1900 + value;
  }
}

std::optional<Moment> moment_of(Parts parts) {
  if (parts.year < 1 || parts.month < 0 || parts.day < 1) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year{parts.year},
      std::chrono::month{static_cast<unsigned>(parts.month)},
      std::chrono::day{static_cast<unsigned>(parts.day)}};
  if (!date.ok()) return std::nullopt;
  if (parts.second < 0) return Moment{Date{date}, std::nullopt};
  const int hour = parts.second / 3600;
  if (parts.afternoon && hour < 12) parts.second += 12 * 3600;
  if (parts.forenoon && hour == 12) parts.second -= 12 * 3600;
  const std::chrono::sys_seconds instant = std::chrono::sys_seconds{Date{date}} +
                                           std::chrono::seconds{parts.second} -
                                           std::chrono::minutes{parts.zone_minutes};
  return Moment{std::chrono::floor<std::chrono::days>(instant), instant};
}

}  // namespace

std::optional<Moment> parse_mail_date(std::string_view text) {
  constexpr std::size_t kLongestDate = 100;
  if (text.size() > kLongestDate) return std::nullopt;
  Parts parts;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_letter(c)) {
      const auto word = take_while(text, at, is_letter);
      read_word(word, parts);
      at += word.size();
    } else if (is_digit(c)) {
      if (const std::size_t taken = read_clock(text.substr(at), parts)) {
        at += taken;
        continue;
      }
      const auto digits = take_while(text, at, is_digit);
      read_number(digits, parts);
      at += digits.size();
    } else if ((c == '+' || c == '-') && parts.second >= 0) {
      at += std::max<std::size_t>(1, read_zone(text.substr(at), parts));
    } else {
      ++at;
    }
  }
  return moment_of(parts);
}

}  // namespace hearsay
