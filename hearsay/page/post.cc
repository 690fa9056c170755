#include "hearsay/page/post.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/page/written_date.h"

namespace hearsay::page {
namespace {

constexpr std::size_t kLongestAuthor = 120;
constexpr std::size_t kLongestDate = 48;

bool is_handle_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' ||
         c == '-';
}

// Where the dash before the author begins and ends; text ends where the handle's bracket
// is.
struct Dash {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Dash> find_dash(std::string_view text, std::size_t from) {
  constexpr std::array<std::string_view, 5> kDashes = {"—", "–", " - ", "\n- ",
                                                       "&mdash;"};
  std::optional<Dash> last;
  const std::size_t start =
      std::max(from, text.size() > kLongestAuthor ? text.size() - kLongestAuthor : 0);
  const std::string_view part = text.substr(start);
  for (const std::string_view dash : kDashes) {
    const std::size_t at = part.rfind(dash);
    if (at == std::string_view::npos) continue;
    if (!last || start + at > last->begin)
      last = Dash{start + at, start + at + dash.size()};
  }
  return last;
}

bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) ||
         (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0x2300 && c <= 0x23FF);
}

bool has_tag(std::string_view text, char sign) {
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + 1)) {
    const bool letter_behind =
        at + 1 < text.size() &&
        std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0;
    const bool word_before =
        at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
    if (letter_behind && !word_before) return true;
  }
  return false;
}

}  // namespace

std::optional<Signature> find_signature(std::string_view text, std::size_t from,
                                        const PageWords& words,
                                        std::string_view language) {
  for (std::size_t open = text.find("(@", from); open != std::string_view::npos;
       open = text.find("(@", open + 2)) {
    std::size_t close = open + 2;
    while (close < text.size() && is_handle_character(text[close])) ++close;
    if (close == open + 2 || close >= text.size() || text[close] != ')') continue;
    const auto dash = find_dash(text.substr(0, open), from);
    if (!dash) continue;
    const std::string_view author = trim(text.substr(dash->end, open - dash->end));
    const std::string_view rest = text.substr(close + 1, kLongestDate);
    const auto date = find_written_date(rest, words, language);
    // Only white space, a comma or the name of a day may stand before the date.
    if (author.empty() || author.find('\n') != std::string_view::npos || !date ||
        date->begin > 16) {
      continue;
    }
    Signature found;
    found.source.author = author;
    found.source.handle = text.substr(open + 2, close - open - 2);
    found.source.posted = Moment{date->day, std::nullopt};
    found.begin = dash->begin;
    found.end = close + 1 + date->end;
    return found;
  }
  return std::nullopt;
}

bool starts_with_emoji(std::string_view text) {
  return !text.empty() && is_emoji(decode_at(text, 0).value);
}

bool looks_like_post(std::string_view text) {
  return starts_with_emoji(text) || has_tag(text, '#') || has_tag(text, '@') ||
         text.find("pic.twitter.com/") != std::string_view::npos ||
         text.find("t.co/") != std::string_view::npos;
}

}  // namespace hearsay::page
