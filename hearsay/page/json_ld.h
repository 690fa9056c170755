// Articles described for search engines: schema.org in <script
// type="application/ld+json">.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::page {

struct JsonLdArticle {
  bool is_article = false;  // NewsArticle, BlogPosting …; else a WebPage that has dates
  std::string title;
  std::string outlet;
  std::string address;
  std::string language;
  std::string published;
  std::string modified;
  std::string body;
  std::vector<std::string> authors;
};

// What one script holds of articles, outermost first, pages behind articles. Broken JSON
// is searched for its dates only.
std::vector<JsonLdArticle> read_json_ld(std::string_view script);

}  // namespace hearsay::page
