// HTML as a row of pieces, each with its place in the page.
//
//     <p class=lead>Deal &amp; done</p>
//     └─ start p {class: lead}     └─ end p
//                  └─ text "Deal &amp; done"
//
// Only what HTML's tokenizer must know: comments, raw text (script, style …), attributes
// in all quotings. Nothing is decoded, so every piece is a part of the page and its
// offset is exact. Linear in time; any bytes are HTML.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/page/html_name.h"

namespace hearsay::page {

struct HtmlAttribute {
  AttributeName name = AttributeName::kOther;
  std::string_view value;  // a part of the page, references not decoded
};

enum class PieceKind : std::uint8_t { kText, kRawText, kStart, kEnd };

struct Piece {
  PieceKind kind = PieceKind::kText;
  TagName tag = TagName::kOther;  // of kStart, kEnd; of kRawText: the element it lies in
  bool self_closing = false;
  std::size_t begin = 0;  // in the page
  std::size_t end = 0;
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view page) : page_(page) {}

  // The next piece; false at the end. Comments and declarations are passed over.
  bool next(Piece& piece);

  // Of the kStart that next() gave last: the attributes whose names we know.
  const std::vector<HtmlAttribute>& attributes() const { return attributes_; }

 private:
  bool markup(Piece& piece);
  void start_tag(Piece& piece);
  bool holds_markup() const;
  void end_tag(Piece& piece);
  void read_attributes(Piece& piece);
  std::string_view attribute_value();
  std::size_t raw_text_end() const;
  void skip_declaration();

  std::string_view page_;
  std::size_t at_ = 0;
  TagName raw_ = TagName::kOther;  // the element whose raw text comes next
  bool is_raw_ = false;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace hearsay::page
