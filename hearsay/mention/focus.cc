// The people and clubs named so far, and which of them are subjects.

#include "hearsay/mention/focus.h"

#include <algorithm>

#include "hearsay/mention/cues.h"

namespace hearsay::mention {
namespace {

constexpr std::size_t kRemembered = 24;
constexpr std::uint32_t kLongestOpening = 14;  // tokens before a subject's own name

bool may_open(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.tokens[at];
  if (token.kind == TokenKind::kSymbol || token.kind == TokenKind::kNumber) return true;
  if (token.kind == TokenKind::kPunctuation) return true;
  if (!token.space_before && scene.is_word(at))
    return true;  // a clitic, or behind a hyphen
  const Vocabulary& words = scene.words;
  const WordLists lists = scene.lists(at);
  return words.the.has(lists) || words.adjectives.has(lists) || words.former.has(lists) ||
         words.conjunctions.has(lists) || words.years.has(lists) ||
         words.role(lists).has_value() || position_at(scene, at) != Position::kUnknown;
}

}  // namespace

// "Ziyech, Werner and Silva": several are the subject, and "he" is none of them.
bool Focus::is_listed(const Mention& mention) const {
  const std::uint32_t next = mention.end_token;
  const std::uint32_t limit = scene_.sentence(mention.first_token).end_token;
  if (next + 1 >= limit || scene_.member_at(next + 1) == kNothing) return false;
  return scene_.is(next, ",") || scene_.words.conjunctions.has(scene_.lists(next));
}

bool Focus::starts_sentence(const Mention& mention) const {
  const std::uint32_t start = scene_.sentence(mention.first_token).first_token;
  if (mention.first_token - start > kLongestOpening || is_listed(mention)) return false;
  for (std::uint32_t i = start; i < mention.first_token; ++i) {
    const Mention* other = scene_.mention_at(i);
    if (other == nullptr ? !may_open(scene_, i) : scene_.member_at(i) != kNothing)
      return false;
  }
  return true;
}

void Focus::see(std::int32_t index) {
  const Mention& mention = scene_.found[static_cast<std::size_t>(index)];
  const std::int32_t member = scene_.members[static_cast<std::size_t>(index)];
  const bool club = mention.kind == MentionKind::kClub;
  if (!club && member == kNothing) return;
  Named named;
  named.member = member;
  named.mention = index;
  named.token = mention.first_token;
  named.sentence = scene_.sentence_number(mention.first_token);
  named.block = scene_.sentence(mention.first_token).block;
  named.subject = starts_sentence(mention);
  (club ? clubs_ : people_).push_back(named);
}

std::span<const Named> Focus::last(const std::vector<Named>& named) {
  const std::size_t count = std::min(named.size(), kRemembered);
  return std::span(named).last(count);
}

}  // namespace hearsay::mention
