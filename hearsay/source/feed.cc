// JSON Feed, and what becomes of a feed's items. The XML feeds are read in feed_xml.cc.

#include "hearsay/source/feed.h"

#include <utility>

namespace hearsay::source {
namespace {

std::string text_of(const Json& object, std::string_view name) {
  const Json* value = object.find(name);
  return value != nullptr && value->string() != nullptr ? *value->string()
                                                        : std::string();
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void read_authors(const Json& object, std::vector<std::string>& authors) {
  if (const Json* list = object.find("authors"); list && list->elements() != nullptr) {
    for (const Json& author : *list->elements()) {
      if (auto name = text_of(author, "name"); !name.empty())
        authors.push_back(std::move(name));
    }
  }
  const Json* author = object.find("author");  // version 1.0 had one
  if (!authors.empty() || author == nullptr) return;
  if (auto name = text_of(*author, "name"); !name.empty())
    authors.push_back(std::move(name));
}

FeedItem read_json_item(const Json& json) {
  FeedItem item;
  item.id = text_of(json, "id");
  if (const Json* id = json.find("id"); id != nullptr && id->integer() != nullptr) {
    item.id = std::to_string(*id->integer());
  }
  item.title = text_of(json, "title");
  item.link = text_of(json, "url");
  if (item.link.empty()) item.link = text_of(json, "external_url");
  item.summary = escape_html(text_of(json, "summary"));
  item.content = text_of(json, "content_html");
  if (item.content.empty()) item.content = escape_html(text_of(json, "content_text"));
  read_authors(json, item.authors);
  item.published = parse_moment(text_of(json, "date_published"));
  item.updated = parse_moment(text_of(json, "date_modified"));
  item.language = text_of(json, "language");
  return item;
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

Document document_of(FeedItem item, const Feed& feed, std::string place) {
  Document document;
  document.media = MediaType::kHtml;
  document.charset = "utf-8";
  if (!item.content.empty()) {
    document.bytes = std::move(item.content);
  } else if (!item.summary.empty()) {
    document.bytes = std::move(item.summary);
  } else {
    document.bytes = "<p>" + escape_html(item.title) + "</p>";
  }
  Imprint& imprint = document.imprint;
  if (!item.link.empty()) {
    imprint.uri = std::move(item.link);
  } else {
    imprint.uri = is_url(item.id) ? std::move(item.id) : std::move(place);
  }
  imprint.title = unless_empty(std::move(item.title));
  imprint.outlet = unless_empty(feed.title);
  imprint.authors = std::move(item.authors);
  imprint.published = item.published ? item.published : item.updated;
  imprint.language = unless_empty(item.language.empty() ? feed.language : item.language);
  return document;
}

}  // namespace

Feed read_json_feed(const Json& json) {
  Feed feed;
  feed.title = text_of(json, "title");
  feed.link = text_of(json, "home_page_url");
  feed.language = text_of(json, "language");
  std::vector<std::string> authors;
  read_authors(json, authors);
  const Json* items = json.find("items");
  if (items == nullptr || items->elements() == nullptr) return feed;
  for (const Json& item : *items->elements()) {
    feed.items.push_back(read_json_item(item));
    if (feed.items.back().authors.empty()) feed.items.back().authors = authors;
  }
  return feed;
}

std::vector<Document> documents_of(Feed feed, std::string_view place) {
  std::vector<Document> documents;
  documents.reserve(feed.items.size());
  for (FeedItem& item : feed.items) {
    documents.push_back(
        document_of(std::move(item), feed,
                    std::string(place) + "#" + std::to_string(documents.size() + 1)));
  }
  return documents;
}

}  // namespace hearsay::source
