// An article is where prose is dense: long blocks that end like sentences and hold few
// links. Each such block votes for the elements around it, the nearest most; the element
// with the most votes holds the article. In it, everything stays that is not marked as
// something else, not mostly links, and does not begin like boilerplate.

#include "hearsay/page/html_choose.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <utility>

#include "hearsay/base/fold.h"

namespace hearsay::page {
namespace {

double link_share(const TextBlock& block) {
  return block.bytes == 0 ? 1 : static_cast<double>(block.link_bytes) / block.bytes;
}

// What a block says for its surroundings being the article.
double votes_of(const TextBlock& block) {
  constexpr double kMostWords = 100;
  if (block.post != 0) return 0;
  const double share = link_share(block);
  if (share > 0.5) return 0;
  const double words =
      std::min<double>(std::max(block.words, block.bytes / 12), kMostWords);
  if (words < 8) return 0;
  double votes = words * (1 - share);
  if (!block.ended && block.commas == 0) votes *= 0.3;
  if (block.kind == BlockKind::kListItem || block.kind == BlockKind::kTableRow)
    votes *= 0.6;
  if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kCaption)
    votes *= 0.2;
  return votes;
}

// Small letters and digits only, to compare titles with headings.
std::string essence(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) out += c;
  }
  return out;
}

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const HtmlSurvey& survey, const PageWords& words,
          std::string_view title)
      : tree_(tree), survey_(survey), words_(words), title_(essence(title)) {}

  Chosen run() {
    constexpr std::size_t kLittle = 300;
    Choice best = choose_under(Doubt::kNone);
    for (const Doubt most : {Doubt::kByName, Doubt::kByTag}) {
      if (best.bytes >= kLittle) break;
      Choice more = choose_under(most);
      if (more.bytes > 2 * best.bytes) best = std::move(more);
    }
    Chosen chosen{std::move(best.blocks), std::nullopt};
    add_title(chosen);
    return chosen;
  }

 private:
  struct Choice {
    std::vector<std::uint32_t> blocks;
    std::size_t bytes = 0;
  };

  Choice choose_under(Doubt most) {
    most_doubt_ = most;
    Choice choice;
    const std::uint32_t root = find_root();
    std::uint32_t teaser_end = 0;
    for (std::uint32_t i = 0; i < survey_.blocks.size(); ++i) {
      const TextBlock& block = survey_.blocks[i];
      if (block.element < root || block.element >= tree_[root].end) continue;
      if (is_linked_heading(block))
        teaser_end = std::max(teaser_end, end_of_teaser(i, root));
      if (block.element >= teaser_end && is_of_article(block)) choice.blocks.push_back(i);
    }
    drop_empty_headings(choice.blocks);
    drop_trailing_labels(choice.blocks);
    for (const std::uint32_t i : choice.blocks) choice.bytes += survey_.blocks[i].bytes;
    return choice;
  }

  // Of each element: its blocks' votes, each less the farther it lies below.
  std::vector<double> count_votes() const {
    std::vector<double> votes(tree_.size());
    for (const TextBlock& block : survey_.blocks) {
      const double value = block.doubt > most_doubt_ ? 0 : votes_of(block);
      if (value == 0) continue;
      double share = 1;
      for (std::uint32_t at = block.element;; at = tree_[at].parent) {
        votes[at] += value * share;
        share *= share == 1 ? 0.95 : 0.9;
        if (at == 0 || share < 0.05) break;
      }
    }
    return votes;
  }

  std::uint32_t find_root() const {
    std::vector<double> votes = count_votes();
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < votes.size(); ++i) {
      double value = votes[i];
      if (survey_.marks[i] == PageMark::kBody) value *= 1.1;
      if (tree_[i].tag == TagName::kArticle) value *= 1.1;
      if (value > votes[best]) {
        votes[i] = value;
        best = i;
      }
    }
    return best;
  }

  // A heading that is a link names another article, unless it is the title.
  bool is_linked_heading(const TextBlock& block) const {
    return block.kind == BlockKind::kHeading && link_share(block) > 0.8 &&
           !says_title(block);
  }

  bool says_title(const TextBlock& block) const {
    const std::string text = essence(text_of(block));
    return text.size() >= 8 && title_.find(text) != std::string::npos;
  }

  // Where the largest small element around a linked heading ends: heading and a few
  // words.
  std::uint32_t end_of_teaser(std::uint32_t index, std::uint32_t root) const {
    constexpr std::uint32_t kMostWords = 60;
    const TextBlock& heading = survey_.blocks[index];
    std::uint32_t end = tree_[heading.element].end;
    for (std::uint32_t at = tree_[heading.element].parent; at > root;
         at = tree_[at].parent) {
      std::uint32_t words = 0;
      for (std::uint32_t i = index; i < survey_.blocks.size(); ++i) {
        if (survey_.blocks[i].element >= tree_[at].end || words > kMostWords) break;
        words += survey_.blocks[i].words;
      }
      for (std::uint32_t i = index; i-- > 0 && words <= kMostWords;) {
        if (survey_.blocks[i].element < at) break;
        words += survey_.blocks[i].words;
      }
      if (words > kMostWords) break;
      end = tree_[at].end;
    }
    return end;
  }

  bool is_of_article(const TextBlock& block) const {
    if (block.doubt > most_doubt_) return false;
    if (block.post != 0) return true;
    const double share = link_share(block);
    if (share > 0.8 && !(block.kind == BlockKind::kHeading)) return false;
    if (share > 0.5 && block.words < 12) return false;
    if (block.words <= 30 && words_.is_boilerplate(text_of(block), share > 0.4))
      return false;
    return true;
  }

  std::string text_of(const TextBlock& block) const {
    std::string text;
    for (std::uint32_t i = block.first_piece; i < block.end_piece; ++i) {
      if (!survey_.pieces[i].is_break) text += tree_.text(tree_[survey_.pieces[i].node]);
      if (text.size() > 200) break;
    }
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    return text.substr(begin);
  }

  // The title, and the lead between it and the body: often they lie outside the element
  // that holds the rest.
  void add_title(Chosen& chosen) const {
    constexpr std::uint32_t kFarthest = 60;
    if (chosen.blocks.empty()) return;
    const std::uint32_t first = chosen.blocks.front();
    chosen.title = find_title(first);
    if (!chosen.title || *chosen.title >= first || first - *chosen.title > kFarthest)
      return;
    std::vector<std::uint32_t> blocks{*chosen.title};
    for (std::uint32_t i = *chosen.title + 1; i < first; ++i) {
      if (is_lead(survey_.blocks[i])) blocks.push_back(i);
    }
    blocks.insert(blocks.end(), chosen.blocks.begin(), chosen.blocks.end());
    chosen.blocks = std::move(blocks);
  }

  // A block that says what the page's title says, or the last first-level heading, up to
  // a little into the body.
  std::optional<std::uint32_t> find_title(std::uint32_t first) const {
    constexpr std::uint32_t kIntoBody = 3;
    const auto end =
        std::min(first + kIntoBody, static_cast<std::uint32_t>(survey_.blocks.size()));
    std::optional<std::uint32_t> heading;
    std::optional<std::uint32_t> same;
    for (std::uint32_t i = 0; i < end; ++i) {
      const TextBlock& block = survey_.blocks[i];
      if (block.doubt == Doubt::kByTag || block.kind != BlockKind::kHeading) continue;
      if (block.heading_level <= 3 && says_title(block)) same = i;
      if (block.heading_level == 1) heading = i;
    }
    return same ? same : heading;
  }

  bool is_lead(const TextBlock& block) const {
    constexpr std::uint32_t kWords = 10;
    constexpr std::uint32_t kWordsWithoutEnd = 15;
    if (block.doubt == Doubt::kByTag) return false;
    if (block.doubt == Doubt::kByName && !is_in_teaser(block.element)) return false;
    return block.post == 0 && block.kind != BlockKind::kCaption &&
           block.kind != BlockKind::kListItem &&
           block.words >= (block.ended ? kWords : kWordsWithoutEnd) &&
           link_share(block) < 0.3 && !words_.is_boilerplate(text_of(block), false);
  }

  // The name that raises the doubt is that of a teaser or a header.
  bool is_in_teaser(std::uint32_t element) const {
    bool teaser = false;
    for (std::uint32_t at = element; at != 0; at = tree_[at].parent) {
      if (survey_.marks[at] == PageMark::kDrop) return false;
      teaser = teaser || survey_.marks[at] == PageMark::kTeaser;
    }
    return teaser;
  }

  // Headings over what was left out: the next block that stays is a heading as well.
  void drop_empty_headings(std::vector<std::uint32_t>& chosen) const {
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const TextBlock& block = survey_.blocks[chosen[i]];
      const bool next_is_heading =
          i + 1 < chosen.size() &&
          survey_.blocks[chosen[i + 1]].kind == BlockKind::kHeading;
      const bool left_out = i + 1 < chosen.size() && chosen[i + 1] > chosen[i] + 1;
      const bool empty = block.kind == BlockKind::kHeading && next_is_heading &&
                         left_out && block.heading_level > 1;
      if (!empty) kept.push_back(chosen[i]);
    }
    chosen = std::move(kept);
  }

  // A heading with nothing under it belongs to what was left out behind it; so do labels.
  void drop_trailing_labels(std::vector<std::uint32_t>& chosen) const {
    constexpr std::size_t kFewBlocks = 6;
    constexpr std::uint32_t kLabelWords = 3;
    while (chosen.size() > 1) {
      const TextBlock& last = survey_.blocks[chosen.back()];
      const bool label = chosen.size() > kFewBlocks &&
                         last.kind == BlockKind::kParagraph &&
                         last.words <= kLabelWords && last.post == 0;
      if (last.kind != BlockKind::kHeading && !label) return;
      chosen.pop_back();
    }
  }

  const HtmlTree& tree_;
  const HtmlSurvey& survey_;
  const PageWords& words_;
  std::string title_;
  Doubt most_doubt_ = Doubt::kNone;
};

}  // namespace

Chosen choose(const HtmlTree& tree, const HtmlSurvey& survey, const PageWords& words,
              std::string_view title) {
  return Chooser(tree, survey, words, title).run();
}

}  // namespace hearsay::page
