// Fields are read strictly: a published_on that is no date is an error of its line and
// not a guess, because a wrong date is worse than none.

#include "hearsay/source/json_document.h"

#include <array>
#include <optional>
#include <utility>

#include "hearsay/base/mail_date.h"
#include "hearsay/base/utf8.h"
#include "hearsay/source/feed.h"
#include "hearsay/source/ninjs.h"

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

Result<Moment> published_in(const std::string& text, std::string_view name) {
  if (const auto moment = parse_moment(text)) return *moment;
  if (const auto moment = parse_mail_date(text)) return *moment;
  return fail(ErrorCode::kMalformed, "\"" + std::string(name) + "\" is \"" +
                                         text.substr(0, floor_boundary(text, 40)) +
                                         "\"; write it as 2023-03-01 or leave it out");
}

void read_authors(const Json& object, std::string_view name, Imprint& imprint) {
  const Json* authors = object.find(name);
  if (authors == nullptr || authors->elements() == nullptr) return;
  for (const Json& author : *authors->elements()) {
    if (author.string() != nullptr) imprint.authors.push_back(*author.string());
  }
}

std::optional<std::string>& at(DocumentFields& fields, Field field) {
  return fields[static_cast<std::size_t>(field)];
}

}  // namespace

Result<Document> document_with(DocumentFields fields, std::string_view place) {
  Document document;
  document.bytes = at(fields, Field::kText).value_or("");
  document.charset = "utf-8";
  Imprint& imprint = document.imprint;
  imprint.uri = at(fields, Field::kUri).value_or(std::string(place));
  imprint.title = std::move(at(fields, Field::kTitle));
  imprint.outlet = std::move(at(fields, Field::kOutlet));
  imprint.language = std::move(at(fields, Field::kLanguage));
  if (auto& author = at(fields, Field::kAuthors)) imprint.authors.push_back(*author);
  if (const auto& published = at(fields, Field::kPublished)) {
    const auto moment = published_in(*published, "published_on");
    if (!moment) return std::unexpected(moment.error());
    imprint.published = *moment;
  }
  return document;
}

Result<Document> parse_document(const Json& object, std::string_view place,
                                const FieldMap& fields) {
  if (object.members() == nullptr) {
    return fail(ErrorCode::kMalformed, "is not a JSON object; write {\"text\": …}");
  }
  if (fields.given(Field::kText).empty() && is_ninjs(object)) {
    return parse_ninjs(object, place);
  }
  DocumentFields values;
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto which = static_cast<Field>(i);
    if (which == Field::kAuthors) continue;
    auto value = field(object, fields.name(which));
    if (!value) return std::unexpected(value.error());
    values[i] = std::move(*value);
  }
  if (!at(values, Field::kText)) {
    return fail(ErrorCode::kMalformed, "has no \"" +
                                           std::string(fields.name(Field::kText)) +
                                           "\"; give each object the article's text");
  }
  auto document = document_with(std::move(values), place);
  if (document) read_authors(object, fields.name(Field::kAuthors), document->imprint);
  return document;
}

Result<std::vector<Document>> parse_json_documents(std::string_view text,
                                                   std::string_view place,
                                                   const FieldMap& fields) {
  const Result<Json> json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  if (json->find("items") != nullptr && fields.given(Field::kText).empty())
    return documents_of(read_json_feed(*json), place);
  std::vector<Document> documents;
  if (json->elements() == nullptr) {
    auto document = parse_document(*json, place, fields);
    if (!document) return std::unexpected(document.error());
    documents.push_back(std::move(*document));
    return documents;
  }
  for (const Json& object : *json->elements()) {
    const std::string item = "item " + std::to_string(documents.size() + 1);
    auto document = parse_document(object, std::string(place) + "#" + item, fields);
    if (!document)
      return fail(document.error().code, item + " " + document.error().message);
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace hearsay::source
