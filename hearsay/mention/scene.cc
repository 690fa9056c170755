// The state of one reading: which token belongs to which mention.

#include "hearsay/mention/scene.h"

#include <algorithm>

namespace hearsay::mention {
namespace {

// "Bayern Set To Sign Norwich Right-Back" says nothing by its capitals: words of all days
// have them too.
constexpr std::uint32_t kTitleCaseWords = 3;

constexpr std::size_t kTokensForMention = 6;  // or more: measured on transfer news

bool looks_like_title(const Scene& scene, const Sentence& sentence) {
  const std::span<const Token> tokens = scene.tokens;
  std::uint32_t words = 0;
  std::uint32_t small = 0;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    if (tokens[i].kind != TokenKind::kWord || tokens[i].span.size() < 4) continue;
    ++words;
    if (!tokens[i].capital) ++small;
  }
  if (small * 5 > words) return false;
  std::uint32_t capital = 0;
  for (std::uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
    if (tokens[i].capital && scene.words.ordinary.has(scene.lists(i))) ++capital;
  }
  return capital >= kTitleCaseWords;
}

}  // namespace

Scene::Scene(const Text& of, std::optional<Date> today, const KnowledgeBase& base,
             const Vocabulary& vocabulary)
    : text(of), now(today), knowledge(base), words(vocabulary), tokens(of.tokens) {
  lists_.reserve(tokens.size());
  for (const Token& token : tokens) lists_.push_back(words.lists(token.key));
  found.reserve(tokens.size() / kTokensForMention);
  members.reserve(tokens.size() / kTokensForMention);
  sentence_of_.resize(tokens.size());
  cover_.assign(tokens.size(), kNothing);
  title_case_.reserve(text.sentences.size());
  for (std::size_t i = 0; i < text.sentences.size(); ++i) {
    const Sentence& sentence = text.sentences[i];
    title_case_.push_back(looks_like_title(*this, sentence));
    std::fill(sentence_of_.begin() + sentence.first_token,
              sentence_of_.begin() + sentence.end_token, static_cast<std::uint32_t>(i));
  }
}

bool Scene::is_free(TokenRange range) const {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (cover_[i] != kNothing) return false;
  }
  return true;
}

Mention& Scene::add(TokenRange range, MentionKind kind, Naming naming, std::string name,
                    std::int32_t member) {
  const auto index = static_cast<std::int32_t>(found.size());
  for (std::uint32_t i = range.first; i < range.end; ++i) cover_[i] = index;
  Mention& mention = found.emplace_back();
  mention.span = {tokens[range.first].span.begin, tokens[range.end - 1].span.end};
  mention.first_token = range.first;
  mention.end_token = range.end;
  mention.kind = kind;
  mention.naming = naming;
  mention.name = std::move(name);
  members.push_back(member);
  return mention;
}

void Scene::drop(TokenRange range) {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (cover_[i] == kNothing) continue;
    Mention& mention = found[static_cast<std::size_t>(cover_[i])];
    for (std::uint32_t k = mention.first_token; k < mention.end_token; ++k) {
      cover_[k] = kNothing;
    }
    mention.end_token = mention.first_token;
  }
}

}  // namespace hearsay::mention
