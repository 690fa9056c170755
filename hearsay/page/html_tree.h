// A page as a tree, laid flat: elements and texts in the order of the page.
//
//     0 body            end 5      an element's descendants are the nodes between it and
//     1  ├─ p           end 3      its `end`, so "skip this part" is a jump and a walk
//     2  │  └─ text     end 3      over the page is a loop
//     3  └─ ul          end 5
//     4     └─ li       end 5
//
// Browsers' rules are kept as far as text depends on them: elements without an end, ends
// without a start, and those that a start ends (p, li, td, option …).

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hearsay/page/html_name.h"
#include "hearsay/page/html_scanner.h"

namespace hearsay::page {

struct HtmlNode {
  TagName tag = TagName::kOther;
  bool is_text = false;
  std::uint32_t parent = 0;      // the root is its own
  std::uint32_t end = 0;         // index behind the last descendant
  std::uint32_t begin_byte = 0;  // of the text, or of the start tag
  std::uint32_t end_byte = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t end_attribute = 0;
};

class HtmlTree {
 public:
  // REQUIRES: page has less than 4 GiB; it must outlive the tree.
  explicit HtmlTree(std::string_view page);

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](std::size_t index) const { return nodes_[index]; }
  std::size_t size() const { return nodes_.size(); }

  std::string_view page() const { return page_; }
  std::string_view text(const HtmlNode& node) const {
    return page_.substr(node.begin_byte, node.end_byte - node.begin_byte);
  }

  std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
    return std::span(attributes_)
        .subspan(node.first_attribute, node.end_attribute - node.first_attribute);
  }
  // Of the first attribute of that name; empty when there is none.
  std::string_view attribute(const HtmlNode& node, AttributeName name) const;
  bool has_attribute(const HtmlNode& node, AttributeName name) const;

 private:
  void add_text(const Piece& piece);
  void start(const Piece& piece, std::span<const HtmlAttribute> attributes);
  void finish(TagName tag);
  void close_implied(TagName tag);
  bool close_up_to(TagName tag, bool (*is_boundary)(TagName));
  void pop();
  std::uint32_t top() const { return open_.empty() ? 0 : open_.back(); }

  std::string_view page_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  std::vector<std::uint32_t> open_;        // elements that have not ended
  std::vector<std::uint32_t> open_count_;  // of each tag
};

}  // namespace hearsay::page
