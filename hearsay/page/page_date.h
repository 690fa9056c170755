// When was the page published? Of many dates on it, the one to believe.
//
//     metadata (JSON-LD, OpenGraph, meta, microdata)
//     <time datetime> of the article, the first
//     the address: /2020/11/10/
//     a date in an element named so, or in a short block, the nearest to the title
//     the title, the address of the picture, the time of the last change
//
// A local midnight is a day without a clock time: nobody publishes at 00:00:00.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hearsay/base/date.h"
#include "hearsay/knowledge/page_words.h"
#include "hearsay/page/html_meta.h"
#include "hearsay/page/html_survey.h"
#include "hearsay/page/html_tree.h"

namespace hearsay::page {

// A date as pages state it in metadata: RFC 3339 and its misprints, mail dates, written
// ones.
std::optional<Moment> parse_stated(std::string_view text, const PageWords& words,
                                   std::string_view language);

// The day in an address: "/2020/11/10/", "/2020-11-10-", "20201110".
std::optional<Date> day_of_address(std::string_view address);

// `anchor` is the node of the article's title, or of its first block.
struct DateQuestion {
  const HtmlTree& tree;
  const HtmlSurvey& survey;
  const Metadata& metadata;
  std::string_view address;
  std::uint32_t anchor = 0;
};
std::optional<Moment> find_published(const DateQuestion& question,
                                     const PageWords& words);

}  // namespace hearsay::page
