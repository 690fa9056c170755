// Names of members are compared in small letters, so that one table does for all
// versions.

#include "hearsay/source/ninjs.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "hearsay/base/tsv.h"
#include "hearsay/source/header_lines.h"

namespace hearsay::source {
namespace {

const Json* member(const Json& object, std::string_view name) {
  if (object.members() == nullptr) return nullptr;
  for (const auto& [key, value] : *object.members()) {
    if (small_letters(key) == name) return &value;
  }
  return nullptr;
}

// The first of these members that is a string with something in it.
std::string text_in(const Json& object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const Json* value = member(object, name);
    if (value != nullptr && value->string() != nullptr && !trim(*value->string()).empty())
      return *value->string();
  }
  return {};
}

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

// The "value" of the first element whose content type begins so.
std::string value_in(const Json& object, std::string_view list, std::string_view type) {
  const Json* values = member(object, list);
  if (values == nullptr || values->elements() == nullptr) return {};
  for (const Json& value : *values->elements()) {
    const std::string stated = text_in(value, {"contenttype"});
    const bool fits = type.empty() || stated.starts_with(type) ||
                      (stated.empty() && type == "text/plain");
    if (fits) {
      if (auto text = text_in(value, {"value"}); !text.empty()) return text;
    }
  }
  return {};
}

void take_body(const Json& json, Document& document) {
  document.bytes = text_in(json, {"body_html", "body_xhtml"});
  for (const std::string_view type : {"text/html", "application/xhtml+xml"}) {
    if (document.bytes.empty()) document.bytes = value_in(json, "bodies", type);
  }
  document.media = document.bytes.empty() ? MediaType::kPlain : MediaType::kHtml;
  if (document.bytes.empty()) document.bytes = text_in(json, {"body_text"});
  if (document.bytes.empty()) {
    document.bytes = value_in(json, "bodies", "text/plain");
  }
  if (document.bytes.empty() || document.bytes.starts_with("<?xml")) {
    document.bytes = value_in(json, "bodies", "");
    document.media =
        document.bytes.starts_with('<') ? MediaType::kHtml : MediaType::kPlain;
  }
}

// Who has published it: the first source of the list, or of the role "publisher".
std::string outlet_in(const Json& json) {
  for (const std::string_view list : {"infosource", "infosources"}) {
    const Json* sources = member(json, list);
    if (sources == nullptr || sources->elements() == nullptr) continue;
    for (const Json& source : *sources->elements()) {
      if (auto name = text_in(source, {"name"}); !name.empty()) return name;
    }
  }
  return text_in(json, {"provider", "copyrightholder"});
}

std::optional<Moment> published_in(const Json& json) {
  for (const std::string_view name :
       {"firstcreated", "versioncreated", "contentcreated"}) {
    if (const auto moment = parse_moment(text_in(json, {name}))) return moment;
  }
  return std::nullopt;
}

}  // namespace

bool is_ninjs(const Json& json) {
  const Json* standard = member(json, "standard");
  if (standard != nullptr && text_in(*standard, {"name"}) == "ninjs") return true;
  const auto has = [&](std::string_view name) { return member(json, name) != nullptr; };
  const bool body =
      has("body_text") || has("body_html") || has("body_xhtml") || has("bodies");
  return has("uri") && !has("text") &&
         (body || has("representationtype") ||
          (has("versioncreated") && (has("headline") || has("headlines"))));
}

Result<Document> parse_ninjs(const Json& json, std::string_view place) {
  const std::string status = small_letters(text_in(json, {"pubstatus"}));
  if (status.ends_with("canceled") || status.ends_with("cancelled") ||
      status.ends_with("withheld")) {
    return fail(ErrorCode::kMalformed,
                "is a news item marked " + status + "; it is left out");
  }
  Document document;
  take_body(json, document);
  if (document.bytes.empty()) {
    const std::string type = text_in(json, {"type"});
    return fail(ErrorCode::kMalformed, "is a news item without a text" +
                                           (type.empty() ? "" : " (" + type + ")") +
                                           "; leave it out");
  }
  document.charset = "utf-8";
  Imprint& imprint = document.imprint;
  imprint.uri = text_in(json, {"uri"});
  if (imprint.uri.empty()) imprint.uri = place;
  std::string title = text_in(json, {"headline"});
  if (title.empty()) title = value_in(json, "headlines", "");
  if (title.empty()) title = text_in(json, {"title"});
  imprint.title = unless_empty(std::move(title));
  imprint.outlet = unless_empty(outlet_in(json));
  imprint.language = unless_empty(text_in(json, {"language"}));
  imprint.published = published_in(json);
  std::string author = text_in(json, {"byline", "by"});
  if (!author.empty()) imprint.authors.push_back(std::move(author));
  return document;
}

}  // namespace hearsay::source
