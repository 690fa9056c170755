// The XML feeds, read from libxml2's tree by local names:
//
//     <rss><channel>          title link language   <item> title link guid description …
//     <rdf:RDF><channel>…</>                        <item> …
//     <feed>                  title link            <entry> title link id summary content
//     …
//
// Nothing is fetched and no entity of the document's own is expanded, so a feed cannot
// read files or grow; the HTML entities that feeds use without declaring them are known.

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>

#include "hearsay/base/mail_date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/source/feed.h"

namespace hearsay::source {
namespace {

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
using Buffer = std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

const xmlChar* chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

bool is_element(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE;
}

// Media and podcast modules have titles and descriptions of pictures and sounds.
bool is_of_media(const xmlNode* node) {
  if (node->ns == nullptr) return false;
  const std::string_view space = view(node->ns->href);
  return space.find("mrss") != std::string_view::npos ||
         space.find("itunes") != std::string_view::npos;
}

void append_entity(const xmlNode* node, std::string& out) {
  if (const htmlEntityDesc* entity = htmlEntityLookup(node->name)) {
    append_utf8(out, entity->value);
  }
}

// The text below a list of nodes. Markup that was not escaped counts as its text.
void append_text(const xmlNode* first, std::string& out, int depth = 0) {
  constexpr int kDeepest = 64;
  for (const xmlNode* node = first; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out += view(node->content);
    } else if (node->type == XML_ENTITY_REF_NODE) {
      append_entity(node, out);
    } else if (is_element(node) && depth < kDeepest) {
      append_text(node->children, out, depth + 1);
    }
  }
}

std::string text_in(const xmlNode* node) {
  std::string out;
  append_text(node->children, out);
  return std::string(trim(out));
}

std::string attribute(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
    if (view(one->name) != name) continue;
    std::string out;
    append_text(one->children, out);
    return std::string(trim(out));
  }
  return {};
}

// The children as markup, for content that was not escaped.
std::string markup_in(const xmlNode* node) {
  const Buffer buffer(xmlBufferCreate(), xmlBufferFree);
  for (xmlNode* child = node->children; child != nullptr; child = child->next) {
    xmlNodeDump(buffer.get(), node->doc, child, 0, 0);
  }
  return std::string(trim(view(xmlBufferContent(buffer.get()))));
}

bool has_elements(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_element(child)) return true;
  }
  return false;
}

std::string html_in(const xmlNode* node) {
  if (has_elements(node)) return markup_in(node);
  std::string text = text_in(node);
  const std::string type = attribute(node, "type");
  if (type != "text" && type != "text/plain") return text;
  std::string escaped;
  for (const char c : text) {
    escaped += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string_view(&c, 1);
  }
  return escaped;
}

// The character of the reference "&name;" without its signs; 0 when it is none.
std::uint32_t character_named(const std::string& name) {
  if (name.starts_with("#")) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto value = static_cast<std::uint32_t>(std::strtoul(
        name.c_str() + (hexadecimal ? 2 : 1), nullptr, hexadecimal ? 16 : 10));
    return value <= 0x10FFFF ? value : 0;
  }
  const htmlEntityDesc* entity = htmlEntityLookup(chars(name));
  return entity == nullptr ? 0 : entity->value;
}

// Where the tag that begins at html[at] ends; 0 when none does.
std::size_t tag_end(std::string_view html, std::size_t at) {
  if (html[at] != '<' || at + 1 >= html.size()) return 0;
  const char next = html[at + 1];
  if (next != '/' && std::isalpha(static_cast<unsigned char>(next)) == 0) return 0;
  const std::size_t end = html.find('>', at);
  return end == std::string_view::npos ? 0 : end + 1;
}

// "AT&amp;T" and "<b>Done</b>" in a title that is HTML: the text of it.
std::string plain(std::string_view html) {
  constexpr std::size_t kLongestReference = 12;
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (const std::size_t end = tag_end(html, at)) {
      at = end;
      continue;
    }
    const std::size_t stop = html[at] == '&'
                                 ? html.substr(at, kLongestReference).find(';')
                                 : std::string_view::npos;
    const std::uint32_t character =
        stop == std::string_view::npos
            ? 0
            : character_named(std::string(html.substr(at + 1, stop - 1)));
    if (character == 0) {
      out += html[at++];
    } else {
      append_utf8(out, character);
      at += stop + 1;
    }
  }
  return std::string(trim(out));
}

std::string title_in(const xmlNode* node) {
  const std::string text = text_in(node);
  const std::string type = attribute(node, "type");
  return type == "text" || type == "text/plain" || has_elements(node) ? text
                                                                      : plain(text);
}

std::optional<Moment> moment_in(const xmlNode* node) {
  const std::string text = text_in(node);
  if (auto moment = parse_moment(text)) return moment;
  return parse_mail_date(text);
}

std::string resolve(const xmlNode* node, const std::string& link,
                    const std::string& home) {
  if (link.empty() || link.find("://") != std::string::npos) return link;
  xmlChar* stated = xmlNodeGetBase(node->doc, const_cast<xmlNode*>(node));
  std::string base(view(stated));
  xmlFree(stated);
  if (base.find("://") == std::string::npos) base = home;
  if (base.empty()) return link;
  xmlChar* joined = xmlBuildURI(chars(link), chars(base));
  std::string out = joined == nullptr ? link : std::string(view(joined));
  xmlFree(joined);
  return out;
}

// RSS has the link as text, Atom in href; of several, the alternate one is the page.
void read_link(const xmlNode* node, const std::string& home, std::string& link) {
  const std::string reference = attribute(node, "href");
  if (reference.empty()) {
    const std::string text = text_in(node);
    if (!text.empty()) link = resolve(node, text, home);
    return;
  }
  const std::string relation = attribute(node, "rel");
  const bool alternate = relation.empty() || relation == "alternate";
  if (alternate && link.empty()) link = resolve(node, reference, home);
}

void read_author(const xmlNode* node, std::vector<std::string>& authors) {
  std::string name;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_element(child) && view(child->name) == "name") name = text_in(child);
  }
  if (name.empty() && !has_elements(node)) name = text_in(node);
  if (const std::size_t open = name.find(" (");
      open != std::string::npos && name.find('@') < open && name.ends_with(')')) {
    name = name.substr(open + 2, name.size() - open - 3);  // mail@host (Name)
  }
  if (!name.empty() && std::ranges::find(authors, name) == authors.end()) {
    authors.push_back(name);
  }
}

// Members that say one thing under several names; true when `name` was one of them.
bool read_date(const xmlNode* node, std::string_view name, FeedItem& item) {
  if (name == "pubDate" || name == "published" || name == "issued" || name == "date" ||
      name == "created") {
    if (!item.published) item.published = moment_in(node);
    return true;
  }
  if (name == "updated" || name == "modified") {
    if (!item.updated) item.updated = moment_in(node);
    return true;
  }
  return false;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

void read_id(const xmlNode* node, std::string_view name, FeedItem& item) {
  if (item.id.empty()) item.id = text_in(node);
  const bool permanent = name == "guid" && attribute(node, "isPermaLink") != "false";
  if (permanent && item.link.empty() && item.id.find("://") != std::string::npos) {
    item.link = item.id;
  }
}

void read_member(const xmlNode* node, const std::string& home, FeedItem& item) {
  const std::string_view name = view(node->name);
  if (read_date(node, name, item) || is_of_media(node)) return;
  if (name == "title" && item.title.empty()) {
    item.title = title_in(node);
  } else if (name == "link") {
    read_link(node, home, item.link);
  } else if (is_one_of(name, {"guid", "id", "identifier"})) {
    read_id(node, name, item);
  } else if (is_one_of(name, {"description", "summary", "abstract"})) {
    if (item.summary.empty()) item.summary = html_in(node);
  } else if (is_one_of(name, {"encoded", "content", "fullitem", "body"})) {
    if (item.content.empty()) item.content = html_in(node);
  } else if (is_one_of(name, {"author", "creator"})) {
    read_author(node, item.authors);
  } else if (name == "language") {
    item.language = text_in(node);
  }
}

bool is_item(const xmlNode* node) {
  const std::string_view name = view(node->name);
  return name == "item" || name == "entry";
}

FeedItem read_item(const xmlNode* node, const Feed& feed,
                   const std::vector<std::string>& authors) {
  FeedItem item;
  item.language = attribute(node, "lang");
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_element(child)) read_member(child, feed.link, item);
  }
  if (item.authors.empty()) item.authors = authors;
  return item;
}

// What the feed says of itself, before its items: they lean on its link and author.
void read_heading(const xmlNode* channel, Feed& feed, std::vector<std::string>& authors) {
  if (const std::string language = attribute(channel, "lang"); !language.empty()) {
    feed.language = language;
  }
  for (const xmlNode* child = channel->children; child != nullptr; child = child->next) {
    if (!is_element(child) || is_of_media(child)) continue;
    const std::string_view name = view(child->name);
    if (name == "title" && feed.title.empty()) feed.title = title_in(child);
    if (name == "link") read_link(child, feed.link, feed.link);
    if (name == "language" && feed.language.empty()) feed.language = text_in(child);
    if (name == "author") read_author(child, authors);
  }
}

// Items lie in the channel, behind it (RDF), or, in a broken feed, anywhere.
void read_items(const xmlNode* parent, Feed& feed,
                const std::vector<std::string>& authors, int depth = 0) {
  constexpr int kDeepest = 8;
  for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
    if (!is_element(child)) continue;
    if (is_item(child)) {
      feed.items.push_back(read_item(child, feed, authors));
    } else if (depth < kDeepest) {
      read_items(child, feed, authors, depth + 1);
    }
  }
}

const xmlNode* child_named(const xmlNode* node, std::string_view name) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (is_element(child) && view(child->name) == name) return child;
  }
  return nullptr;
}

bool is_feed_root(std::string_view name) {
  return name == "rss" || name == "RDF" || name == "feed" || name == "channel" ||
         name == "entry";
}

// The end of the reference at text[0] == '&', past its ';'; 0 when it is only an
// ampersand.
std::size_t reference_end(std::string_view text) {
  std::size_t end = 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && end < 32 &&
         std::isalnum(static_cast<unsigned char>(text[end]))) {
    ++end;
  }
  return end > 1 && end < text.size() && text[end] == ';' ? end + 1 : 0;
}

void append_reference(std::string_view reference, std::string& out) {
  constexpr std::array<std::string_view, 5> kOfXml = {"amp", "lt", "gt", "quot", "apos"};
  const std::string name(reference.substr(1, reference.size() - 2));
  if (name.starts_with('#') || std::ranges::find(kOfXml, name) != kOfXml.end()) {
    out += reference;
  } else if (const htmlEntityDesc* entity = htmlEntityLookup(chars(name))) {
    out += "&#" + std::to_string(entity->value) + ";";
  } else {
    out.append("&amp;").append(reference.substr(1));
  }
}

// Bare ampersands and HTML's entities are no XML, and common: "Q&A", "Caf&eacute;". They
// are rewritten so that the parser does not drop them.
std::string with_xml_references(std::string_view bytes) {
  constexpr std::string_view kLiteral = "<![CDATA[";
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 32);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t next = std::min(bytes.find_first_of("&<", at), bytes.size());
    out += bytes.substr(at, next - at);
    at = next;
    std::size_t end = at + 1;
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with(kLiteral)) {
      const std::size_t stop = bytes.find("]]>", at);
      end = stop == std::string_view::npos ? bytes.size() : stop;
    } else if (rest.starts_with('&')) {
      const std::size_t length = reference_end(rest);
      if (length == 0) {
        out += "&amp;";
      } else {
        append_reference(rest.substr(0, length), out);
        end = at + length;
      }
      at = end;
      continue;
    }
    out += bytes.substr(at, end - at);
    at = std::min(end, bytes.size());
  }
  return out;
}

// Feeds with a NUL are in UTF-16 or 32; those with entities of their own stay as they
// are.
bool may_be_rewritten(std::string_view bytes) {
  return bytes.substr(0, 200).find('\0') == std::string_view::npos &&
         bytes.find("<!ENTITY") == std::string_view::npos &&
         bytes.find('&') != std::string_view::npos;
}

// Faults of the encoding go past the parser's options to this function, by thread: the
// library never prints.
void say_nothing(void* /*context*/, xmlErrorPtr /*error*/) {}

Tree parse_tree(std::string_view bytes) {
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  xmlSetStructuredErrorFunc(nullptr, say_nothing);
  return {xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                        kOptions),
          xmlFreeDoc};
}

}  // namespace

Result<Feed> parse_feed(std::string_view bytes) {
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos) bytes.remove_prefix(start);
  const Tree tree = may_be_rewritten(bytes) ? parse_tree(with_xml_references(bytes))
                                            : parse_tree(bytes);
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (root == nullptr || !is_feed_root(view(root->name))) {
    return fail(ErrorCode::kMalformed,
                "is no feed: neither RSS nor Atom; give a page the ending .html");
  }
  const xmlNode* channel = child_named(root, "channel");
  Feed feed;
  feed.language = attribute(root, "lang");
  std::vector<std::string> authors;
  read_heading(channel != nullptr ? channel : root, feed, authors);
  if (is_item(root)) {
    feed.items.push_back(read_item(root, feed, authors));
  } else {
    read_items(root, feed, authors);
  }
  return feed;
}

}  // namespace hearsay::source
