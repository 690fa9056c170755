#include "hearsay/page/html_article.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/page/article_writer.h"
#include "hearsay/page/html_choose.h"
#include "hearsay/page/html_meta.h"
#include "hearsay/page/html_survey.h"
#include "hearsay/page/html_tree.h"
#include "hearsay/page/page_date.h"
#include "hearsay/page/post.h"

namespace hearsay::page {
namespace {

class Composer {
 public:
  Composer(const HtmlTree& tree, const HtmlSurvey& survey, const PageWords& words,
           std::string_view language)
      : tree_(tree),
        survey_(survey),
        words_(words),
        language_(language),
        writer_(tree.page(), words) {}

  Article compose(const Chosen& chosen) {
    const TextBlock* before = nullptr;
    for (const std::uint32_t index : chosen.blocks) {
      const TextBlock& block = survey_.blocks[index];
      if (before != nullptr && joined(*before, block)) {
        if (block.post != 0) {
          writer_.add_line_end();
        } else {
          writer_.add_space();
        }
      } else {
        end_block(before);
        writer_.begin_block(kind_of(block, chosen.title == index));
      }
      add_pieces(block);
      before = &block;
    }
    end_block(before);
    return writer_.finish();
  }

 private:
  static BlockKind kind_of(const TextBlock& block, bool title) {
    if (block.post != 0) return BlockKind::kPost;
    return title ? BlockKind::kHeadline : block.kind;
  }

  // Blocks of one post are one, and the cells of a row.
  bool joined(const TextBlock& one, const TextBlock& next) const {
    if (one.post != 0 || next.post != 0) return one.post == next.post;
    return one.kind == BlockKind::kTableRow && next.kind == BlockKind::kTableRow &&
           row_of(one) == row_of(next);
  }

  std::uint32_t row_of(const TextBlock& block) const {
    std::uint32_t at = block.element;
    while (at != 0 && tree_[at].tag != TagName::kTr) at = tree_[at].parent;
    return at;
  }

  void add_pieces(const TextBlock& block) {
    for (std::uint32_t i = block.first_piece; i < block.end_piece; ++i) {
      const TextPiece& piece = survey_.pieces[i];
      const HtmlNode& node = tree_[piece.node];
      if (piece.is_break) {
        writer_.add_line_end();
      } else {
        writer_.add_html(node.begin_byte, node.end_byte);
      }
    }
  }

  void end_block(const TextBlock* block) {
    if (block == nullptr) return;
    if (block->post != 0) {
      if (auto signature = find_signature(writer_.block_text(), 0, words_, language_)) {
        writer_.set_post(std::move(signature->source));
      }
    }
    writer_.end_block();
  }

  const HtmlTree& tree_;
  const HtmlSurvey& survey_;
  const PageWords& words_;
  std::string_view language_;
  ArticleWriter writer_;
};

std::optional<std::string> unless_empty(std::string&& text) {
  if (text.empty()) return std::nullopt;
  return std::move(text);
}

// The node dates are looked for around.
std::uint32_t anchor_of(const Chosen& chosen, const HtmlSurvey& surveyed) {
  if (chosen.blocks.empty()) return 0;
  return surveyed.blocks[chosen.title.value_or(chosen.blocks.front())].element;
}

}  // namespace

Article read_html(std::string_view page, const PageWords& words, const Imprint& known) {
  const HtmlTree tree(page);
  const HtmlSurvey surveyed = survey(tree, words);
  Metadata metadata = read_metadata(tree, words);
  if (known.language) metadata.language = *known.language;
  const Chosen chosen = choose(tree, surveyed, words, metadata.title);
  Article article = Composer(tree, surveyed, words, metadata.language).compose(chosen);
  const bool has_address = known.uri.find("://") != std::string::npos;
  const std::string address = has_address ? known.uri : metadata.address;
  article.imprint.published = find_published(
      {tree, surveyed, metadata, address, anchor_of(chosen, surveyed)}, words);
  article.imprint.uri = metadata.address;
  article.imprint.title = unless_empty(std::move(metadata.title));
  article.imprint.outlet = unless_empty(std::move(metadata.outlet));
  article.imprint.authors = std::move(metadata.authors);
  article.imprint.language = unless_empty(std::move(metadata.language));
  return article;
}

}  // namespace hearsay::page
