#include "hearsay/page/html_tree.h"

#include <algorithm>
#include <cassert>

namespace hearsay::page {
namespace {

constexpr std::size_t kDeepest = 512;  // deeper elements lie beside each other
constexpr std::size_t kTagCount = static_cast<std::size_t>(TagName::kVideo) + 1;

std::size_t index_of(TagName tag) {
  return static_cast<std::size_t>(tag);
}

// Starts that end an open paragraph.
bool ends_paragraph(TagName tag) {
  switch (tag) {
    case TagName::kAddress:
    case TagName::kArticle:
    case TagName::kAside:
    case TagName::kBlockquote:
    case TagName::kCenter:
    case TagName::kDetails:
    case TagName::kDialog:
    case TagName::kDiv:
    case TagName::kDl:
    case TagName::kFieldset:
    case TagName::kFigcaption:
    case TagName::kFigure:
    case TagName::kFooter:
    case TagName::kForm:
    case TagName::kH1:
    case TagName::kH2:
    case TagName::kH3:
    case TagName::kH4:
    case TagName::kH5:
    case TagName::kH6:
    case TagName::kHeader:
    case TagName::kHgroup:
    case TagName::kHr:
    case TagName::kMain:
    case TagName::kMenu:
    case TagName::kNav:
    case TagName::kOl:
    case TagName::kP:
    case TagName::kPre:
    case TagName::kSection:
    case TagName::kTable:
    case TagName::kUl:
      return true;
    default:
      return false;
  }
}

bool is_of_head(TagName tag) {
  switch (tag) {
    case TagName::kBase:
    case TagName::kLink:
    case TagName::kMeta:
    case TagName::kNoscript:
    case TagName::kScript:
    case TagName::kStyle:
    case TagName::kTemplate:
    case TagName::kTitle:
      return true;
    default:
      return false;
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

// An end does not reach through these to what is open outside.
bool is_wall(TagName tag) {
  return tag == TagName::kTd || tag == TagName::kTh || tag == TagName::kTable;
}

bool is_list_or_wall(TagName tag) {
  return tag == TagName::kUl || tag == TagName::kOl || tag == TagName::kDl ||
         tag == TagName::kMenu || is_wall(tag);
}

bool is_row_or_table(TagName tag) {
  return tag == TagName::kTr || tag == TagName::kTable;
}
bool is_table(TagName tag) {
  return tag == TagName::kTable;
}
bool is_select(TagName tag) {
  return tag == TagName::kSelect;
}
bool is_block(TagName tag) {
  return !is_inline(tag);
}

}  // namespace

HtmlTree::HtmlTree(std::string_view page) : page_(page), open_count_(kTagCount) {
  assert(page.size() < UINT32_MAX);
  nodes_.reserve(page.size() / 48 + 16);
  nodes_.push_back({TagName::kOther, false, 0, 0, 0, 0, 0, 0});
  HtmlScanner scanner(page);
  Piece piece;
  while (scanner.next(piece)) {
    switch (piece.kind) {
      case PieceKind::kStart:
        start(piece, scanner.attributes());
        break;
      case PieceKind::kEnd:
        finish(piece.tag);
        break;
      default:
        add_text(piece);
    }
  }
  while (!open_.empty()) pop();
  nodes_[0].end = static_cast<std::uint32_t>(nodes_.size());
}

void HtmlTree::add_text(const Piece& piece) {
  const bool blank = is_blank(page_.substr(piece.begin, piece.end - piece.begin));
  const bool raw = piece.kind == PieceKind::kRawText;
  if (!blank && !raw && open_count_[index_of(TagName::kHead)] > 0 && !open_.empty() &&
      nodes_[open_.back()].tag == TagName::kHead) {
    pop();  // text in the head begins the body
  }
  HtmlNode node;
  node.is_text = true;
  node.tag = raw ? piece.tag : TagName::kOther;
  node.parent = top();
  node.begin_byte = static_cast<std::uint32_t>(piece.begin);
  node.end_byte = static_cast<std::uint32_t>(piece.end);
  nodes_.push_back(node);
  nodes_.back().end = static_cast<std::uint32_t>(nodes_.size());
}

void HtmlTree::start(const Piece& piece, std::span<const HtmlAttribute> attributes) {
  close_implied(piece.tag);
  HtmlNode node;
  node.tag = piece.tag;
  node.parent = top();
  node.begin_byte = static_cast<std::uint32_t>(piece.begin);
  node.end_byte = static_cast<std::uint32_t>(piece.end);
  node.first_attribute = static_cast<std::uint32_t>(attributes_.size());
  attributes_.insert(attributes_.end(), attributes.begin(), attributes.end());
  node.end_attribute = static_cast<std::uint32_t>(attributes_.size());
  nodes_.push_back(node);
  const auto index = static_cast<std::uint32_t>(nodes_.size() - 1);
  const bool foreign_end =
      piece.self_closing && (piece.tag == TagName::kOther || piece.tag == TagName::kSvg);
  if (is_void(piece.tag) || foreign_end || open_.size() >= kDeepest) {
    nodes_.back().end = index + 1;
    return;
  }
  open_.push_back(index);
  ++open_count_[index_of(piece.tag)];
}

void HtmlTree::pop() {
  HtmlNode& node = nodes_[open_.back()];
  node.end = static_cast<std::uint32_t>(nodes_.size());
  --open_count_[index_of(node.tag)];
  open_.pop_back();
}

// Ends the innermost open `tag`, with everything in it, unless a boundary lies between.
bool HtmlTree::close_up_to(TagName tag, bool (*is_boundary)(TagName)) {
  if (open_count_[index_of(tag)] == 0) return false;
  for (std::size_t i = open_.size(); i > 0; --i) {
    const TagName open = nodes_[open_[i - 1]].tag;
    if (open == tag) {
      while (open_.size() >= i) pop();
      return true;
    }
    if (is_boundary(open)) return false;
  }
  return false;
}

void HtmlTree::close_implied(TagName tag) {
  if (ends_paragraph(tag)) close_up_to(TagName::kP, is_wall);
  switch (tag) {
    case TagName::kLi:
      close_up_to(TagName::kLi, is_list_or_wall);
      break;
    case TagName::kDd:
    case TagName::kDt:
      if (!close_up_to(TagName::kDd, is_list_or_wall)) {
        close_up_to(TagName::kDt, is_list_or_wall);
      }
      break;
    case TagName::kTd:
    case TagName::kTh:
      if (!close_up_to(TagName::kTd, is_row_or_table)) {
        close_up_to(TagName::kTh, is_row_or_table);
      }
      break;
    case TagName::kTr:
      close_up_to(TagName::kTr, is_table);
      break;
    case TagName::kOption:
      close_up_to(TagName::kOption, is_select);
      break;
    case TagName::kA:
      close_up_to(TagName::kA, is_block);
      break;
    default:
      break;
  }
  const bool in_head = !open_.empty() && nodes_[open_.back()].tag == TagName::kHead;
  if (in_head && !is_of_head(tag) && tag != TagName::kOther) pop();
}

void HtmlTree::finish(TagName tag) {
  if (is_void(tag) || open_count_[index_of(tag)] == 0) return;
  if (tag == TagName::kOther || tag == TagName::kBody || tag == TagName::kHtml) {
    // Names we do not know may be nested in each other: only the innermost can be meant.
    if (tag == TagName::kOther && nodes_[open_.back()].tag == tag) pop();
    return;
  }
  for (std::size_t i = open_.size(); i > 0; --i) {
    const TagName open = nodes_[open_[i - 1]].tag;
    if (open == tag) {
      while (open_.size() >= i) pop();
      return;
    }
    // The end of an inline element does not end the blocks around it, nor that of a block
    // the table cell it stands in.
    if (is_inline(tag) && !is_inline(open) && open != TagName::kOther) return;
    if (is_wall(open) && !(tag == TagName::kTable || tag == TagName::kTr ||
                           tag == TagName::kTbody || tag == TagName::kThead)) {
      return;
    }
  }
}

std::string_view HtmlTree::attribute(const HtmlNode& node, AttributeName name) const {
  for (const HtmlAttribute& one : attributes(node)) {
    if (one.name == name) return one.value;
  }
  return {};
}

bool HtmlTree::has_attribute(const HtmlNode& node, AttributeName name) const {
  return std::ranges::any_of(attributes(node),
                             [&](const HtmlAttribute& one) { return one.name == name; });
}

}  // namespace hearsay::page
