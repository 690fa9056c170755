// What a page says of itself: title, outlet, authors, address, language, dates.
//
//     JSON-LD (an article's)  >  OpenGraph, meta names, microdata  >  <time>, link, title
//
// Each source is asked for each field in that order: JSON-LD is written for search
// engines and mostly right, markup is written for looks. Dates have their own order:
// page_date.h.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/page/html_tree.h"

namespace hearsay::page {

struct Metadata {
  std::string title;
  std::string outlet;
  std::string address;
  std::string language;
  std::vector<std::string> authors;
  std::vector<std::string> published;  // as written, the most trustworthy first
  std::vector<std::string> created;    // dates of the file rather than the news, likewise
  std::vector<std::string> modified;
  std::string picture;  // its address
  std::string body;     // articleBody of JSON-LD, for pages without text of their own
};

Metadata read_metadata(const HtmlTree& tree, const PageWords& words);

}  // namespace hearsay::page
