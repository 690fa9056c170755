// A trie whose edges lie in one open-addressed table: a step costs one probe, and all
// 60,000 names of the shipped base fit the second-level cache's neighbourhood (2 MB).
//
//     edges_:  | (0, inter) → 7 | … | (7, miami) → 8 | … | (7, milan) → 9 |
//     nodes_:  7 → uses_[12, 14)   8 → uses_[30, 31)   9 → uses_[3, 4)
//
// Tested by name_index_test.cc.

#include "hearsay/knowledge/name_index.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kLongestAbbreviation = 3;  // bytes: "St", "Atl", "1"
const WordKey kPoint = word_key(".");
const WordKey kHyphen = word_key("-");
const WordKey kUnicodeHyphen = word_key("\u2010");
const WordKey kUnbreakableHyphen = word_key("\u2011");

bool is_hyphen(const Token& token) {
  return token.kind == TokenKind::kPunctuation &&
         (token.key == kHyphen || token.key == kUnicodeHyphen ||
          token.key == kUnbreakableHyphen);
}

bool is_point(const Token& token) {
  return token.kind == TokenKind::kPunctuation && token.key == kPoint;
}

// Whether a text may have tokens[at] inside a name that is listed without it.
bool is_skipped(std::span<const Token> tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::kPunctuation || tokens[at].space_before) return false;
  if (is_hyphen(tokens[at]))
    return at + 1 < tokens.size() && !tokens[at + 1].space_before;
  return is_point(tokens[at]) && tokens[at - 1].span.size() <= kLongestAbbreviation;
}

}  // namespace

std::size_t NameIndex::slot_of(std::uint32_t node, WordKey key) const {
  const std::uint64_t mixed =
      (key ^ (node * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
  std::size_t slot = (mixed >> 32U) & (edges_.size() - 1);
  while (edges_[slot].child != 0 &&
         (edges_[slot].key != key || edges_[slot].node != node)) {
    slot = (slot + 1) & (edges_.size() - 1);
  }
  return slot;
}

std::uint32_t NameIndex::child(std::uint32_t node, WordKey key) const {
  return edges_.empty() ? 0 : edges_[slot_of(node, key)].child;
}

bool NameIndex::may_start(WordKey key) const {
  const std::size_t bit = key & (kFirstWordBits - 1);
  return !first_words_.empty() && ((first_words_[bit / 64] >> (bit % 64)) & 1U) != 0;
}

void NameIndex::grow() {
  std::vector<Edge> old(edges_.empty() ? kFirstSlots : edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.child != 0) edges_[slot_of(edge.node, edge.key)] = edge;
  }
}

std::uint32_t NameIndex::child_or_new(std::uint32_t node, WordKey key) {
  if (edge_count_ * 2 >= edges_.size()) grow();
  Edge& edge = edges_[slot_of(node, key)];
  if (edge.child == 0) {
    edge = {key, node, static_cast<std::uint32_t>(nodes_.size())};
    nodes_.emplace_back();
    ++edge_count_;
  }
  return edge.child;
}

bool NameIndex::keep(Node& node, const NameUse& use) {
  const auto begin = uses_.begin() + node.begin;
  const bool known = std::any_of(begin, begin + node.count, [&use](const NameUse& kept) {
    return kept.kind == use.kind && kept.id == use.id;
  });
  if (known) return false;
  if (node.count == node.capacity) {  // move them to the end, where there is room
    const auto moved = static_cast<std::uint32_t>(uses_.size());
    node.capacity = std::max<std::uint32_t>(1, node.capacity * 2);
    uses_.resize(uses_.size() + node.capacity);
    std::copy_n(uses_.begin() + node.begin, node.count, uses_.begin() + moved);
    node.begin = moved;
  }
  uses_[node.begin + node.count++] = use;
  return true;
}

void NameIndex::add(std::string_view name, const NameUse& use) {
  std::uint32_t node = 0;
  for (const Token& token : tokenize(name)) {
    if (is_hyphen(token) || is_point(token)) continue;
    if (node == 0) {
      first_words_.resize(kFirstWordBits / 64);
      const std::size_t bit = token.key & (kFirstWordBits - 1);
      first_words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    node = child_or_new(node, token.key);
  }
  if (node == 0) return;
  if (nodes_[node].count == 0) ++name_count_;
  keep(nodes_[node], use);
}

NameIndex::Hit NameIndex::longest(std::span<const Token> tokens, std::size_t at) const {
  Hit hit;
  if (!may_start(tokens[at].key)) return hit;
  std::uint32_t node = 0;
  for (std::size_t next = at; next < tokens.size(); ++next) {
    if (next > at && is_skipped(tokens, next)) continue;
    node = child(node, tokens[next].key);
    if (node == 0) break;
    const Node& found = nodes_[node];
    if (found.count == 0) continue;
    hit.tokens = next + 1 - at;
    hit.uses = {uses_.data() + found.begin, found.count};
  }
  return hit;
}

std::span<const NameUse> NameIndex::find(std::string_view name) const {
  std::uint32_t node = 0;
  for (const Token& token : tokenize(name)) {
    if (is_hyphen(token) || is_point(token)) continue;
    node = child(node, token.key);
    if (node == 0) return {};
  }
  if (node == 0) return {};
  return {uses_.data() + nodes_[node].begin, nodes_[node].count};
}

}  // namespace hearsay
