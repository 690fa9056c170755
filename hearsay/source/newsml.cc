// libxml2 parses, without fetching anything and without expanding entities of the file's
// own, so an item can neither read files nor grow.

#include "hearsay/source/newsml.h"

#include <array>
#include <climits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "hearsay/base/tsv.h"
#include "hearsay/source/header_lines.h"

namespace hearsay::source {
namespace {

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

constexpr int kDeepest = 200;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

// NOLINTNEXTLINE(misc-no-recursion): at most kDeepest levels
void append_text(const xmlNode* node, std::string& out, int depth = 0) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_text(child)) out += view(child->content);
    if (child->type == XML_ELEMENT_NODE && depth < kDeepest) {
      append_text(child, out, depth + 1);
    }
  }
}

std::string text_of(const xmlNode* node) {
  std::string out;
  if (node != nullptr) append_text(node, out);
  return std::string(trim(out));
}

std::string attribute(const xmlNode* node, std::string_view name) {
  if (node == nullptr) return {};
  for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
    if (view(one->name) == name && one->children != nullptr) {
      return std::string(trim(view(one->children->content)));
    }
  }
  return {};
}

// The first element of this name below `node`.
// NOLINTNEXTLINE(misc-no-recursion): at most kDeepest levels
const xmlNode* find(const xmlNode* node, std::string_view name, int depth = 0) {
  if (node == nullptr) return nullptr;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (view(child->name) == name) return child;
    const xmlNode* found = depth < kDeepest ? find(child, name, depth + 1) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

// What an element of XHTML or NITF is called in HTML; "" for one that only groups.
std::string_view html_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kNames = {
      {{"p", "p"},
       {"h1", "h1"},
       {"h2", "h2"},
       {"h3", "h3"},
       {"h4", "h4"},
       {"hl1", "h1"},
       {"hl2", "h2"},
       {"ul", "ul"},
       {"ol", "ol"},
       {"li", "li"},
       {"table", "table"},
       {"tr", "tr"},
       {"td", "td"},
       {"th", "th"},
       {"blockquote", "blockquote"},
       {"bq", "blockquote"},
       {"figure", "figure"},
       {"figcaption", "figcaption"},
       {"media", "figure"},
       {"media-caption", "figcaption"},
       {"br", "br"},
       {"b", "b"},
       {"i", "i"},
       {"em", "em"}}};
  for (const auto& [from, to] : kNames) {
    if (from == name) return to;
  }
  return {};
}

// Parts that are not the story: heads, scripts, by-lines that contentMeta has as well.
bool is_beside(std::string_view name) {
  return name == "head" || name == "script" || name == "style" || name == "byline" ||
         name == "dateline" || name == "media-producer" || name == "media-metadata" ||
         name == "body.end";
}

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

// NOLINTNEXTLINE(misc-no-recursion): at most kDeepest levels
void append_html(const xmlNode* node, std::string& out, int depth = 0) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_text(child)) append_escaped(view(child->content), out);
    if (child->type != XML_ELEMENT_NODE || depth >= kDeepest) continue;
    if (is_beside(view(child->name))) continue;
    const std::string name(html_name(view(child->name)));
    if (!name.empty()) out.append("<").append(name).append(">");
    append_html(child, out, depth + 1);
    if (!name.empty() && name != "br") out.append("</").append(name).append(">");
  }
}

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

// The name of a party: its <name>, its literal, or its text.
std::string party(const xmlNode* node) {
  std::string name = text_of(find(node, "name"));
  if (name.empty()) name = attribute(node, "literal");
  if (name.empty() && node != nullptr && attribute(node, "qcode").empty()) {
    name = text_of(node);
  }
  return name;
}

bool is_withdrawn(const xmlNode* meta) {
  const xmlNode* status = find(meta, "pubStatus");
  std::string code = attribute(status, "qcode");
  if (code.empty()) code = attribute(status, "uri");
  return code.ends_with("canceled") || code.ends_with("withheld");
}

bool take_content(const xmlNode* item, Document& document) {
  const xmlNode* contents = find(item, "contentSet");
  if (const xmlNode* markup = find(contents, "inlineXML")) {
    const xmlNode* body = find(markup, "body.content");
    append_html(body != nullptr ? body : markup, document.bytes);
    document.media = MediaType::kHtml;
  } else if (const xmlNode* text = find(contents, "inlineData")) {
    document.bytes = text_of(text);
    const std::string type = media_type(attribute(text, "contenttype"));
    document.media = type == "text/html" ? MediaType::kHtml : MediaType::kPlain;
  }
  document.charset = "utf-8";
  return !trim(document.bytes).empty();
}

void read_meta(const xmlNode* item, Imprint& imprint) {
  const xmlNode* meta = find(item, "itemMeta");
  const xmlNode* content = find(item, "contentMeta");
  imprint.outlet = unless_empty(party(find(meta, "provider")));
  imprint.title = unless_empty(text_of(find(content, "headline")));
  if (!imprint.title) imprint.title = unless_empty(text_of(find(meta, "title")));
  imprint.language = unless_empty(attribute(find(content, "language"), "tag"));
  std::string author = text_of(find(content, "by"));
  if (author.empty()) author = party(find(content, "creator"));
  if (!author.empty()) imprint.authors.push_back(std::move(author));
  for (const xmlNode* date : {find(meta, "firstCreated"), find(meta, "versionCreated"),
                              find(content, "contentCreated")}) {
    if (!imprint.published) imprint.published = parse_moment(text_of(date));
  }
}

struct Items {
  std::vector<Document> documents;
  std::size_t seen = 0;
};

void read_item(const xmlNode* item, std::string_view place, Items& items) {
  ++items.seen;
  Document document;
  if (is_withdrawn(find(item, "itemMeta")) || !take_content(item, document)) return;
  document.imprint.uri = attribute(item, "guid");
  if (document.imprint.uri.empty()) {
    document.imprint.uri = std::string(place) + "#" + std::to_string(items.seen);
  }
  read_meta(item, document.imprint);
  items.documents.push_back(std::move(document));
}

// NOLINTNEXTLINE(misc-no-recursion): at most kDeepest levels
void read_items(const xmlNode* node, std::string_view place, Items& items,
                int depth = 0) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (view(node->name) == "newsItem") {
      read_item(node, place, items);
    } else if (depth < kDeepest) {
      read_items(node->children, place, items, depth + 1);
    }
  }
}

}  // namespace

Result<std::vector<Document>> parse_newsml(std::string_view bytes,
                                           std::string_view place) {
  if (bytes.size() > INT_MAX / 2) {
    return fail(ErrorCode::kTooLarge, "has more than 1 GiB, the limit for one XML file");
  }
  constexpr int kOptions =
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  const Tree tree(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "newsml",
                                nullptr, kOptions),
                  xmlFreeDoc);
  Items items;
  if (tree) read_items(xmlDocGetRootElement(tree.get()), place, items);
  if (!items.documents.empty()) return std::move(items.documents);
  return fail(ErrorCode::kMalformed,
              items.seen == 0 ? "has no news item in it; is it NewsML-G2?"
                              : "has no news item with a text in it; leave it out");
}

}  // namespace hearsay::source
