#include "hearsay/knowledge/phrase_book.h"

#include <algorithm>
#include <array>

#include "hearsay/base/tsv.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostWords = 12;
constexpr std::size_t kGapTokens = 4;
constexpr std::string_view kGap = "..";

// Quotation marks may stand anywhere in a phrase: are ‘one step away’ from.
bool is_quotation_mark(WordKey key) {
  static const std::array<WordKey, 6> marks = {word_key("'"), word_key("‘"),
                                               word_key("’"), word_key("\""),
                                               word_key("“"), word_key("”")};
  return std::ranges::find(marks, key) != marks.end();
}

// All words that one place of a phrase stands for: "close|near", "~sign|buy".
std::vector<Lemmas::Word> forms_of(std::string_view word, const Lemmas& lemmas) {
  const bool inflects = word.starts_with('~');
  if (inflects) word.remove_prefix(1);
  std::vector<Lemmas::Word> all;
  for (const std::string_view choice : split_list(word)) {
    if (!inflects) {
      all.push_back({word_key(choice), std::string(choice)});
      continue;
    }
    const std::vector<Lemmas::Word> forms = lemmas.forms(choice);
    all.insert(all.end(), forms.begin(), forms.end());
  }
  return all;
}

}  // namespace

void Lemmas::add(std::string_view lemma, std::span<const std::string_view> forms) {
  std::vector<Word>& words = forms_[std::string(lemma)];
  const auto put = [&words](std::string_view form) {
    const WordKey key = word_key(form);
    if (std::ranges::find(words, key, &Word::key) == words.end()) {
      words.push_back({key, std::string(form)});
    }
  };
  put(lemma);
  for (const std::string_view form : forms) put(form);
}

std::vector<Lemmas::Word> Lemmas::forms(std::string_view lemma) const {
  const auto found = forms_.find(std::string(lemma));
  if (found != forms_.end()) return found->second;
  return {{word_key(lemma), std::string(lemma)}};
}

std::uint32_t PhraseBook::step(std::uint32_t node, WordKey key) {
  const auto [edge, is_new] =
      edges_.try_emplace({node, key}, static_cast<std::uint32_t>(nodes_.size()));
  if (is_new) nodes_.emplace_back();
  return edge->second;
}

std::uint32_t PhraseBook::step_over_gap(std::uint32_t node) {
  if (nodes_[node].after_gap == 0) {
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    nodes_[node].after_gap = next;
  }
  return nodes_[node].after_gap;
}

std::vector<std::uint32_t> PhraseBook::step_all(std::span<const std::uint32_t> places,
                                                std::string_view word,
                                                const Lemmas& lemmas) {
  std::vector<std::uint32_t> next;
  if (word == kGap) {
    for (const std::uint32_t place : places) next.push_back(step_over_gap(place));
    return next;
  }
  if (word.starts_with('?')) {
    next.assign(places.begin(), places.end());
    word.remove_prefix(1);
  }
  for (const Lemmas::Word& form : forms_of(word, lemmas)) {
    for (const std::uint32_t place : places) next.push_back(step(place, form.key));
  }
  std::ranges::sort(next);
  next.erase(std::ranges::unique(next).begin(), next.end());
  return next;
}

Result<void> PhraseBook::add(std::string_view phrase, std::uint32_t row,
                             const Lemmas& lemmas) {
  const std::vector<std::string_view> words = split_list(phrase, ' ');
  if (words.empty()) return fail(ErrorCode::kMalformed, "the phrase has no words");
  if (words.size() > kMostWords) {
    return fail(ErrorCode::kMalformed, "the phrase has over 12 words");
  }
  if (words.front() == kGap || words.back() == kGap) {
    return fail(ErrorCode::kMalformed, "a gap (..) stands at an end of the phrase");
  }
  std::vector<std::uint32_t> places{0};  // where the trie may be after each word
  for (const std::string_view word : words) places = step_all(places, word, lemmas);
  for (const std::uint32_t place : places) {
    if (place != 0) nodes_[place].row = std::min(nodes_[place].row, row);
  }
  return {};
}

std::optional<PhraseBook::Hit> PhraseBook::longest(std::span<const Token> tokens,
                                                   std::size_t at,
                                                   std::size_t end) const {
  std::optional<Hit> best;
  if (!may_start(tokens[at].key)) return best;
  search(tokens, at, end, 0, best);
  if (best) best->first_token = static_cast<std::uint32_t>(at);
  return best;
}

void PhraseBook::search(std::span<const Token> tokens, std::size_t at, std::size_t end,
                        std::uint32_t node, std::optional<Hit>& best) const {
  if (nodes_[node].row != kNoRow) {
    const bool longer = !best || at > best->end_token ||
                        (at == best->end_token && nodes_[node].row < best->row);
    if (longer) best = Hit{nodes_[node].row, 0, static_cast<std::uint32_t>(at)};
  }
  if (at >= end) return;
  const auto edge = edges_.find({node, tokens[at].key});
  if (edge != edges_.end()) search(tokens, at + 1, end, edge->second, best);
  const bool sign = node != 0 && tokens[at].kind == TokenKind::kPunctuation &&
                    edge == edges_.end() && at + 1 < end;
  const bool hyphen = sign && !tokens[at].space_before && !tokens[at + 1].space_before &&
                      tokens[at + 1].kind == TokenKind::kWord;
  if (hyphen || (sign && is_quotation_mark(tokens[at].key))) {
    const bool goes_on =
        edges_.contains({node, tokens[at + 1].key}) || nodes_[node].after_gap != 0;
    if (goes_on) search(tokens, at + 1, end, node, best);
  }
  const std::uint32_t behind_gap = nodes_[node].after_gap;
  if (behind_gap == 0) return;
  for (std::size_t skip = 0; skip <= kGapTokens && at + skip < end; ++skip) {
    search(tokens, at + skip, end, behind_gap, best);
  }
}

}  // namespace hearsay
