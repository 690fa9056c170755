// Writes an article's text piece by piece, and with it the map and the blocks.
//
// Pieces come in the order of the page; what lies between them is skipped. Runs of white
// space, the unbreakable too, become one space, and references become characters.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

class ArticleWriter {
 public:
  // REQUIRES: both outlive the writer.
  ArticleWriter(std::string_view page, const PageWords& words)
      : page_(page), words_(words) {}

  void begin_block(BlockKind kind, std::optional<PostSource> post = std::nullopt);
  // Page bytes [begin, end) as HTML text. REQUIRES: begin is not before the last end.
  void add_html(std::size_t begin, std::size_t end);
  // A line end between two pieces of a block.
  void add_line_end();
  // Between two parts of one block that are blocks on the page.
  void add_space();
  // Sets who speaks in the open block.
  void set_post(PostSource post);
  std::string_view block_text() const;
  void end_block();

  Article finish();

 private:
  void separate(std::string_view mark);
  void go_to(std::size_t begin);
  void put_pending();
  void hold_space(std::size_t at, std::size_t bytes);
  std::size_t add_reference(std::size_t at, std::size_t end);

  std::string_view page_;
  const PageWords& words_;
  Article article_;
  std::size_t at_ = 0;             // in the page: what the map has accounted for
  std::string_view pending_;       // white space that counts only if text follows
  std::size_t pending_bytes_ = 0;  // it took in the page
  std::size_t pending_at_ = 0;     // where it stood, when it was one blank of the page
  bool pending_from_page_ = false;
  bool in_block_ = false;
  std::size_t block_begin_ = 0;
  BlockKind kind_ = BlockKind::kParagraph;
  std::optional<PostSource> post_;
};

}  // namespace hearsay::page
