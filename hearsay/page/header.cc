#include "hearsay/page/header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/base/mail_date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/page/written_date.h"

namespace hearsay::page {
namespace {

enum class Key : std::uint8_t {
  kTitle,
  kDate,
  kOutlet,
  kUri,
  kAuthor,
  kLanguage,
  kOther
};

constexpr std::array<std::pair<std::string_view, Key>, 20> kKeys = {
    {{"title", Key::kTitle},       {"headline", Key::kTitle},
     {"subject", Key::kTitle},     {"date", Key::kDate},
     {"published", Key::kDate},    {"published_on", Key::kDate},
     {"pubdate", Key::kDate},      {"outlet", Key::kOutlet},
     {"source", Key::kOutlet},     {"publisher", Key::kOutlet},
     {"site", Key::kOutlet},       {"url", Key::kUri},
     {"link", Key::kUri},          {"uri", Key::kUri},
     {"author", Key::kAuthor},     {"authors", Key::kAuthor},
     {"by", Key::kAuthor},         {"from", Key::kAuthor},
     {"language", Key::kLanguage}, {"lang", Key::kLanguage}}};

// One line of the text, and where the next begins.
struct Line {
  std::string_view text;
  std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {trim(text.substr(at, end - at)), std::min(end + 1, text.size())};
}

struct Field {
  Key key = Key::kOther;
  std::string_view value;
};

// "Title: …". A word with a colon that is none of ours is kOther.
std::optional<Field> field_in(std::string_view line) {
  constexpr std::size_t kLongestKey = 24;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestKey)
    return std::nullopt;
  std::string name;
  for (const char c : line.substr(0, colon)) {
    const bool of_name =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
    if (!of_name) return std::nullopt;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::string_view value = trim(line.substr(colon + 1));
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  const auto known =
      std::ranges::find(kKeys, name, &std::pair<std::string_view, Key>::first);
  return Field{known == kKeys.end() ? Key::kOther : known->second, value};
}

std::optional<Moment> moment_in(std::string_view value, const PageWords& words) {
  if (auto moment = parse_moment(value)) return moment;
  if (auto moment = parse_mail_date(value)) return moment;
  if (const auto day = parse_written_date(value, words, {}))
    return Moment{*day, std::nullopt};
  return std::nullopt;
}

// "Ann Lee", "[Ann Lee, Bo Cole]", "Ann Lee <ann@x.example>"
void read_authors(std::string_view value, std::vector<std::string>& authors) {
  if (value.starts_with('[') && value.ends_with(']'))
    value = value.substr(1, value.size() - 2);
  for (std::string_view name : split_list(value, ',')) {
    name = trim(name.substr(0, name.find('<')));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
      name = name.substr(1, name.size() - 2);
    }
    if (!name.empty()) authors.emplace_back(name);
  }
}

void apply(const Field& field, const PageWords& words, Imprint& imprint) {
  if (field.value.empty()) return;
  switch (field.key) {
    case Key::kTitle:
      imprint.title = field.value;
      break;
    case Key::kDate:
      imprint.published = moment_in(field.value, words);
      break;
    case Key::kOutlet:
      imprint.outlet = field.value;
      break;
    case Key::kUri:
      imprint.uri = field.value;
      break;
    case Key::kAuthor:
      read_authors(field.value, imprint.authors);
      break;
    case Key::kLanguage:
      imprint.language = field.value;
      break;
    case Key::kOther:
      break;
  }
}

// " date 2023-03-01 The text goes on in the same line."
std::size_t read_date_word(std::string_view text, Imprint& imprint) {
  constexpr std::string_view kWord = "date ";
  constexpr std::size_t kDayBytes = 10;
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || !text.substr(start).starts_with(kWord)) return 0;
  const std::size_t at = start + kWord.size();
  const auto day = parse_date(text.substr(at, kDayBytes));
  const std::size_t end = at + kDayBytes;
  if (!day ||
      (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != '\r')) {
    return 0;
  }
  imprint.published = Moment{*day, std::nullopt};
  return end;
}

// Lines from `at` to the one that ends the header. In front matter any "key: value" line,
// list item or comment may stand; elsewhere every line must be a field of ours.
std::size_t read_fields(std::string_view text, std::size_t at, bool front_matter,
                        const PageWords& words, Imprint& imprint) {
  constexpr int kMostLines = 60;
  std::vector<Field> fields;
  for (int count = 0; count < kMostLines && at < text.size(); ++count) {
    const Line line = line_at(text, at);
    at = line.next;
    const bool ends = front_matter ? line.text == "---" : line.text.empty();
    if (ends) {
      if (fields.empty() && !front_matter) return 0;
      for (const Field& field : fields) apply(field, words, imprint);
      return at;
    }
    const auto field = field_in(line.text);
    if (field) fields.push_back(*field);
    if (!front_matter && (!field || field->key == Key::kOther)) return 0;
  }
  return 0;
}

}  // namespace

std::size_t read_header(std::string_view text, const PageWords& words, Imprint& imprint) {
  if (const std::size_t end = read_date_word(text, imprint)) return end;
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return 0;
  const Line first = line_at(text, start);
  const bool front_matter = first.text == "---";
  return read_fields(text, front_matter ? first.next : start, front_matter, words,
                     imprint);
}

}  // namespace hearsay::page
