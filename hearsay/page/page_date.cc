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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

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

// RFC 3339 with what pages do to it: "+0100" behind a blank, "UTC", one digit for the
// month.
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
  if (auto moment = parse_moment(mended)) {
    moment->day = *day;  // where it was published
    return moment;
  }
  const bool separated = text.size() == kDayBytes || !is_digit(text[kDayBytes]);
  return separated ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

// "20201110", "20201110T0930", and seconds since 1970.
std::optional<Moment> parse_compact(std::string_view text) {
  const std::string_view digits = text.substr(0, 8);
  if (digits.size() == 8 && all_digits(digits) &&
      (text.size() == 8 || !is_digit(text[8]) || text.size() == 14)) {
    const auto day = make_day(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                              number(digits.substr(6, 2)));
    if (day) return Moment{*day, std::nullopt};
  }
  const bool seconds = text.size() == 10 && all_digits(text) && text[0] == '1';
  const bool milliseconds = text.size() == 13 && all_digits(text) && text[0] == '1';
  if (!seconds && !milliseconds) return std::nullopt;
  const std::chrono::sys_seconds instant{std::chrono::seconds{number(text.substr(0, 5))} *
                                             100000 +
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

namespace {

// Digits at the front of `text`, at most `most`; empty when there are more.
std::string_view leading_digits(std::string_view text, std::size_t most) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return end <= most ? text.substr(0, end) : std::string_view();
}

// "2020/11/10", "2020-11-10", "10-11-2020", "20201110", at the front of `text`.
std::optional<Date> day_at_front(std::string_view text) {
  const std::string_view first = leading_digits(text, 8);
  if (first.size() == 8) {
    return make_day(number(first.substr(0, 4)), number(first.substr(4, 2)),
                    number(first.substr(6, 2)));
  }
  if (first.empty() || first.size() + 1 >= text.size()) return std::nullopt;
  const char separator = text[first.size()];
  if (separator != '/' && separator != '-' && separator != '_' && separator != '.') {
    return std::nullopt;
  }
  text.remove_prefix(first.size() + 1);
  const std::string_view second = leading_digits(text, 2);
  if (second.empty() || second.size() >= text.size() ||
      text[second.size()] != separator) {
    return std::nullopt;
  }
  const std::string_view third = leading_digits(text.substr(second.size() + 1), 4);
  if (first.size() == 4 && !third.empty() && third.size() <= 2) {
    return make_day(number(first), number(second), number(third));
  }
  if (first.size() == 2 && second.size() == 2 && third.size() == 4) {
    return make_day(number(third), number(second), number(first));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> day_of_address(std::string_view address) {
  const std::size_t scheme = address.find("://");
  std::size_t at = scheme == std::string_view::npos ? 0 : scheme + 3;
  for (at = std::min(address.find('/', at), address.size()); at + 8 < address.size();
       ++at) {
    if (is_digit(address[at])) continue;  // only behind something that is no digit
    if (const auto day = day_at_front(address.substr(at + 1))) return day;
  }
  return std::nullopt;
}

namespace {

// Words in a class or id that name a date, and those that name the date of something
// else.
bool names_date(std::string_view name) {
  std::string folded(name);
  std::ranges::transform(folded, folded.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  constexpr std::array<std::string_view, 11> kDates = {
      "date",   "datum", "time",     "publish", "fecha",  "posted",
      "byline", "meta",  "dateline", "data-",   "veroeff"};
  constexpr std::array<std::string_view, 6> kOthers = {"update",  "modif",   "comment",
                                                       "related", "sidebar", "footer"};
  const auto has = [&](std::string_view word) {
    return folded.find(word) != std::string::npos;
  };
  return std::ranges::any_of(kDates, has) && std::ranges::none_of(kOthers, has);
}

// The text of an element with references resolved, when it is no longer than `longest`.
std::string text_in(const HtmlTree& tree, std::uint32_t element, std::size_t longest,
                    const PageWords& words) {
  std::string text;
  for (std::uint32_t at = element + 1; at < tree[element].end; ++at) {
    if (tree[at].is_text && tree[at].tag == TagName::kOther) {
      text += tree.text(tree[at]);
      text += ' ';
    }
    if (text.size() > 4 * longest) return {};
  }
  text = decode_references(text, words);
  return text.size() <= longest ? text : std::string();
}

class DateFinder {
 public:
  DateFinder(const DateQuestion& question, const PageWords& words)
      : asked_(question),
        tree_(question.tree),
        words_(words),
        language_(question.metadata.language) {}

  std::optional<Moment> find() const {
    const auto address_day = day_of_address(asked_.address);
    if (auto stated = first_stated(asked_.metadata.published)) {
      // Metadata in UTC may be a day off; the address is the publisher's own day.
      const bool beside =
          address_day && stated->instant &&
          std::chrono::abs(*address_day - stated->day) <= std::chrono::days{1};
      if (beside) stated->day = *address_day;
      return stated;
    }
    if (address_day) return Moment{*address_day, std::nullopt};
    if (auto seen = in_elements(false)) return seen;
    if (auto seen = in_short_block(false)) return seen;
    if (auto stated = first_stated(asked_.metadata.created)) return stated;
    if (auto stated = in_scripts()) return stated;
    if (auto seen = in_elements(true)) return seen;
    if (auto seen = in_short_block(true)) return seen;
    if (auto titled = written_in(asked_.metadata.title)) return titled;
    if (auto day = day_of_address(asked_.metadata.picture))
      return Moment{*day, std::nullopt};
    return first_stated(asked_.metadata.modified);
  }

 private:
  std::optional<Moment> first_stated(const std::vector<std::string>& texts) const {
    for (const std::string& text : texts) {
      if (auto moment = parse_stated(text, words_, language_)) return moment;
    }
    return std::nullopt;
  }

  std::optional<Moment> written_in(std::string_view text) const {
    const auto found = find_written_date(text, words_, language_);
    if (!found) return std::nullopt;
    return Moment{found->day, std::nullopt};
  }

  // <time> before elements that are named so; of each the nearest to the title.
  // `of_other`: what belongs to other articles by its looks.
  std::optional<Moment> in_elements(bool of_other) const {
    if (auto found = nearest(&DateFinder::time_at, of_other)) return found;
    return nearest(&DateFinder::named_at, of_other);
  }

  // The state that scripts draw a page from: "publishedAt":"2020-11-10T…".
  std::optional<Moment> in_scripts() const {
    constexpr std::array<std::string_view, 7> kKeys = {
        "\"datePublished\":\"", "\"publishedAt\":\"", "\"published_at\":\"",
        "\"publishedDate\":\"", "\"publishDate\":\"", "\"publicationDate\":\"",
        "\"created_at\":\""};
    for (const HtmlNode& node : tree_.nodes()) {
      if (!node.is_text || node.tag != TagName::kScript) continue;
      const std::string_view script = tree_.text(node);
      for (const std::string_view key : kKeys) {
        const std::size_t at = script.find(key);
        if (at == std::string_view::npos) continue;
        const std::string_view value = script.substr(at + key.size(), 40);
        if (auto moment =
                parse_stated(value.substr(0, value.find('"')), words_, language_)) {
          return moment;
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Moment> nearest(std::optional<Moment> (DateFinder::*kind)(std::uint32_t)
                                    const,
                                bool of_other) const {
    std::optional<Moment> best;
    std::uint32_t distance = UINT32_MAX;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text || distance_of(i) >= distance) continue;
      const auto moment = (this->*kind)(i);
      if (!moment || is_of_other(i) != of_other) continue;
      best = moment;
      distance = distance_of(i);
    }
    return best;
  }

  // From the title; what stands before it counts as farther than what stands behind it.
  std::uint32_t distance_of(std::uint32_t node) const {
    constexpr std::uint32_t kBefore = 3;
    return node >= asked_.anchor ? node - asked_.anchor
                                 : kBefore * (asked_.anchor - node);
  }

  // Where the element's text tells another day than its attribute, readers see the text.
  std::optional<Moment> time_at(std::uint32_t i) const {
    if (tree_[i].tag != TagName::kTime) return std::nullopt;
    const std::string_view stated = tree_.attribute(tree_[i], AttributeName::kDatetime);
    const auto moment = parse_stated(stated, words_, language_);
    const auto seen = written_in(text_in(tree_, i, 80, words_));
    if (!moment || !seen) return moment ? moment : seen;
    const bool same = std::chrono::abs(seen->day - moment->day) <= std::chrono::days{1};
    return same ? moment : seen;
  }

  std::optional<Moment> named_at(std::uint32_t i) const {
    const HtmlNode& node = tree_[i];
    if (node.first_attribute == node.end_attribute) return std::nullopt;
    if (!names_date(tree_.attribute(node, AttributeName::kClass)) &&
        !names_date(tree_.attribute(node, AttributeName::kId))) {
      return std::nullopt;
    }
    const std::string title =
        decode_references(tree_.attribute(node, AttributeName::kTitle), words_);
    if (auto moment = parse_stated(title, words_, language_)) return moment;
    return written_in(text_in(tree_, i, 400, words_));
  }

  // Lies far before the title, or in something that is no part of the article: an aside,
  // comments, a footer.
  bool is_of_other(std::uint32_t i) const {
    constexpr std::uint32_t kFarBefore = 60;  // the site's header, which may show today
    if (i + kFarBefore < asked_.anchor) return true;
    for (std::uint32_t at = i; at != 0; at = tree_[at].parent) {
      const HtmlNode& node = tree_[at];
      if (node.tag == TagName::kAside || node.tag == TagName::kFooter ||
          node.tag == TagName::kNav) {
        return true;
      }
      if (node.tag == TagName::kBody) return false;
      for (const AttributeName name : {AttributeName::kClass, AttributeName::kId}) {
        for (const std::string_view other :
             {"comment", "related", "sidebar", "widget", "footer", "teaser"}) {
          if (tree_.attribute(node, name).find(other) != std::string_view::npos)
            return true;
        }
      }
    }
    return false;
  }

  std::string text_of(const TextBlock& block) const {
    std::string text;
    for (std::uint32_t i = block.first_piece; i < block.end_piece; ++i) {
      const TextPiece& piece = asked_.survey.pieces[i];
      text += piece.is_break ? std::string_view(" ") : tree_.text(tree_[piece.node]);
    }
    return decode_references(text, words_);
  }

  std::optional<Moment> in_short_block(bool of_other) const {
    constexpr std::uint32_t kMostWords = 14;
    std::optional<Moment> best;
    std::uint32_t distance = UINT32_MAX;
    for (const TextBlock& block : asked_.survey.blocks) {
      if (block.words > kMostWords || distance_of(block.element) >= distance) continue;
      const auto moment = written_in(text_of(block));
      if (!moment || is_of_other(block.element) != of_other) continue;
      best = moment;
      distance = distance_of(block.element);
    }
    return best;
  }

  const DateQuestion& asked_;
  const HtmlTree& tree_;
  const PageWords& words_;
  std::string_view language_;
};

}  // namespace

std::optional<Moment> find_published(const DateQuestion& question,
                                     const PageWords& words) {
  auto moment = DateFinder(question, words).find();
  if (moment && !is_plausible(*moment)) moment.reset();
  return moment;
}

}  // namespace hearsay::page
