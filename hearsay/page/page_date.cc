#include "hearsay/page/page_date.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <string>

#include "hearsay/base/mail_date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/page/html_reference.h"
#include "hearsay/page/written_date.h"

namespace hearsay::page {
namespace {

using std::chrono::sys_days;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// News on the web began then; a later day than any we may meet is a mistake.
bool is_plausible(const Moment& moment) {
  constexpr sys_days kFirst{std::chrono::year{1995} / 1 / 1};
  constexpr sys_days kLast{std::chrono::year{2100} / 1 / 1};
  return moment.day >= kFirst && moment.day < kLast;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<Date> make_day(int year, int month, int day) {
  if (year < 1995 || year > 2099 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

// "2020-11-10 00:00:00", "2020-11-10T00:00+01:00"
bool is_midnight(std::string_view text) {
  if (text.size() < 16 || text.substr(11, 5) != "00:00") return false;
  return text.size() < 19 || text[16] != ':' || text.substr(17, 2) == "00";
}

// RFC 3339 with what pages do to it: "+0100" behind a blank, "UTC", one digit for the month.
std::optional<Moment> parse_iso(std::string_view text) {
  constexpr std::size_t kDayBytes = 10;
  if (text.size() < kDayBytes) return std::nullopt;
  const auto day = parse_date(text.substr(0, kDayBytes));
  if (!day) return std::nullopt;
  if (is_midnight(text)) return Moment{*day, std::nullopt};
  std::string mended(text);
  if (const std::size_t zone = mended.find(" +", kDayBytes); zone != std::string::npos) {
    mended.erase(zone, 1);
  }
  for (const std::string_view name : {" UTC", "UTC", " GMT", "GMT", " Z"}) {
    if (mended.ends_with(name)) {
      mended.resize(mended.size() - name.size());
      mended += 'Z';
      break;
    }
  }
  if (const auto moment = parse_moment(mended)) return moment;
  const bool separated = text.size() == kDayBytes || !is_digit(text[kDayBytes]);
  return separated ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
}

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

// "20201110", "20201110T0930", and seconds since 1970.
std::optional<Moment> parse_compact(std::string_view text) {
  const std::string_view digits = text.substr(0, 8);
  if (digits.size() == 8 && all_digits(digits) && (text.size() == 8 || !is_digit(text[8]) ||
                                                    text.size() == 14)) {
    const auto day = make_day(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                              number(digits.substr(6, 2)));
    if (day) return Moment{*day, std::nullopt};
  }
  const bool seconds = text.size() == 10 && all_digits(text) && text[0] == '1';
  const bool milliseconds = text.size() == 13 && all_digits(text) && text[0] == '1';
  if (!seconds && !milliseconds) return std::nullopt;
  const std::chrono::sys_seconds instant{std::chrono::seconds{number(text.substr(0, 5))} * 100000 +
                                         std::chrono::seconds{number(text.substr(5, 5))}};
  return Moment{std::chrono::floor<std::chrono::days>(instant), instant};
}

}  // namespace

std::optional<Moment> parse_stated(std::string_view text, const PageWords& words,
                                   std::string_view language) {
  constexpr std::size_t kLongest = 120;
  text = trim(text);
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  std::optional<Moment> moment = parse_iso(text);
  if (!moment) moment = parse_compact(text);
  if (!moment && text.find(':') != std::string_view::npos) moment = parse_mail_date(text);
  if (!moment) {
    if (const auto day = parse_written_date(text, words, language)) {
      moment = Moment{*day, std::nullopt};
    }
  }
  if (!moment) moment = parse_mail_date(text);
  if (moment && !is_plausible(*moment)) moment.reset();
  return moment;
}

std::optional<Date> day_of_address(std::string_view address) {
  const std::size_t scheme = address.find("://");
  std::size_t at = scheme == std::string_view::npos ? 0 : scheme + 3;
  at = std::min(address.find('/', at), address.size());
  for (; at + 8 < address.size(); ++at) {
    if (is_digit(address[at])) continue;  // only behind something that is no digit
    const std::string_view rest = address.substr(at + 1);
    if (!all_digits(rest.substr(0, 4))) continue;
    const char separator = rest[4];
    if (separator == '/' || separator == '-' || separator == '_' || separator == '.') {
      const std::size_t month_end = rest.find_first_not_of("0123456789", 5);
      if (month_end == std::string_view::npos || rest[month_end] != separator) continue;
      const std::size_t day_end =
          std::min(rest.find_first_not_of("0123456789", month_end + 1), rest.size());
      if (month_end - 5 > 2 || day_end - month_end - 1 > 2 || month_end == 5 ||
          day_end == month_end + 1) {
        continue;
      }
      if (const auto day =
              make_day(number(rest.substr(0, 4)), number(rest.substr(5, month_end - 5)),
                       number(rest.substr(month_end + 1, day_end - month_end - 1)))) {
        return day;
      }
    } else if (all_digits(rest.substr(0, 8)) && (rest.size() == 8 || !is_digit(rest[8]))) {
      if (const auto day = make_day(number(rest.substr(0, 4)), number(rest.substr(4, 2)),
                                    number(rest.substr(6, 2)))) {
        return day;
      }
    }
  }
  return std::nullopt;
}

namespace {

// Words in a class or id that name a date, and those that name the date of something else.
bool names_date(std::string_view name) {
  std::string folded(name);
  std::ranges::transform(folded, folded.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  constexpr std::array<std::string_view, 11> kDates = {
      "date", "datum", "time", "publish", "fecha", "posted", "byline", "meta", "dateline",
      "data-", "veroeff"};
  constexpr std::array<std::string_view, 6> kOthers = {"update", "modif", "comment",
                                                       "related", "sidebar", "footer"};
  const auto has = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  return std::ranges::any_of(kDates, has) && std::ranges::none_of(kOthers, has);
}

class DateFinder {
 public:
  DateFinder(const DateQuestion& question, const PageWords& words)
      : tree_(question.tree), survey_(question.survey), metadata_(question.metadata),
        address_(question.address), words_(words) {}

  std::optional<Moment> find() const {
    if (auto stated = in_metadata()) return stated;
    if (auto day = day_of_address(address_)) return Moment{*day, std::nullopt};
    if (auto time = in_time_elements()) return time;
    if (auto named = in_named_elements()) return named;
    if (auto near = near_title()) return near;
    return std::nullopt;
  }

 private:
  std::optional<Moment> in_metadata() const {
    for (const std::string& text : metadata_.published) {
      if (auto moment = parse_stated(text, words_, metadata_.language)) return moment;
    }
    return std::nullopt;
  }

  std::string text_in(std::uint32_t i, std::size_t longest) const {
    std::string text;
    for (std::uint32_t at = i + 1; at < tree_[i].end; ++at) {
      if (tree_[at].is_text && tree_[at].tag == TagName::kOther) {
        text += tree_.text(tree_[at]);
        text += ' ';
      }
      if (text.size() > 4 * longest) return {};
    }
    text = decode_references(text, words_);
    return text.size() <= longest ? text : std::string();
  }

  // The first one that is not in a list of other articles or among comments.
  std::optional<Moment> in_time_elements() const {
    std::optional<Moment> fallback;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      if (node.is_text || node.tag != TagName::kTime) continue;
      std::string text(tree_.attribute(node, AttributeName::kDatetime));
      auto moment = parse_stated(text, words_, metadata_.language);
      if (!moment) moment = parse_stated(text_in(i, 80), words_, metadata_.language);
      if (!moment) continue;
      if (!is_of_other(i)) return moment;
      if (!fallback) fallback = moment;
    }
    return fallback;
  }

  // Lies in something that is no part of the article: an aside, comments, a footer.
  bool is_of_other(std::uint32_t i) const {
    for (std::uint32_t at = tree_[i].parent; at != 0; at = tree_[at].parent) {
      const TagName tag = tree_[at].tag;
      if (tag == TagName::kAside || tag == TagName::kFooter || tag == TagName::kNav) return true;
      const std::string_view names[] = {tree_.attribute(tree_[at], AttributeName::kClass),
                                        tree_.attribute(tree_[at], AttributeName::kId)};
      for (const std::string_view name : names) {
        for (const std::string_view other : {"comment", "related", "sidebar", "widget", "footer"}) {
          if (name.find(other) != std::string_view::npos && tag != TagName::kBody) return true;
        }
      }
    }
    return false;
  }

  std::optional<Moment> in_named_elements() const {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      if (node.is_text || node.first_attribute == node.end_attribute) continue;
      if (!names_date(tree_.attribute(node, AttributeName::kClass)) &&
          !names_date(tree_.attribute(node, AttributeName::kId))) {
        continue;
      }
      if (is_of_other(i)) continue;
      const std::string title = decode_references(tree_.attribute(node, AttributeName::kTitle), words_);
      if (auto moment = parse_stated(title, words_, metadata_.language)) return moment;
      const std::string text = text_in(i, 160);
      if (const auto found = find_written_date(text, words_, metadata_.language)) {
        return Moment{found->day, std::nullopt};
      }
    }
    return std::nullopt;
  }

  // A short block with a date in it: the nearest to the first heading, before or behind.
  std::optional<Moment> near_title() const {
    constexpr std::uint32_t kNear = 12;
    const auto& blocks = survey_.blocks;
    std::uint32_t title = 0;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].heading_level == 1) {
        title = i;
        break;
      }
    }
    const std::uint32_t begin = title > 4 ? title - 4 : 0;
    const auto end = std::min<std::uint32_t>(title + kNear, static_cast<std::uint32_t>(blocks.size()));
    for (std::uint32_t i = begin; i < end; ++i) {
      if (blocks[i].words > 25) continue;
      std::string text;
      for (std::uint32_t p = blocks[i].first_piece; p < blocks[i].end_piece; ++p) {
        if (!survey_.pieces[p].is_break) text += tree_.text(tree_[survey_.pieces[p].node]);
      }
      if (const auto found =
              find_written_date(decode_references(text, words_), words_, metadata_.language)) {
        return Moment{found->day, std::nullopt};
      }
    }
    return std::nullopt;
  }

  const HtmlTree& tree_;
  const HtmlSurvey& survey_;
  const Metadata& metadata_;
  std::string_view address_;
  const PageWords& words_;
};

}  // namespace

std::optional<Moment> find_published(const DateQuestion& question, const PageWords& words) {
  return DateFinder(question, words).find();
}

}  // namespace hearsay::page
