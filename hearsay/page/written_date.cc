// A date starts at a number or at a month's name; each form is tried there, left to
// right.

#include "hearsay/page/written_date.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

namespace hearsay::page {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2099;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters, as far as dates need them: ASCII letters and every byte of other scripts.
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A reading position that forms move forward and give up.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }

  void skip_spaces() {
    constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
    for (;;) {
      if (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') {
        ++at;
      } else if (text.substr(std::min(at, text.size())).starts_with(kNoBreakSpace)) {
        at += 2;
      } else {
        return;
      }
    }
  }

  bool take(std::string_view what) {
    if (!text.substr(std::min(at, text.size())).starts_with(what)) return false;
    at += what.size();
    return true;
  }

  // A number of `fewest` to `most` digits and no more; -1 for none.
  int take_number(std::size_t fewest, std::size_t most) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && is_digit(text[end]) && end - at <= most) {
      value = value * 10 + (text[end++] - '0');
    }
    if (end - at < fewest || end - at > most) return -1;
    at = end;
    return value;
  }

  std::string_view take_word() {
    const std::size_t begin = at;
    while (!done() && is_letter(peek())) {
      if (text.substr(at).starts_with("\xC2\xA0")) break;
      ++at;
    }
    return text.substr(begin, at - begin);
  }
};

std::optional<Date> make_day(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

// 2020-11-10, 2020/11/10, 2020.11.10, 2020年11月10日
std::optional<Date> year_first(Cursor& cursor) {
  const int year = cursor.take_number(4, 4);
  if (year < 0) return std::nullopt;
  std::string_view separator;
  for (const std::string_view one : {"-", "/", ".", "年"}) {
    if (separator.empty() && cursor.take(one)) separator = one;
  }
  if (separator.empty()) return std::nullopt;
  cursor.skip_spaces();
  const int month = cursor.take_number(1, 2);
  if (!cursor.take(separator == "年" ? "月" : separator)) return std::nullopt;
  cursor.skip_spaces();
  const int day = cursor.take_number(1, 2);
  if (separator == "年" && !cursor.take("日")) return std::nullopt;
  return make_day(year, month, day);
}

// 10.11.2020, 10/11/2020, 10-11-20
std::optional<Date> day_first(Cursor& cursor, std::string_view language) {
  int day = cursor.take_number(1, 2);
  const char separator = cursor.peek();
  if (day < 0 || (separator != '.' && separator != '/' && separator != '-'))
    return std::nullopt;
  ++cursor.at;
  if (separator == '.') cursor.skip_spaces();
  int month = cursor.take_number(1, 2);
  if (month < 0 || cursor.peek() != separator) return std::nullopt;
  ++cursor.at;
  if (separator == '.') cursor.skip_spaces();
  int year = cursor.take_number(2, 4);
  if (year < 0) return std::nullopt;
  if (year < 100) year += 2000;
  const bool american = language == "en-US" || language == "en_US";
  if ((american && separator == '/' && day <= 12) || month > 12) std::swap(day, month);
  return make_day(year, month, day);
}

// What may follow the number of a day: "1st", "10.", "1er", "1º".
void skip_ordinal(Cursor& cursor) {
  constexpr std::array<std::string_view, 9> kEndings = {"st", "nd", "rd", "th", ".",
                                                        "er", "º",  "ª",  "-"};
  for (const std::string_view ending : kEndings) {
    if (cursor.take(ending)) return;
  }
}

// The year behind a day and a month, past "," "." "de" "г.".
int take_year(Cursor& cursor) {
  for (int skipped = 0; skipped < 4; ++skipped) {
    cursor.skip_spaces();
    if (is_digit(cursor.peek())) return cursor.take_number(4, 4);
    if (cursor.take(",") || cursor.take(".") || cursor.take("'") || cursor.take("-"))
      continue;
    if (cursor.take_word().size() > 3) return -1;
  }
  return -1;
}

// 10 November 2020, 10. November 2020, 10 de noviembre de 2020, 10-Nov-2020
std::optional<Date> day_and_month(Cursor& cursor, const PageWords& words,
                                  std::string_view language) {
  constexpr std::size_t kLongestLink = 3;  // "de", "of", "d'"
  const int day = cursor.take_number(1, 2);
  if (day < 1 || day > 31) return std::nullopt;
  skip_ordinal(cursor);
  cursor.skip_spaces();
  std::string_view word = cursor.take_word();
  int month = words.month(word, language);
  if (month == 0 && !word.empty() && word.size() <= kLongestLink) {
    cursor.take("'");
    cursor.skip_spaces();
    word = cursor.take_word();
    month = words.month(word, language);
  }
  if (month == 0) return std::nullopt;
  return make_day(take_year(cursor), month, day);
}

// November 10, 2020
std::optional<Date> month_and_day(Cursor& cursor, const PageWords& words,
                                  std::string_view language) {
  const int month = words.month(cursor.take_word(), language);
  if (month == 0) return std::nullopt;
  cursor.take(".");
  cursor.skip_spaces();
  const int day = cursor.take_number(1, 2);
  if (day < 1 || day > 31) return std::nullopt;
  skip_ordinal(cursor);
  return make_day(take_year(cursor), month, day);
}

std::optional<Date> date_at(Cursor& cursor, const PageWords& words,
                            std::string_view language) {
  const Cursor start = cursor;
  const auto attempt = [&](auto&& form) -> std::optional<Date> {
    cursor = start;
    auto day = form();
    if (day && is_digit(cursor.peek())) day.reset();
    return day;
  };
  if (!is_digit(start.peek())) {
    return attempt([&] { return month_and_day(cursor, words, language); });
  }
  if (auto day = attempt([&] { return year_first(cursor); })) return day;
  if (auto day = attempt([&] { return day_first(cursor, language); })) return day;
  return attempt([&] { return day_and_month(cursor, words, language); });
}

}  // namespace

std::optional<WrittenDate> find_written_date(std::string_view text,
                                             const PageWords& words,
                                             std::string_view language) {
  for (Cursor cursor{text}; !cursor.done();) {
    const std::size_t begin = cursor.at;
    const bool number = is_digit(cursor.peek());
    if (!number && !is_letter(cursor.peek())) {
      ++cursor.at;
      continue;
    }
    if (const auto day = date_at(cursor, words, language)) {
      return WrittenDate{*day, begin, cursor.at};
    }
    cursor.at = begin;  // past this number or word
    while (!cursor.done() &&
           (number ? is_digit(cursor.peek()) : is_letter(cursor.peek()))) {
      ++cursor.at;
    }
  }
  return std::nullopt;
}

std::optional<Date> parse_written_date(std::string_view text, const PageWords& words,
                                       std::string_view language) {
  constexpr std::size_t kMostAround = 60;
  if (text.size() > 200) return std::nullopt;
  const auto found = find_written_date(text, words, language);
  if (!found || text.size() - (found->end - found->begin) > kMostAround)
    return std::nullopt;
  return found->day;
}

}  // namespace hearsay::page
