// A trie whose edges lie in one open-addressed table: a step costs one probe, and all
// 60,000 names of the shipped base fit the second-level cache's neighbourhood (2 MB).
//
//     edges_:  | (0, inter) → 7 | … | (7, miami) → 8 | … | (7, milan) → 9 |
//     nodes_:  7 → uses_[12, 14)   8 → uses_[30, 31)   9 → uses_[3, 4)
//
// Tested by name_index_test.cc.

#include "hearsay/knowledge/name_index.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kEdgesInAWord = 8;  // at most, of edge_bits: one in eight passes
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

std::uint64_t mix(std::uint32_t node, WordKey key) {
  return (key ^ (node * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
}

// Whether a text may have tokens[at] inside a name that is listed without it.
bool is_skipped(std::span<const Token> tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::kPunctuation || tokens[at].space_before) return false;
  if (is_hyphen(tokens[at]))
    return at + 1 < tokens.size() && !tokens[at + 1].space_before;
  return is_point(tokens[at]) && tokens[at - 1].span.size() <= kLongestAbbreviation;
}

}  // namespace

NameIndex NameIndex::over(const Parts& parts) {
  NameIndex index;
  index.parts_ = parts;
  for (const Node& node : parts.nodes) index.name_count_ += node.count > 0 ? 1 : 0;
  return index;
}

bool NameIndex::is_sound(const Parts& parts) {
  if (parts.edges.empty()) return parts.first_words.empty() && parts.nodes.empty();
  const bool sizes = std::has_single_bit(parts.edges.size()) &&
                     std::has_single_bit(parts.edge_bits.size()) &&
                     parts.first_words.size() == kFirstWordBits / 64;
  const std::size_t nodes = parts.nodes.size();
  const bool edges = std::ranges::all_of(parts.edges, [nodes](const Edge& edge) {
    return edge.child < nodes && edge.node < nodes;
  });
  const bool ends =
      std::ranges::any_of(parts.edges, [](const Edge& edge) { return edge.child == 0; });
  const std::size_t uses = parts.uses.size();
  return sizes && edges && ends &&
         std::ranges::all_of(parts.nodes, [uses](const Node& node) {
           return node.begin <= uses && node.count <= uses - node.begin;
         });
}

void NameIndex::look_at_vectors() {
  parts_ = {first_words_, edge_bits_, edges_, nodes_, uses_};
}

void NameIndex::freeze() {
  std::vector<NameUse> uses;
  uses.reserve(uses_.size());
  for (Node& node : nodes_) {
    const auto begin = static_cast<std::uint32_t>(uses.size());
    uses.insert(uses.end(), uses_.begin() + node.begin,
                uses_.begin() + node.begin + node.count);
    node.begin = begin;
  }
  uses_ = std::move(uses);
  room_ = {};
  edge_bits_.assign(std::bit_ceil(edge_count_ / kEdgesInAWord + 1), 0);
  for (const Edge& edge : edges_) {
    const std::uint64_t mixed = mix(edge.node, edge.key);
    if (edge.child == 0) continue;
    edge_bits_[(mixed >> 6U) & (edge_bits_.size() - 1)] |= std::uint64_t{1}
                                                           << (mixed >> 58U);
  }
  look_at_vectors();
}

std::size_t NameIndex::slot_of(std::uint32_t node, WordKey key) const {
  const std::span<const Edge> edges = parts_.edges;
  const std::uint64_t mixed = mix(node, key);
  std::size_t slot = (mixed >> 32U) & (edges.size() - 1);
  while (edges[slot].child != 0 && (edges[slot].key != key || edges[slot].node != node)) {
    slot = (slot + 1) & (edges.size() - 1);
  }
  return slot;
}

std::uint32_t NameIndex::child(std::uint32_t node, WordKey key) const {
  if (parts_.edges.empty() || !may_go_on(mix(node, key))) return 0;
  return parts_.edges[slot_of(node, key)].child;
}

bool NameIndex::may_go_on(std::uint64_t mixed) const {
  if (parts_.edge_bits.empty()) return true;
  const std::uint64_t bits =
      parts_.edge_bits[(mixed >> 6U) & (parts_.edge_bits.size() - 1)];
  return (bits >> (mixed >> 58U) & 1U) != 0;
}

bool NameIndex::may_start(WordKey key) const {
  const std::size_t bit = key & (kFirstWordBits - 1);
  return !parts_.first_words.empty() &&
         ((parts_.first_words[bit / 64] >> (bit % 64)) & 1U) != 0;
}

void NameIndex::resize(std::size_t slots) {
  std::vector<Edge> old(slots);
  old.swap(edges_);
  look_at_vectors();
  for (const Edge& edge : old) {
    if (edge.child != 0) edges_[slot_of(edge.node, edge.key)] = edge;
  }
}

std::uint32_t NameIndex::child_or_new(std::uint32_t node, WordKey key) {
  if (edge_count_ * 4 >= edges_.size() * 3)
    resize(std::max(kFirstSlots, edges_.size() * 2));
  Edge& edge = edges_[slot_of(node, key)];
  if (edge.child == 0) {
    edge = {key, node, static_cast<std::uint32_t>(nodes_.size())};
    nodes_.emplace_back();
    room_.push_back(0);
    ++edge_count_;
  }
  return edge.child;
}

bool NameIndex::keep(std::uint32_t place, const NameUse& use) {
  Node& node = nodes_[place];
  const auto begin = uses_.begin() + node.begin;
  const bool known = std::any_of(begin, begin + node.count, [&use](const NameUse& kept) {
    return kept.kind == use.kind && kept.id == use.id;
  });
  if (known) return false;
  if (node.count == room_[place]) {  // move them to the end, where there is room
    const auto moved = static_cast<std::uint32_t>(uses_.size());
    room_[place] = std::max<std::uint32_t>(1, node.count * 2);
    uses_.resize(uses_.size() + room_[place]);
    std::copy_n(uses_.begin() + node.begin, node.count, uses_.begin() + moved);
    node.begin = moved;
  }
  uses_[node.begin + node.count++] = use;
  return true;
}

void NameIndex::add(std::string_view name, const NameUse& use) {
  if (nodes_.empty()) {
    nodes_.emplace_back();
    room_.push_back(0);
  }
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
  if (node != 0) {
    if (nodes_[node].count == 0) ++name_count_;
    keep(node, use);
  }
  look_at_vectors();
}

NameIndex::Hit NameIndex::longest(std::span<const Token> tokens, std::size_t at) const {
  Hit hit;
  if (!may_start(tokens[at].key)) return hit;
  std::uint32_t node = 0;
  for (std::size_t next = at; next < tokens.size(); ++next) {
    if (next > at && is_skipped(tokens, next)) continue;
    node = child(node, tokens[next].key);
    if (node == 0) break;
    const Node& found = parts_.nodes[node];
    if (found.count == 0) continue;
    hit.tokens = next + 1 - at;
    hit.uses = parts_.uses.subspan(found.begin, found.count);
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
  return parts_.uses.subspan(parts_.nodes[node].begin, parts_.nodes[node].count);
}

}  // namespace hearsay
