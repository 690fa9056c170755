// Which blocks of a page are its article?

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/page/html_survey.h"
#include "hearsay/page/html_tree.h"

namespace hearsay::page {

struct Chosen {
  std::vector<std::uint32_t> blocks;   // indices into survey.blocks, ascending
  std::optional<std::uint32_t> title;  // the one of them that is the article's title
};

// Nothing when the page has no text. `title` is what the page calls itself, or empty.
Chosen choose(const HtmlTree& tree, const HtmlSurvey& survey, const PageWords& words,
              std::string_view title);

}  // namespace hearsay::page
