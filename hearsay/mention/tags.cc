// A tag is cut into words where its writing shows a seam, and what stands around a name
// is taken off; a tag in small letters is cut at each place until two halves fit.
//
//     @Bolognafc1909   Bolognafc|1909 → Bolognafc → Bologna
//     #ACMonza         AC|Monza       → AC Monza
//     @leny_yoro       leny|yoro      → leny yoro
//     #Clubbrugge      club|brugge
//
// Only whole names count: a fan's @ChelseaNews is not the club.

#include "hearsay/mention/tags.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "hearsay/base/fold.h"

namespace hearsay::mention {
namespace {

constexpr std::size_t kLongestTag = 32;   // bytes; nobody's name is longer
constexpr std::size_t kShortestPart = 3;  // of two halves
constexpr std::size_t kLongestTail = 8;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether a new word begins at `at`: "leny_|yoro", "Inter|Milan", "AC|Monza", "fc|1909".
bool is_seam(std::string_view tag, std::size_t at) {
  if (tag[at] == '_' || tag[at - 1] == '_') return true;
  if (is_digit(tag[at]) != is_digit(tag[at - 1])) return true;
  if (!is_upper(tag[at])) return false;
  const bool small_next =
      at + 1 < tag.size() && std::islower(static_cast<unsigned char>(tag[at + 1])) != 0;
  return !is_upper(tag[at - 1]) || small_next;
}

std::vector<std::string_view> pieces_of(std::string_view tag) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= tag.size(); ++at) {
    if (at < tag.size() && !is_seam(tag, at)) continue;
    const std::string_view piece = tag.substr(begin, at - begin);
    if (piece != "_") pieces.push_back(piece);
    begin = at;
  }
  return pieces;
}

class TagReader {
 public:
  TagReader(const Vocabulary& words, const KnowledgeBase& knowledge)
      : words_(words), knowledge_(knowledge) {}

  std::span<const NameUse> read(std::string_view tag) const {
    std::span<const std::string_view> left;
    const std::vector<std::string_view> pieces = pieces_of(tag);
    left = pieces;
    while (!left.empty()) {
      if (const auto uses = named(joined(left)); !uses.empty()) return uses;
      if (left.size() == 1) break;
      if (is_extra(left.back())) {
        left = left.first(left.size() - 1);
      } else if (is_extra(left.front())) {
        left = left.subspan(1);
      } else {
        return {};
      }
    }
    return left.empty() ? std::span<const NameUse>() : cut(left.front());
  }

 private:
  static std::string joined(std::span<const std::string_view> pieces) {
    std::string name;
    for (const std::string_view piece : pieces) {
      if (!name.empty()) name.append(" ");
      name.append(piece);
    }
    return name;
  }

  bool is_extra(std::string_view piece) const {
    return is_digit(piece.front()) ||
           words_.tag_extras.has(words_.lists(word_key(piece)));
  }

  // "Bolognafc", "clubbrugge".
  std::span<const NameUse> cut(std::string_view word) const {
    for (std::size_t tail = 2;
         tail <= kLongestTail && tail + kShortestPart <= word.size(); ++tail) {
      const std::size_t at = word.size() - tail;
      if (!is_extra(word.substr(at))) continue;
      if (const auto uses = named(word.substr(0, at)); !uses.empty()) return uses;
    }
    for (std::size_t at = kShortestPart; at + kShortestPart <= word.size(); ++at) {
      const std::string halves =
          std::string(word.substr(0, at)).append(" ").append(word.substr(at));
      if (const auto uses = named(halves); !uses.empty()) return uses;
    }
    return {};
  }

  std::span<const NameUse> named(std::string_view name) const {
    const std::span<const NameUse> uses = knowledge_.names().find(name);
    const bool known = std::ranges::any_of(uses, [](const NameUse& use) {
      const bool whole = use.kind == MentionKind::kClub ||
                         use.kind == MentionKind::kPlayer ||
                         use.kind == MentionKind::kPerson;
      return whole && !use.needs_context && use.naming != Naming::kHandle;
    });
    return known ? uses : std::span<const NameUse>();
  }

  const Vocabulary& words_;
  const KnowledgeBase& knowledge_;
};

}  // namespace

std::span<const NameUse> spelled_by_tag(std::string_view tag, const Vocabulary& words,
                                        const KnowledgeBase& knowledge) {
  if (tag.starts_with('@') || tag.starts_with('#')) tag.remove_prefix(1);
  if (tag.size() < kShortestPart || tag.size() > kLongestTag) return {};
  return TagReader(words, knowledge).read(tag);
}

}  // namespace hearsay::mention
