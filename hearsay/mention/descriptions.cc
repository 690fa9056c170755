// Reads a noun phrase behind an article, from left to right.
//
//     the former Real Madrid captain          the 34-year-old        the Spaniard
//     the Ligue 1 side                        the Catalan giants     the club

#include "hearsay/mention/descriptions.h"

#include "hearsay/mention/cues.h"

namespace hearsay::mention {
namespace {

constexpr std::uint32_t kLongestDescription = 12;  // tokens

class DescriptionReader {
 public:
  DescriptionReader(const Scene& scene, std::uint32_t at)
      : scene_(scene), start_(at), limit_(scene.sentence(at).end_token) {}

  std::optional<Description> read() {
    std::uint32_t at = start_ + 1;
    while (at < limit_ && at < start_ + kLongestDescription && !done_ && !failed_) {
      at = step(at);
    }
    const bool whole = done_ && !failed_;
    if (!whole && age_end_ == 0) return std::nullopt;
    if (whole) {
      description_.at = {own_start_, at};
    } else {  // "the 28-year-old Belgium …" went on in a way we cannot follow
      description_ = Description();
      const auto age = age_at(scene_, age_end_ - age_tokens_);
      if (!age) return std::nullopt;
      description_.age = age->years;
      description_.role = Role::kPlayer;
      description_.at = {start_, age_end_};
    }
    if (names_somebody(description_.at.end)) return std::nullopt;
    return description_;
  }

 private:
  std::uint32_t step(std::uint32_t at) {
    if (const Mention* mention = scene_.mention_at(at)) return take_mention(*mention);
    if (const std::optional<Age> age = age_at(scene_, at)) return take_age(*age, at);
    const WordLists key = scene_.lists(at);
    const Vocabulary& words = scene_.words;
    if (words.many.has(key)) return fail(at);
    if (words.former.has(key)) {
      former_ = true;
      return at + 1;
    }
    if (scene_.is(at, "-") || is_clitic(at)) return at + 1;
    if (words.club_nouns.has(key)) return take_club_noun(at);
    if (description_.league && words.titled.has(key))
      return take_winner(*description_.league, at);
    const Position position = position_at(scene_, at);
    if (position != Position::kUnknown || words.role(key))
      return take_person_noun(at, position);
    if (words.back_sides.has(key) || words.adjectives.has(key)) return at + 1;
    const bool region =
        scene_.is_word(at) && (scene_.tokens[at].capital || words.small_regions.has(key));
    if (!region) return fail(at);
    description_.regions.push_back(scene_.key(at));
    return at + 1;
  }

  std::uint32_t fail(std::uint32_t at) {
    failed_ = true;
    return at + 1;
  }

  bool is_clitic(std::uint32_t at) const {
    return scene_.is_word(at) && !scene_.tokens[at].space_before &&
           scene_.mention_at(at - 1) != nullptr;
  }

  std::uint32_t take_mention(const Mention& mention) {
    if (mention.country) {
      description_.countries.push_back(*mention.country);
      done_ = mention.kind == MentionKind::kNationality && is_noun_end(mention.end_token);
    } else if (mention.competition) {
      description_.league = mention.competition;
    } else if (mention.club) {
      (former_ ? description_.former_clubs : description_.clubs).push_back(*mention.club);
      if (!former_) own_start_ = mention.end_token;
    } else {
      failed_ = true;
    }
    return mention.end_token;
  }

  std::uint32_t take_age(const Age& age, std::uint32_t at) {
    description_.age = age.years;
    const Mention* next = age.end < limit_ ? scene_.mention_at(age.end) : nullptr;
    const bool qualifies = next != nullptr && (next->country || next->club);
    done_ = !goes_on(age.end) && !qualifies;
    if (done_) description_.role = Role::kPlayer;
    age_end_ = age.end;
    age_tokens_ = age.end - at;
    return age.end;
  }

  std::uint32_t take_club_noun(std::uint32_t at) {
    description_.club = true;
    done_ = true;
    const bool bare = description_.is_bare();
    if (bare && !scene_.words.bare_club_nouns.has(scene_.lists(at))) failed_ = true;
    if (!description_.clubs.empty() || former_) failed_ = true;
    // "the club captain", "the club's record signing": the club stands for itself only in
    // the second.
    if (at + 1 < limit_ && goes_on(at + 1)) failed_ = true;
    return at + 1;
  }

  std::uint32_t take_person_noun(std::uint32_t at, Position position) {
    const std::optional<Role> role = scene_.words.role(scene_.lists(at));
    if (position != Position::kUnknown) description_.position = position;
    description_.role =
        position != Position::kUnknown ? Role::kPlayer : role.value_or(Role::kNone);
    const std::uint32_t next = at + 1;
    done_ = !goes_on(next);
    if (!done_) return next;
    const bool head = position != Position::kUnknown ||
                      scene_.words.player_nouns.has(scene_.lists(at)) ||
                      description_.role == Role::kCoach;
    if (!head) failed_ = true;
    return next;
  }

  // "the World Cup winner": somebody of a country that has won it.
  std::uint32_t take_winner(CompetitionId won, std::uint32_t at) {
    const std::string_view cup = scene_.knowledge.competition(won).name;
    const std::span<const Country> countries = scene_.knowledge.countries();
    for (std::size_t i = 0; i < countries.size(); ++i) {
      if (!scene_.words.has_won(countries[i].name, cup)) continue;
      description_.countries.push_back(CountryId{static_cast<std::uint32_t>(i)});
    }
    description_.role = Role::kPlayer;
    done_ = true;
    failed_ = description_.countries.empty();
    return at + 1;
  }

  // Whether the phrase has a further noun for a person or club at `at`.
  bool goes_on(std::uint32_t at) const {
    if (at < limit_ && scene_.is(at, "-")) ++at;
    if (at >= limit_ || scene_.mention_at(at) != nullptr) return false;
    const WordLists key = scene_.lists(at);
    return position_at(scene_, at) != Position::kUnknown || scene_.words.role(key) ||
           scene_.words.club_nouns.has(key) || scene_.words.back_sides.has(key) ||
           (scene_.words.adjectives.has(key) && !scene_.words.after_noun.has(key));
  }

  // "the Spaniard has" against "the Spanish league".
  bool is_noun_end(std::uint32_t at) const {
    if (at >= limit_) return true;
    const Token& token = scene_.tokens[at];
    if (scene_.mention_at(at) != nullptr) return false;
    if (token.kind == TokenKind::kPunctuation) return !scene_.is(at, "-");
    if (!token.space_before) return true;
    return scene_.words.after_noun.has(scene_.lists(at)) ||
           scene_.words.person_verbs.has(scene_.lists(at));
  }

  // A person's name behind the noun: then the phrase only introduces him.
  bool names_somebody(std::uint32_t at) const {
    if (at >= limit_) return false;
    const Mention* next = scene_.mention_at(at);
    if (next == nullptr) return false;
    return scene_.member_at(at) != kNothing || description_.club;
  }

  const Scene& scene_;
  std::uint32_t start_;
  std::uint32_t limit_;
  std::uint32_t own_start_ = start_;
  Description description_;
  std::uint32_t age_end_ = 0;  // behind an age that could stand for itself
  std::uint32_t age_tokens_ = 0;
  bool former_ = false;
  bool done_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<Description> description_at(const Scene& scene, std::uint32_t at) {
  if (!scene.words.the.has(scene.lists(at)) || scene.mention_at(at) != nullptr) {
    return std::nullopt;
  }
  return DescriptionReader(scene, at).read();
}

}  // namespace hearsay::mention
