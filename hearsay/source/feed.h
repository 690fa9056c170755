// Feeds: RSS 0.9x/1.0/2.0, Atom and JSON Feed, as one shape.
//
//     feed   title  link  language
//      └ item  id  title  link  summary  content  authors  published  updated
//
// Markup is told by local names, so RSS items in any namespace, with the content, Dublin
// Core and media modules, read alike. Ill-formed XML gives what can be saved of it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/base/error.h"
#include "hearsay/base/json.h"
#include "hearsay/model/article.h"

namespace hearsay::source {

struct FeedItem {
  std::string id;
  std::string title;    // text
  std::string link;     // absolute when the feed says what it is relative to
  std::string summary;  // HTML
  std::string content;  // HTML
  std::vector<std::string> authors;
  std::optional<Moment> published;
  std::optional<Moment> updated;
  std::string language;
};

struct Feed {
  std::string title;  // text
  std::string link;
  std::string language;
  std::vector<FeedItem> items;
};

// kMalformed when there is no feed in it. REQUIRES: at most 1 GiB.
Result<Feed> parse_feed(std::string_view bytes);

// REQUIRES: the object has "items".
Feed read_json_feed(const Json& json);

// A document an item: its bytes are the content, else the summary, else the title.
std::vector<Document> documents_of(Feed feed, std::string_view place);

}  // namespace hearsay::source
