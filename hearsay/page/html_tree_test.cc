#include "hearsay/page/html_tree.h"

#include <string>

#include <gtest/gtest.h>

#include "hearsay/page/html_scanner.h"

namespace hearsay::page {
namespace {

// "p(text b(text))": elements with what lies in them; names as they stand in the page.
std::string shape(const HtmlTree& tree, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  for (std::uint32_t i = begin; i < end; i = tree[i].end) {
    if (!out.empty()) out += ' ';
    const HtmlNode& node = tree[i];
    if (node.is_text) {
      out += "'" + std::string(tree.text(node)) + "'";
      continue;
    }
    const std::string_view tag = tree.page().substr(node.begin_byte + 1);
    out += tag.substr(0, tag.find_first_of(" >/\n"));
    if (node.end > i + 1) out += "(" + shape(tree, i + 1, node.end) + ")";
  }
  return out;
}

TEST(HtmlTree, FollowsTheRulesOfBrowsers) {
  struct Case {
    std::string_view html;
    std::string_view shape;
  };
  const Case cases[] = {
      {"<p>a<p>b", "p('a') p('b')"},
      {"<p>a<div>b</div>", "p('a') div('b')"},
      {"<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li('a' ul(li('b'))) li('c'))"},
      {"<ol><li>a<ol><li>b</ol><li>c</ol>", "ol(li('a' ol(li('b'))) li('c'))"},
      {"<table><tr><td>a<td>b<tr><td>c</table>d",
       "table(tr(td('a') td('b')) tr(td('c'))) 'd'"},
      {"<div><b>a</div>b", "div(b('a')) 'b'"},
      {"<b><p>a</b>b</p>", "b(p('a' 'b'))"},
      {"a</p></b>b", "'a' 'b'"},
      {"<div><table><tr><td></div>a</table></div>b", "div(table(tr(td('a')))) 'b'"},
      {"<a href=1>x<a href=2>y</a>", "a('x') a('y')"},
      {"a<br>b<img src=x>c", "'a' br 'b' img 'c'"},
      {"<script>if (a<b) '</p>'</script>c", "script('if (a<b) '</p>'') 'c'"},
      {"<SCRIPT>x</Script >c", "SCRIPT('x') 'c'"},
      {"a<!-- <p> -->b<!doctype x>c<?php 1 ?>d", "'a' 'b' 'c' 'd'"},
      {"1 < 2 <3 <>", "'1 ' '< 2 ' '<3 ' '<>'"},
      {"<head><title>t</title><p>a", "head(title('t')) p('a')"},
      {"<p title='a>b' class=x>c", "p('c')"},
      {"<p", "p"},
      {"<!-- never closed", ""},
  };
  for (const Case& row : cases) {
    const HtmlTree tree(row.html);
    EXPECT_EQ(shape(tree, 1, static_cast<std::uint32_t>(tree.size())), row.shape)
        << row.html;
  }
}

TEST(HtmlTree, KeepsAttributesAsTheyAreWritten) {
  const HtmlTree tree("<P Class = 'a b' ID=x hidden data-y=\"1\" href=/a?b=c&amp;d>t");
  const HtmlNode& node = tree[1];
  EXPECT_EQ(tree.attribute(node, AttributeName::kClass), "a b");
  EXPECT_EQ(tree.attribute(node, AttributeName::kId), "x");
  EXPECT_EQ(tree.attribute(node, AttributeName::kHref), "/a?b=c&amp;d");
  EXPECT_TRUE(tree.has_attribute(node, AttributeName::kHidden));
  EXPECT_FALSE(tree.has_attribute(node, AttributeName::kStyle));
}

TEST(HtmlTree, BearsAnyDepth) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div><b>";
  deep += "text";
  const HtmlTree tree(deep);
  EXPECT_EQ(tree.text(tree[static_cast<std::uint32_t>(tree.size()) - 1]), "text");
}

}  // namespace
}  // namespace hearsay::page
