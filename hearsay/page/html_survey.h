// What text is on a page, block by block, and what its markup says of it.
//
//     <div class=story><p>Deal <b>done</b>.</p> <ul
//     class=related><li><a>More</a></ul></div>
//                         └ block: paragraph, 2 pieces     └ block: item, all link,
//                         dropped
//
// Nothing is decided here; the numbers are what html_choose.cc decides by.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"
#include "hearsay/page/html_tree.h"

namespace hearsay::page {

// What speaks against a block being part of an article.
enum class Doubt : std::uint8_t {
  kNone,
  kByName,  // a class or id around it names something else
  kByTag,   // it lies in a nav, footer, aside or form
};

// A run of text that is shown as one: a paragraph, an item, a cell row, a heading.
struct TextBlock {
  std::uint32_t first_piece = 0;  // into HtmlSurvey::pieces, half open
  std::uint32_t end_piece = 0;
  std::uint32_t element = 0;  // the innermost block element around it
  BlockKind kind = BlockKind::kParagraph;
  std::uint32_t post = 0;        // the post's element it lies in; 0 for none
  std::uint32_t bytes = 0;       // of text, white space left out
  std::uint32_t link_bytes = 0;  // of them in links
  std::uint32_t words = 0;
  std::uint32_t commas = 0;        // and other marks that only sentences have
  std::uint8_t heading_level = 0;  // 1…6
  bool ended = false;              // it ends like a sentence
  Doubt doubt = Doubt::kNone;
};

// A text node, or a line break.
struct TextPiece {
  std::uint32_t node = 0;
  bool is_break = false;
};

struct HtmlSurvey {
  std::vector<TextBlock> blocks;  // in the order of the page
  std::vector<TextPiece> pieces;
  std::vector<PageMark> marks;  // of each node
};

HtmlSurvey survey(const HtmlTree& tree, const PageWords& words);

}  // namespace hearsay::page
