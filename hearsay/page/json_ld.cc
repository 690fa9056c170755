#include "hearsay/page/json_ld.h"

#include <algorithm>
#include <array>
#include <utility>

#include "hearsay/base/json.h"
#include "hearsay/base/tsv.h"

namespace hearsay::page {
namespace {

std::string text_of(const Json* value) {
  if (value == nullptr) return {};
  if (value->string() != nullptr) return std::string(trim(*value->string()));
  if (value->elements() != nullptr && !value->elements()->empty()) {
    return text_of(&value->elements()->front());
  }
  for (const std::string_view name : {"name", "@value", "@id", "url"}) {
    if (const Json* inner = value->find(name);
        inner != nullptr && inner->string() != nullptr) {
      return std::string(trim(*inner->string()));
    }
  }
  return {};
}

bool has_type(const Json& object, bool (*matches)(std::string_view)) {
  const Json* type = object.find("@type");
  if (type == nullptr) return false;
  if (type->string() != nullptr) return matches(*type->string());
  if (type->elements() == nullptr) return false;
  return std::ranges::any_of(*type->elements(), [&](const Json& one) {
    return one.string() != nullptr && matches(*one.string());
  });
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
         type.ends_with("NewsReport") || type == "SocialMediaPosting";
}

bool is_page(std::string_view type) {
  return type.ends_with("WebPage") || type.ends_with("ItemPage") ||
         type == "CreativeWork";
}

std::string name_of(const Json& author) {
  if (author.string() != nullptr) return std::string(trim(*author.string()));
  const Json* name = author.find("name");
  return name == nullptr ? std::string() : text_of(name);
}

void read_authors(const Json* authors, std::vector<std::string>& names) {
  if (authors == nullptr) return;
  const auto add = [&](const Json& author) {
    std::string name = name_of(author);
    const bool address = name.find("://") != std::string::npos;
    if (!name.empty() && !address && std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  };
  if (authors->elements() == nullptr) {
    add(*authors);
    return;
  }
  for (const Json& author : *authors->elements()) add(author);
}

JsonLdArticle read_article(const Json& object) {
  JsonLdArticle article;
  article.title = text_of(object.find("headline"));
  if (article.title.empty()) article.title = text_of(object.find("name"));
  article.published = text_of(object.find("datePublished"));
  if (article.published.empty()) article.published = text_of(object.find("dateCreated"));
  article.modified = text_of(object.find("dateModified"));
  article.address = text_of(object.find("url"));
  if (article.address.empty()) {
    const Json* page = object.find("mainEntityOfPage");
    if (page != nullptr && page->members() != nullptr)
      article.address = text_of(page->find("@id"));
    if (page != nullptr && page->string() != nullptr) article.address = *page->string();
  }
  article.language = text_of(object.find("inLanguage"));
  article.body = text_of(object.find("articleBody"));
  if (const Json* publisher = object.find("publisher"))
    article.outlet = name_of(*publisher);
  read_authors(object.find("author"), article.authors);
  if (article.authors.empty()) read_authors(object.find("creator"), article.authors);
  return article;
}

void collect(const Json& value, int depth, std::vector<JsonLdArticle>& found) {
  constexpr int kDeepest = 6;
  if (depth > kDeepest) return;
  if (value.elements() != nullptr) {
    for (const Json& one : *value.elements()) collect(one, depth + 1, found);
    return;
  }
  if (value.members() == nullptr) return;
  if (has_type(value, is_article)) {
    found.push_back(read_article(value));
    found.back().is_article = true;
    return;  // what it holds further are other articles
  }
  if (has_type(value, is_page)) found.push_back(read_article(value));
  for (const std::string_view name :
       {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
    if (const Json* inner = value.find(name)) collect(*inner, depth + 1, found);
  }
}

// The string behind "name": in text that is no JSON.
std::string find_string(std::string_view text, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\"";
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(" \t\r\n:", at + key.size());
  if (at == std::string_view::npos || text[at] != '"') return {};
  const std::size_t end = text.find('"', at + 1);
  if (end == std::string_view::npos || end - at > 64) return {};
  return std::string(text.substr(at + 1, end - at - 1));
}

// The script without the comment or CDATA that some wrap it in.
std::string_view unwrap(std::string_view script) {
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    return {};
  const bool literal = script.substr(begin).starts_with("[CDATA[");
  if (literal) return unwrap(script.substr(begin + 7, script.rfind("]]") - begin - 7));
  return script.substr(begin, end - begin + 1);
}

}  // namespace

std::vector<JsonLdArticle> read_json_ld(std::string_view script) {
  std::vector<JsonLdArticle> found;
  const std::string_view text = unwrap(script);
  auto json = text.empty() ? fail(ErrorCode::kMalformed, "no JSON") : parse_json(text);
  if (!json && !text.empty()) {  // line ends inside strings are the usual mistake
    std::string mended(text);
    std::ranges::replace_if(
        mended, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    json = parse_json(mended);
  }
  if (json) {
    collect(*json, 0, found);
    std::ranges::stable_partition(found, [](const auto& one) { return one.is_article; });
    return found;
  }
  JsonLdArticle dates;
  dates.published = find_string(script, "datePublished");
  dates.modified = find_string(script, "dateModified");
  if (!dates.published.empty()) found.push_back(std::move(dates));
  return found;
}

}  // namespace hearsay::page
