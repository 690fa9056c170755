#include "hearsay/page/html_survey.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "hearsay/page/sentence_end.h"

namespace hearsay::page {
namespace {

// What an element hands down to the text in it.
struct Context {
  std::uint32_t block = 0;  // the innermost block element
  std::uint32_t post = 0;
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t heading_level = 0;
  bool link = false;
  Doubt doubt = Doubt::kNone;
};

bool is_never_text(TagName tag) {
  switch (tag) {
    case TagName::kAudio:
    case TagName::kButton:
    case TagName::kCanvas:
    case TagName::kHead:
    case TagName::kIframe:
    case TagName::kMap:
    case TagName::kMath:
    case TagName::kNoscript:
    case TagName::kObject:
    case TagName::kScript:
    case TagName::kSelect:
    case TagName::kStyle:
    case TagName::kSvg:
    case TagName::kTemplate:
    case TagName::kTextarea:
    case TagName::kTitle:
    case TagName::kVideo:
    case TagName::kDialog:
      return true;
    default:
      return false;
  }
}

std::uint8_t level_of_heading(TagName tag) {
  if (tag < TagName::kH1 || tag > TagName::kH6) return 0;
  return static_cast<std::uint8_t>(static_cast<int>(tag) -
                                   static_cast<int>(TagName::kH1) + 1);
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool contains_any_case(std::string_view text, std::string_view word) {
  return std::ranges::search(text, word, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
         }).begin() != text.end();
}

// The mark of one name: as a whole, then its words; what keeps wins, then what drops.
class NameReader {
 public:
  explicit NameReader(const PageWords& words) : words_(words) {}

  PageMark mark(std::string_view name) {
    whole_.clear();
    word_.clear();
    PageMark found = PageMark::kNone;
    char before = '\0';
    for (const char c : name) {
      const bool capital = c >= 'A' && c <= 'Z';
      const bool camel = capital && before >= 'a' && before <= 'z';
      if (camel || !is_letter_or_digit(c)) end_word(found);
      if (is_letter_or_digit(c)) {
        word_ += capital ? static_cast<char>(c + 32) : c;
        whole_ += word_.back();
      }
      before = c;
    }
    if (word_.size() == whole_.size()) return words_.mark_of_name(whole_);
    end_word(found);
    const PageMark mark = words_.mark_of_name(whole_);
    return mark == PageMark::kNone ? found : mark;
  }

 private:
  void end_word(PageMark& found) {
    if (word_.empty()) return;
    const PageMark mark = words_.mark_of_word(word_);
    if (mark != PageMark::kNone && found != PageMark::kDrop) found = mark;
    word_.clear();
  }

  const PageWords& words_;
  std::string whole_;
  std::string word_;
};

class Surveyor {
 public:
  Surveyor(const HtmlTree& tree, const PageWords& words)
      : tree_(tree), names_(words), contexts_(tree.size()) {
    out_.marks.resize(tree.size(), PageMark::kNone);
  }

  HtmlSurvey run() {
    sum_prose();
    read_marks();
    for (std::uint32_t i = 0; i < tree_.size();) {
      const HtmlNode& node = tree_[i];
      if (node.is_text) {
        add_text(i);
        ++i;
      } else if (is_never_text(node.tag) || is_hidden(node)) {
        i = node.end;
      } else {
        enter(i);
        ++i;
      }
    }
    flush();
    return std::move(out_);
  }

 private:
  // How much prose stands before each node, so that an element's share is one
  // subtraction.
  void sum_prose() {
    constexpr std::size_t kShortest = 30;
    prose_.resize(tree_.size() + 1);
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      prose_[i] = sum;
      if (!node.is_text || node.tag != TagName::kOther) continue;
      const TagName parent = tree_[node.parent].tag;
      const std::size_t bytes = node.end_byte - node.begin_byte;
      if (bytes >= kShortest && parent != TagName::kA && !is_never_text(parent)) {
        sum += static_cast<std::uint32_t>(bytes);
      }
    }
    prose_[tree_.size()] = sum;
  }

  std::uint32_t prose_in(std::uint32_t i) const {
    return prose_[tree_[i].end] - prose_[i];
  }

  double share(std::uint32_t prose) const {
    return prose_.back() == 0 ? 0 : static_cast<double>(prose) / prose_.back();
  }

  // The marks of all elements, and how much prose the fullest body in each of them holds:
  // what holds the article's body is no menu, whatever its name.
  void read_marks() {
    body_prose_.resize(tree_.size());
    for (std::uint32_t i = static_cast<std::uint32_t>(tree_.size()); i-- > 0;) {
      const HtmlNode& node = tree_[i];
      if (node.is_text) continue;
      if (node.first_attribute < node.end_attribute) out_.marks[i] = mark_of(node);
      const bool body = out_.marks[i] == PageMark::kBody ||
                        out_.marks[i] == PageMark::kKeep ||
                        node.tag == TagName::kArticle || node.tag == TagName::kMain;
      if (body) body_prose_[i] = prose_in(i);
      body_prose_[node.parent] = std::max(body_prose_[node.parent], body_prose_[i]);
    }
  }

  bool is_hidden(const HtmlNode& node) const {
    if (node.first_attribute == node.end_attribute) return false;
    if (tree_.has_attribute(node, AttributeName::kHidden)) return true;
    const std::string_view style = tree_.attribute(node, AttributeName::kStyle);
    if (style.empty()) return false;
    return contains_any_case(style, "display:none") ||
           contains_any_case(style, "display: none") ||
           contains_any_case(style, "visibility:hidden");
  }

  PageMark mark_of(const HtmlNode& node) {
    PageMark found = PageMark::kNone;
    for (const HtmlAttribute& attribute : tree_.attributes(node)) {
      if (attribute.name != AttributeName::kClass &&
          attribute.name != AttributeName::kId &&
          attribute.name != AttributeName::kRole &&
          attribute.name != AttributeName::kItemprop) {
        continue;
      }
      std::string_view rest = attribute.value;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        const PageMark mark = names_.mark(rest.substr(0, end));
        if (mark == PageMark::kKeep || mark == PageMark::kPost) return mark;
        if (mark == PageMark::kDrop || found == PageMark::kNone) {
          if (mark != PageMark::kNone) found = mark;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return found;
  }

  void enter(std::uint32_t i) {
    const HtmlNode& node = tree_[i];
    Context context = contexts_[node.parent];
    const PageMark mark = out_.marks[i];
    if (node.tag == TagName::kA) context.link = true;
    if (node.tag == TagName::kBr) add_break(i);
    if (!is_inline(node.tag)) context.block = i;
    if (mark == PageMark::kPost && context.post == 0) context.post = i;
    read_kind(node, mark, context);
    context.doubt = std::max(context.doubt, doubt_of(i, mark));
    contexts_[i] = context;
  }

  void read_kind(const HtmlNode& node, PageMark mark, Context& context) const {
    if (const std::uint8_t level = level_of_heading(node.tag)) {
      context.kind = BlockKind::kHeading;
      context.heading_level = level;
    } else if (node.tag == TagName::kFigcaption || mark == PageMark::kCaption) {
      context.kind = BlockKind::kCaption;
    } else if (context.kind == BlockKind::kCaption) {
      return;
    } else if (node.tag == TagName::kLi || node.tag == TagName::kDd ||
               node.tag == TagName::kDt) {
      context.kind = BlockKind::kListItem;
    } else if (node.tag == TagName::kTr) {
      context.kind = BlockKind::kTableRow;
    } else if (node.tag == TagName::kBlockquote) {
      context.kind = BlockKind::kQuote;
    }
  }

  Doubt doubt_of(std::uint32_t i, PageMark mark) const {
    constexpr double kMostByTag = 0.4;
    constexpr double kMostByName = 0.4;
    constexpr double kBody = 0.25;
    switch (tree_[i].tag) {
      case TagName::kNav:
      case TagName::kFooter:
      case TagName::kAside:
      case TagName::kMenu:
      case TagName::kForm:
      case TagName::kFieldset:
        if (share(prose_in(i)) < kMostByTag && share(body_prose_[i]) < kBody) {
          return Doubt::kByTag;
        }
        break;
      case TagName::kHtml:
      case TagName::kBody:
      case TagName::kArticle:
      case TagName::kMain:
        return Doubt::kNone;
      default:
        break;
    }
    const bool doubtful = (mark == PageMark::kDrop || mark == PageMark::kTeaser) &&
                          share(prose_in(i)) < kMostByName &&
                          share(body_prose_[i]) < kBody;
    return doubtful ? Doubt::kByName : Doubt::kNone;
  }

  void add_break(std::uint32_t i) {
    if (!open_ || out_.pieces.size() == current_.first_piece) return;
    if (out_.pieces.back().is_break) {
      out_.pieces.pop_back();
      flush();
      return;
    }
    out_.pieces.push_back({i, true});
  }

  void add_text(std::uint32_t i) {
    const HtmlNode& node = tree_[i];
    const Context& context = contexts_[node.parent];
    const std::string_view text = tree_.text(node);
    const bool blank = std::ranges::all_of(text, is_space);
    if (blank && !open_) return;
    const bool same = open_ && current_.element == context.block &&
                      current_.doubt == context.doubt && current_.kind == context.kind;
    if (!same) {
      if (blank) return;
      flush();
      open_ = true;
      current_ = TextBlock();
      current_.first_piece = static_cast<std::uint32_t>(out_.pieces.size());
      current_.element = context.block;
      current_.kind = context.kind;
      current_.post = context.post;
      current_.heading_level = context.heading_level;
      current_.doubt = context.doubt;
    }
    out_.pieces.push_back({i, false});
    contexts_[i] = context;
  }

  void measure(const TextPiece& piece, bool link, bool& inside) {
    for (const char c : tree_.text(tree_[piece.node])) {
      if (is_space(c)) {
        inside = false;
        continue;
      }
      if (!inside) ++current_.words;
      inside = true;
      ++current_.bytes;
      current_.link_bytes += link ? 1 : 0;
      const bool comma = c == ',' || c == ';' || c == '\xEF' || c == '\xE3';
      current_.commas += comma ? 1 : 0;
    }
  }

  void flush() {
    if (!open_) return;
    open_ = false;
    while (out_.pieces.size() > current_.first_piece &&
           (out_.pieces.back().is_break ||
            std::ranges::all_of(tree_.text(tree_[out_.pieces.back().node]), is_space))) {
      out_.pieces.pop_back();
    }
    current_.end_piece = static_cast<std::uint32_t>(out_.pieces.size());
    if (current_.first_piece == current_.end_piece) return;
    bool inside = false;
    for (std::uint32_t i = current_.first_piece; i < current_.end_piece; ++i) {
      const TextPiece& piece = out_.pieces[i];
      if (piece.is_break) {
        inside = false;
      } else {
        measure(piece, contexts_[piece.node].link, inside);
      }
    }
    current_.ended = ends_sentence(tree_.text(tree_[out_.pieces.back().node]));
    out_.blocks.push_back(current_);
  }

  const HtmlTree& tree_;
  NameReader names_;
  std::vector<Context> contexts_;
  std::vector<std::uint32_t> prose_;       // before each node
  std::vector<std::uint32_t> body_prose_;  // of the fullest body in each node
  HtmlSurvey out_;
  TextBlock current_;
  bool open_ = false;
};

}  // namespace

HtmlSurvey survey(const HtmlTree& tree, const PageWords& words) {
  return Surveyor(tree, words).run();
}

}  // namespace hearsay::page
