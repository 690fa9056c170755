#include "hearsay/source/field_map.h"

#include <algorithm>
#include <optional>

#include "hearsay/base/tsv.h"

namespace hearsay::source {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 4> kUriNames = {"uri", "url", "link", "permalink"};
constexpr std::array<std::string_view, 2> kTitleNames = {"title", "headline"};
constexpr std::array<std::string_view, 5> kOutletNames = {"outlet", "source", "publisher",
                                                          "site", "publication"};
constexpr std::array<std::string_view, 9> kPublishedNames = {
    "published_on", "published",    "date",     "published_at", "publish_date",
    "pubdate",      "date_publish", "datetime", "created_at"};
constexpr std::array<std::string_view, 2> kLanguageNames = {"language", "lang"};
constexpr std::array<std::string_view, 6> kTextNames = {
    "text", "body", "content", "article", "maintext", "full_text"};
constexpr std::array<std::string_view, 3> kAuthorNames = {"authors", "author", "byline"};

constexpr std::array<Names, kFields> kNames = {
    kUriNames,      kTitleNames, kOutletNames, kPublishedNames,
    kLanguageNames, kTextNames,  kAuthorNames};

std::optional<Field> field_called(std::string_view name) {
  for (std::size_t i = 0; i < kFields; ++i) {
    if (std::ranges::find(kNames[i], name) != kNames[i].end()) {
      return static_cast<Field>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

std::span<const std::string_view> usual_names(Field field) {
  return kNames[static_cast<std::size_t>(field)];
}

std::string_view FieldMap::name(Field field) const {
  const std::string_view own = given(field);
  return own.empty() ? usual_names(field).front() : own;
}

Result<FieldMap> FieldMap::parse(std::string_view text) {
  FieldMap map;
  for (const std::string_view pair : split_list(text, ',')) {
    const std::size_t equals = pair.find('=');
    const std::string_view column = equals == std::string_view::npos
                                        ? std::string_view()
                                        : trim(pair.substr(equals + 1));
    const auto field = field_called(trim(pair.substr(0, equals)));
    if (column.empty() || !field) {
      return fail(ErrorCode::kMalformed,
                  "'" + std::string(pair) +
                      "' maps nothing; write text=COLUMN, and so for title, uri, outlet, "
                      "date, language, authors");
    }
    map.given_[static_cast<std::size_t>(*field)] = column;
  }
  return map;
}

}  // namespace hearsay::source
