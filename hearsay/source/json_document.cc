// Fields are read strictly: a published_on that is no date is an error of its line and
// not a guess, because a wrong date is worse than none.

#include "hearsay/source/json_document.h"

#include <array>
#include <optional>
#include <utility>

#include "hearsay/source/feed.h"

namespace hearsay::source {
namespace {

Error wrong_type(std::string_view name) {
  return {ErrorCode::kMalformed,
          "\"" + std::string(name) + "\" must be a string or null; correct it"};
}

// Nothing for a field that is missing, null or "".
Result<std::optional<std::string>> field(const Json& object, std::string_view name) {
  const Json* value = object.find(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (value->string() == nullptr) return std::unexpected(wrong_type(name));
  if (value->string()->empty()) return std::nullopt;
  return *value->string();
}

Result<void> read_published(const std::string& text, Imprint& imprint) {
  imprint.published = parse_moment(text);
  if (imprint.published) return {};
  return fail(ErrorCode::kMalformed, "\"published_on\" is \"" + text.substr(0, 40) +
                                         "\"; write it as 2023-03-01 or leave it out");
}

void read_authors(const Json& object, Imprint& imprint) {
  const Json* authors = object.find("authors");
  if (authors == nullptr || authors->elements() == nullptr) return;
  for (const Json& author : *authors->elements()) {
    if (author.string() != nullptr) imprint.authors.push_back(*author.string());
  }
}

}  // namespace

Result<Document> parse_document(const Json& object, std::string_view place) {
  if (object.members() == nullptr) {
    return fail(ErrorCode::kMalformed, "is not a JSON object; write {\"text\": …}");
  }
  constexpr std::array<std::string_view, 6> kFields = {
      "uri", "title", "outlet", "published_on", "language", "text"};
  std::array<std::optional<std::string>, kFields.size()> values;
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    auto value = field(object, kFields[i]);
    if (!value) return std::unexpected(value.error());
    values[i] = std::move(*value);
  }
  auto& [uri, title, outlet, published, language, text] = values;
  if (!text) {
    return fail(ErrorCode::kMalformed,
                "has no \"text\"; give each object the article's text");
  }
  Document document;
  document.bytes = std::move(*text);
  document.charset = "utf-8";
  document.imprint.uri = uri ? std::move(*uri) : std::string(place);
  document.imprint.title = std::move(title);
  document.imprint.outlet = std::move(outlet);
  document.imprint.language = std::move(language);
  read_authors(object, document.imprint);
  if (published) {
    if (auto read = read_published(*published, document.imprint); !read) {
      return std::unexpected(read.error());
    }
  }
  return document;
}

Result<std::vector<Document>> parse_json_documents(std::string_view text,
                                                   std::string_view place) {
  const Result<Json> json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  if (json->find("items") != nullptr) return documents_of(read_json_feed(*json), place);
  std::vector<Document> documents;
  if (json->elements() == nullptr) {
    auto document = parse_document(*json, place);
    if (!document) return std::unexpected(document.error());
    documents.push_back(std::move(*document));
    return documents;
  }
  for (const Json& object : *json->elements()) {
    const std::string item = "item " + std::to_string(documents.size() + 1);
    auto document = parse_document(object, std::string(place) + "#" + item);
    if (!document)
      return fail(document.error().code, item + " " + document.error().message);
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace hearsay::source
