// Finds quotes in two steps: where marks open and close, then who speaks.
//
// Marks nest ("‘He saw ‘Starry Night’ there,’ she said"), may be of the plain sort that
// does not tell opening from closing, and stay open at the end of a paragraph when the
// quote goes on in the next. The speaker stands beside a word of speech: behind the
// quote, before it, or in the line above that ends in a colon; a quote that follows a
// quote goes on with its speaker.

#include "hearsay/claim/quotes.h"

#include <algorithm>
#include <optional>

namespace hearsay::claim {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::uint32_t kFarthestVerb =
    12;  // words between a quote and its verb of speech

struct Mark {
  bool opens = false;
  bool closes = false;
  bool single = false;
};

bool is_word(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
}

struct Stretch {
  std::uint32_t first_token = 0;  // without the marks
  std::uint32_t end_token = 0;
  std::uint32_t block = 0;
};

struct Speaker {
  const Mention* person = nullptr;
  std::string to;
};

class QuoteFinder {
 public:
  explicit QuoteFinder(const Page& page)
      : page_(page), speech_(page.lexicon.words("speech")) {}

  std::vector<Quote> run() {
    find_stretches();
    std::vector<Quote> quotes;
    const Mention* last = nullptr;
    std::uint32_t last_block = 0;
    std::string last_to;
    for (const Stretch& stretch : stretches_) {
      Speaker speaker = speaker_of(stretch);
      const bool goes_on = last != nullptr && stretch.block - last_block <= 2;
      if (speaker.person == nullptr && goes_on) speaker = {last, last_to};
      if (speaker.person == nullptr) continue;
      last = speaker.person;
      last_to = speaker.to;
      last_block = stretch.block;
      const TextSpan span{page_.token(stretch.first_token).span.begin,
                          page_.token(stretch.end_token - 1).span.end};
      quotes.push_back({speaker.person->name, speaker.to, span, page_.text.raw(span)});
    }
    return quotes;
  }

 private:
  Mark mark_at(std::uint32_t at) const {
    const Token& token = page_.token(at);
    if (token.kind != TokenKind::kPunctuation) return {};
    const std::string_view sign = page_.text.slice(token);
    if (sign == "“" || sign == "„" || sign == "«") return {true, false, false};
    if (sign == "”" || sign == "»") return {false, true, false};
    if (sign == "‘") return {true, false, true};
    const bool plain = sign == "\"" || sign == "'" || sign == "’";
    if (!plain) return {};
    const bool ends = at + 1 >= page_.text.tokens.size();
    const bool space_behind = ends || page_.token(at + 1).space_before ||
                              page_.token(at + 1).kind == TokenKind::kPunctuation ||
                              page_.token(at + 1).span.begin > token.span.end;
    const bool opens = token.space_before && !space_behind;
    const bool closes = !token.space_before || (space_behind && !opens);
    return {opens && sign != "’", closes, sign != "\""};
  }

  void find_stretches() {
    for (std::size_t i = 0; i < page_.text.blocks.size(); ++i) {
      if (page_.text.blocks[i].span.empty()) continue;
      find_in_block(static_cast<std::uint32_t>(i));
    }
  }

  void find_in_block(std::uint32_t block) {
    const auto [begin, end] = tokens_of(block);
    std::uint32_t depth = 0;
    std::uint32_t open = 0;
    bool single = false;
    for (std::uint32_t at = begin; at < end; ++at) {
      const Mark mark = mark_at(at);
      if (depth > 0 && mark.single != single) continue;
      if (mark.opens) {
        if (depth++ == 0) {
          open = at + 1;
          single = mark.single;
        }
      } else if (mark.closes && depth > 0) {
        --depth;
        if (depth == 0) keep({open, at, block});
      }
    }
    const bool at_start =
        open > begin && open - begin <= 2;  // an open quote fills its block
    if (depth > 0 && at_start) keep({open, end, block});
  }

  void keep(const Stretch& stretch) {
    std::size_t words = 0;
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      words += is_word(page_.token(at));
    }
    if (words >= kFewestWords) stretches_.push_back(stretch);
  }

  std::pair<std::uint32_t, std::uint32_t> tokens_of(std::uint32_t block) const {
    const auto first =
        std::ranges::lower_bound(page_.text.sentences, block, {}, &Sentence::block);
    const auto after =
        std::ranges::upper_bound(page_.text.sentences, block, {}, &Sentence::block);
    if (first == after) return {0, 0};
    return {first->first_token, std::prev(after)->end_token};
  }

  Speaker speaker_of(const Stretch& stretch) const {
    const auto [begin, end] = tokens_of(stretch.block);
    const std::uint32_t after = std::min(end, stretch.end_token + kFarthestVerb);
    if (has_verb(stretch.end_token, after)) {
      const auto speaker = speaker_in(stretch.end_token, after, true);
      if (speaker && !is_named_inside(*speaker->person, stretch)) return *speaker;
      return {person_above(stretch), {}};
    }
    const std::uint32_t lead = stretch.first_token - begin;
    const std::uint32_t from = stretch.first_token - std::min(lead, 3 * kFarthestVerb);
    if (auto speaker = speaker_in(from, stretch.first_token, false)) return *speaker;
    if (stretch.first_token >= begin + 2 && is_lead(stretch.first_token - 2)) {
      return {last_person(begin, stretch.first_token), {}};
    }
    const bool leads =
        stretch.first_token - begin <= 2;  // nothing but the mark before it
    if (!leads || stretch.block == 0) return {};
    const auto [above, above_end] = tokens_of(stretch.block - 1);
    if (above == above_end || !is_lead(above_end - 1)) return {};
    if (auto speaker = speaker_in(above, above_end, false)) return *speaker;
    return {last_person(above, above_end), {}};
  }

  bool has_verb(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t at = from; at < end; ++at) {
      if (page_.is(at, speech_)) return true;
    }
    return false;
  }

  // "‘We saw a Van Gogh,’ she said": a pronoun that points into the quote points wrong.
  bool is_named_inside(const Mention& person, const Stretch& stretch) const {
    if (person.naming != Naming::kPronoun) return false;
    return std::ranges::any_of(
        between(stretch.first_token, stretch.end_token),
        [&](const Mention& named) { return named.name == person.name; });
  }

  // "…,’ she said": the last person named before the quote, in its block or the one
  // above.
  const Mention* person_above(const Stretch& stretch) const {
    const std::uint32_t block = stretch.block > 0 ? stretch.block - 1 : 0;
    const std::uint32_t from = std::min(tokens_of(block).first, stretch.first_token);
    return last_person(from, stretch.first_token);
  }

  bool is_lead(std::uint32_t token) const {
    return page_.text.slice(page_.token(token)) == ":";
  }

  // The person beside a word of speech between two tokens; after a quote the nearest to
  // it counts, before a quote the last.
  std::optional<Speaker> speaker_in(std::uint32_t from, std::uint32_t end,
                                    bool behind) const {
    std::optional<std::uint32_t> verb;
    for (std::uint32_t at = from; at < end; ++at) {
      if (!page_.is(at, speech_)) continue;
      verb = at;
      if (behind) break;
    }
    if (!verb) return std::nullopt;
    const Mention* person = last_person(from, *verb);
    if (person == nullptr && behind) person = first_person(*verb, end);
    if (person == nullptr && !behind) person = last_person_before(*verb);
    if (person == nullptr) return std::nullopt;
    return Speaker{person, outlet_between(from, end)};
  }

  static bool speaks(const Mention& mention) {
    return mention.kind == MentionKind::kPlayer || mention.kind == MentionKind::kPerson;
  }

  const Mention* last_person(std::uint32_t from, std::uint32_t end) const {
    const Mention* found = nullptr;
    for (const Mention& mention : between(from, end)) {
      if (speaks(mention)) found = &mention;
    }
    return found;
  }

  const Mention* first_person(std::uint32_t from, std::uint32_t end) const {
    for (const Mention& mention : between(from, end)) {
      if (speaks(mention)) return &mention;
    }
    return nullptr;
  }

  // For a verb whose subject stands further back in its own sentence.
  const Mention* last_person_before(std::uint32_t token) const {
    const auto sentence =
        std::ranges::upper_bound(page_.text.sentences, token, {}, &Sentence::first_token);
    if (sentence == page_.text.sentences.begin()) return nullptr;
    return last_person(std::prev(sentence)->first_token, token);
  }

  std::string outlet_between(std::uint32_t from, std::uint32_t end) const {
    for (const Mention& mention : between(from, end)) {
      if (mention.kind == MentionKind::kOutlet && is_spoken_to(mention))
        return mention.name;
    }
    return {};
  }

  // "told The Athletic", "spoke to Sky", "in an interview with Marca".
  bool is_spoken_to(const Mention& outlet) const {
    if (outlet.first_token == 0) return false;
    const std::uint32_t before = outlet.first_token - 1;
    return page_.is(before, page_.lexicon.words("told"));
  }

  std::span<const Mention> between(std::uint32_t from, std::uint32_t end) const {
    const auto first =
        std::ranges::lower_bound(page_.mentions, from, {}, &Mention::first_token);
    const auto last = std::ranges::lower_bound(first, page_.mentions.end(), end, {},
                                               &Mention::first_token);
    return {first, last};
  }

  const Page& page_;
  const WordSet& speech_;
  std::vector<Stretch> stretches_;
};

}  // namespace

std::vector<Quote> find_quotes(const Page& page) {
  return QuoteFinder(page).run();
}

}  // namespace hearsay::claim
