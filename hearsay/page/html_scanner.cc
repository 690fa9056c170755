#include "hearsay/page/html_scanner.h"

#include <algorithm>
#include <cstring>

namespace hearsay::page {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string_view text_of(TagName tag) {
  switch (tag) {
    case TagName::kScript:
      return "script";
    case TagName::kStyle:
      return "style";
    case TagName::kTitle:
      return "title";
    case TagName::kTextarea:
      return "textarea";
    default:
      return "iframe";
  }
}

bool starts_with_any_case(std::string_view text, std::string_view name) {
  if (text.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (small(text[i]) != name[i]) return false;
  }
  return true;
}

}  // namespace

bool HtmlScanner::next(Piece& piece) {
  while (at_ < page_.size()) {
    if (is_raw_) {
      piece = {PieceKind::kRawText, raw_, false, at_, raw_text_end()};
      at_ = piece.end;
      is_raw_ = false;
      if (piece.begin < piece.end) return true;
      continue;
    }
    if (page_[at_] == '<' && markup(piece)) {
      if (piece.begin < piece.end) return true;
      continue;
    }
    // Text up to the next '<' that begins markup; one that does not is text.
    piece = {PieceKind::kText, TagName::kOther, false, at_, 0};
    const void* found = std::memchr(page_.data() + at_ + 1, '<', page_.size() - at_ - 1);
    at_ = found == nullptr
              ? page_.size()
              : static_cast<std::size_t>(static_cast<const char*>(found) - page_.data());
    piece.end = at_;
    return true;
  }
  return false;
}

// True when markup begins here; the piece is empty for what is passed over.
bool HtmlScanner::markup(Piece& piece) {
  piece = {PieceKind::kStart, TagName::kOther, false, at_, at_};
  const char c = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
  if (is_letter(c)) {
    start_tag(piece);
    return true;
  }
  if (c == '/') {
    const char name = at_ + 2 < page_.size() ? page_[at_ + 2] : '\0';
    if (is_letter(name)) {
      end_tag(piece);
    } else {
      skip_declaration();
    }
    return true;
  }
  if (c != '!' && c != '?') return false;
  skip_declaration();
  return true;
}

// A comment, a doctype, a processing instruction, CDATA: to its end.
void HtmlScanner::skip_declaration() {
  const std::string_view rest = page_.substr(at_);
  std::size_t end = std::string_view::npos;
  std::size_t closing = 1;
  // NOLINTNEXTLINE(bugprone-branch-clone): the order of the cases is the rule
  if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
    end = rest.find('>');
  } else if (rest.starts_with("<!--")) {
    end = rest.find("-->", 4);
    closing = 3;
  } else {
    end = rest.find('>');
  }
  at_ = end == std::string_view::npos ? page_.size() : at_ + end + closing;
}

void HtmlScanner::start_tag(Piece& piece) {
  const std::size_t begin = ++at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' &&
         page_[at_] != '/') {
    ++at_;
  }
  piece.tag = tag_named(page_.substr(begin, at_ - begin));
  read_attributes(piece);
  piece.end = at_;
  if (piece.tag == TagName::kScript && holds_markup()) {
    piece.tag = TagName::kDiv;  // its end tag ends nothing
  } else if (is_raw_text(piece.tag)) {
    is_raw_ = true;
    raw_ = piece.tag;
  }
}

// Some pages keep their article in <script type="text/template">, as blogspot's do.
bool HtmlScanner::holds_markup() const {
  return std::ranges::any_of(attributes_, [](const HtmlAttribute& attribute) {
    return attribute.name == AttributeName::kType && attribute.value == "text/template";
  });
}

void HtmlScanner::end_tag(Piece& piece) {
  piece.kind = PieceKind::kEnd;
  at_ += 2;
  const std::size_t begin = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' &&
         page_[at_] != '/') {
    ++at_;
  }
  piece.tag = tag_named(page_.substr(begin, at_ - begin));
  const std::size_t close = page_.find('>', at_);
  at_ = close == std::string_view::npos ? page_.size() : close + 1;
  piece.end = at_;
}

void HtmlScanner::read_attributes(Piece& piece) {
  attributes_.clear();
  while (at_ < page_.size()) {
    const char c = page_[at_];
    if (is_space(c)) {
      ++at_;
    } else if (c == '>') {
      ++at_;
      return;
    } else if (c == '/') {
      ++at_;
      piece.self_closing = at_ < page_.size() && page_[at_] == '>';
    } else {
      const std::size_t begin = at_++;
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' &&
             page_[at_] != '>' && page_[at_] != '/') {
        ++at_;
      }
      const AttributeName name = attribute_named(page_.substr(begin, at_ - begin));
      const std::string_view value = attribute_value();
      if (name != AttributeName::kOther) attributes_.push_back({name, value});
    }
  }
}

std::string_view HtmlScanner::attribute_value() {
  std::size_t at = at_;
  while (at < page_.size() && is_space(page_[at])) ++at;
  if (at >= page_.size() || page_[at] != '=') return {};
  ++at;
  while (at < page_.size() && is_space(page_[at])) ++at;
  at_ = at;
  if (at >= page_.size()) return {};
  const char quote = page_[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t close = page_.find(quote, at + 1);
    const std::size_t end = close == std::string_view::npos ? page_.size() : close;
    at_ = std::min(end + 1, page_.size());
    return page_.substr(at + 1, end - at - 1);
  }
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
  return page_.substr(at, at_ - at);
}

// Where "</name" stands, or the end of the page.
std::size_t HtmlScanner::raw_text_end() const {
  const std::string_view name = text_of(raw_);
  for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
       at = page_.find("</", at + 2)) {
    const std::string_view rest = page_.substr(at + 2);
    if (!starts_with_any_case(rest, name)) continue;
    const char behind = rest.size() > name.size() ? rest[name.size()] : '>';
    if (is_space(behind) || behind == '>' || behind == '/') return at;
  }
  return page_.size();
}

}  // namespace hearsay::page
