// Everything from the first paragraph on is copied, so the map is one run; what a
// paragraph is, is decided by its look: how it begins, how it ends, and what stands
// beside it.

#include "hearsay/page/plain.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>
#include <vector>

#include "hearsay/base/tsv.h"
#include "hearsay/page/header.h"
#include "hearsay/page/post.h"
#include "hearsay/page/sentence_end.h"

namespace hearsay::page {
namespace {

using Block = BasicBlock<PageSpan>;

constexpr std::size_t kHeadingWords = 14;  // longer ones without an end are captions
constexpr std::size_t kCaptionWords =
    45;                                 // longer ones are paragraphs whose end was lost
constexpr std::size_t kPostBlocks = 6;  // a post goes at most so many blocks up
constexpr std::size_t kPostPartBytes = 280;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

PageSpan trimmed(std::string_view text, PageSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

// Whether every line of the paragraph is long and ends a sentence: then each is a
// paragraph.
bool has_paragraph_lines(std::string_view paragraph) {
  constexpr std::size_t kLongLine = 100;
  std::size_t lines = 0;
  std::size_t long_lines = 0;
  for (const std::string_view line : split_list(paragraph, '\n')) {
    const std::string_view one = trim(line);
    if (one.empty()) continue;
    ++lines;
    if (one.size() > kLongLine && ends_sentence(one)) ++long_lines;
  }
  return lines > 1 && long_lines * 2 >= lines;
}

bool starts_list_item(std::string_view line) {
  constexpr std::array<std::string_view, 9> kBullets = {"- ", "* ", "• ", "· ", "▪ ",
                                                        "– ", "‣ ", "● ", "•\t"};
  return std::ranges::any_of(
      kBullets, [&](std::string_view bullet) { return line.starts_with(bullet); });
}

class PlainReader {
 public:
  PlainReader(std::string_view text, const PageWords& words, std::string_view language)
      : text_(text), words_(words), language_(language) {}

  std::vector<Block> read() {
    split_paragraphs();
    find_posts();
    name_short_blocks();
    return std::move(blocks_);
  }

 private:
  std::string_view slice(const Block& block) const {
    return hearsay::slice(text_, block.span);
  }

  void add(std::size_t begin, std::size_t end, BlockKind kind) {
    const PageSpan span = trimmed(text_, {begin, end});
    if (!span.empty()) blocks_.push_back({span, kind, std::nullopt});
  }

  // Paragraphs end at a blank line; a list item ends at the next one.
  void split_paragraphs() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (trim(text_.substr(at, end - at)).empty()) {
        add_paragraph(begin, at);
        begin = end;
      }
      at = end + 1;
    }
    add_paragraph(begin, text_.size());
  }

  void add_paragraph(std::size_t begin, std::size_t end) {
    const PageSpan whole = trimmed(text_, {begin, end});
    if (whole.empty()) return;
    const bool by_line = has_paragraph_lines(hearsay::slice(text_, whole));
    std::size_t start = whole.begin;
    bool item = starts_list_item(text_.substr(start));
    for (std::size_t at = start; at < whole.end;) {
      const std::size_t next = std::min(text_.find('\n', at) + 1, whole.end);
      at = next == 0 ? whole.end : next;
      const bool next_item = at < whole.end && starts_list_item(text_.substr(at));
      if (at < whole.end && !next_item && !by_line) continue;
      add(start, at, item ? BlockKind::kListItem : BlockKind::kParagraph);
      start = at;
      item = next_item;
    }
  }

  // Every signature closes a post: what stands behind it in the paragraph is a block of
  // its own, and the blocks above that belong to it are joined with it.
  void find_posts() {
    std::vector<Block> blocks;
    blocks.reserve(blocks_.size());
    for (Block block : blocks_) {
      while (const auto signature = find_signature(slice(block), 0, words_, language_)) {
        const std::size_t end = block.span.begin + signature->end;
        const bool alone = trim(slice(block).substr(0, signature->begin)).empty();
        const std::size_t first = first_of_post(blocks, block.span.begin, alone);
        const std::size_t begin =
            first < blocks.size() ? blocks[first].span.begin : block.span.begin;
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(first), blocks.end());
        blocks.push_back({{begin, end}, BlockKind::kPost, signature->source});
        block.span = trimmed(text_, {end, block.span.end});
      }
      if (!block.span.empty()) blocks.push_back(std::move(block));
    }
    blocks_ = std::move(blocks);
  }

  // The uppermost of `blocks` that belongs to the post whose last part begins at `begin`:
  // one that begins with an emoji, over parts of it; else, when only the signature stands
  // there, the one above; else none.
  std::size_t first_of_post(const std::vector<Block>& blocks, std::size_t begin,
                            bool signature_alone) const {
    std::size_t first = blocks.size();
    for (std::size_t i = blocks.size(); i > 0 && blocks.size() - i < kPostBlocks; --i) {
      const Block& above = blocks[i - 1];
      if (above.kind == BlockKind::kPost || !may_be_part(above, begin)) break;
      if (starts_with_emoji(slice(above))) first = i - 1;
      begin = above.span.begin;
    }
    const bool take_one = first == blocks.size() && signature_alone && !blocks.empty() &&
                          blocks.back().kind != BlockKind::kPost &&
                          blocks.back().span.size() <= 2 * kPostPartBytes;
    return take_one ? blocks.size() - 1 : first;
  }

  // Posts are short, and their parts are quotes, tagged, or far from the next, at `next`:
  // embedding leaves three line ends and more between them, articles two.
  bool may_be_part(const Block& block, std::size_t next) const {
    const std::string_view part = slice(block);
    if (part.size() > kPostPartBytes) return false;
    const std::string_view gap = text_.substr(block.span.end, next - block.span.end);
    const bool far = std::ranges::count(gap, '\n') > 2;
    const bool quote = part.starts_with('"') || part.starts_with("“") ||
                       part.starts_with("‘") || part.starts_with("«");
    return far || quote || looks_like_post(part);
  }

  // A line without an end among paragraphs: a heading, or a caption when it is long or
  // has another such line beside it. Texts made of such lines (gossip, short posts) have
  // none.
  void name_short_blocks() {
    if (blocks_.size() < 3 || !is_prose()) return;
    std::vector<bool> open(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) open[i] = is_open(blocks_[i]);
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      if (!open[i]) continue;
      const bool neighbour = (i > 0 && open[i - 1]) || open[i + 1];
      const bool heading = count_words(slice(blocks_[i])) <= kHeadingWords && !neighbour;
      blocks_[i].kind = heading ? BlockKind::kHeading : BlockKind::kCaption;
    }
    if (open[0] && !open[1]) blocks_[0].kind = BlockKind::kHeadline;
  }

  bool is_open(const Block& block) const {
    const std::string_view text = slice(block);
    return block.kind == BlockKind::kParagraph && !ends_sentence(text) &&
           !starts_with_emoji(text) && text.find('\n') == std::string_view::npos &&
           count_words(text) <= kCaptionWords;
  }

  bool is_prose() const {
    std::size_t ended = 0;
    std::size_t all = 0;
    std::size_t count = 0;
    for (const Block& block : blocks_) {
      if (block.kind != BlockKind::kParagraph) continue;
      all += block.span.size();
      if (ends_sentence(slice(block))) {
        ended += block.span.size();
        ++count;
      }
    }
    return count >= 2 && ended * 5 >= all * 3;
  }

  std::string_view text_;
  const PageWords& words_;
  std::string_view language_;
  std::vector<Block> blocks_;
};

}  // namespace

Article read_plain(std::string_view text, const PageWords& words,
                   std::string_view language) {
  Article article;
  const std::size_t begin = read_header(text, words, article.imprint);
  const std::size_t start =
      std::min(text.find_first_not_of(" \t\r\n", begin), text.size());
  const std::string_view body = text.substr(start);
  article.bytes = body;
  article.map.skip(start);
  article.map.copy(body.size());
  article.blocks = PlainReader(body, words, language).read();
  return article;
}

}  // namespace hearsay::page
