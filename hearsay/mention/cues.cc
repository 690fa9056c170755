// Reads the noun phrase in front of a name, from right to left, and a few words behind
// it.

#include "hearsay/mention/cues.h"

#include <algorithm>
#include <charconv>

#include "hearsay/mention/sources.h"

namespace hearsay::mention {
namespace {

constexpr int kOldest = 60;  // nobody older is traded, and no coach's age is asked
constexpr int kYoungest = 14;
constexpr std::uint32_t kPhraseTokens = 12;  // of the longest noun phrase that we follow

std::optional<int> number_at(const Scene& scene, std::uint32_t at) {
  if (at >= scene.size() || scene.tokens[at].kind != TokenKind::kNumber)
    return std::nullopt;
  const std::string_view digits = scene.text.slice(scene.tokens[at]);
  int value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (end.ec != std::errc() || end.ptr != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

bool is_age(std::optional<int> number) {
  return number && *number >= kYoungest && *number <= kOldest;
}

class PhraseReader {
 public:
  PhraseReader(const Scene& scene, TokenRange at, Cues& cues)
      : scene_(scene), name_(at), cues_(cues) {}

  void read() {
    const std::uint32_t start = scene_.sentence(name_.first).first_token;
    const std::uint32_t least =
        name_.first > start + kPhraseTokens ? name_.first - kPhraseTokens : start;
    std::uint32_t at = name_.first;
    while (at > least && step(at)) {
    }
    if (at > start) look_before(at - 1);
  }

 private:
  bool is_close(std::uint32_t at) const { return at + 1 == name_.first; }

  // Takes the token before `at` into the phrase; false when it does not belong there.
  bool step(std::uint32_t& at) {
    const std::uint32_t last = at - 1;
    if (const Mention* mention = scene_.mention_at(last)) return take(*mention, at);
    const Token& token = scene_.tokens[last];
    if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol) {
      const bool joint =
          (scene_.is(last, "-") && !token.space_before) || is_owner_mark(last);
      if (joint) --at;
      return joint;
    }
    if (take_noun(last) || is_joint(last) ||
        scene_.words.adjectives.has(scene_.lists(last)) || take_age(last)) {
      --at;
      return true;
    }
    return false;
  }

  // The lone apostrophe of "Lens' Medina"; "Arsenal's" has its own token, a word.
  bool is_owner_mark(std::uint32_t at) const {
    const std::string_view mark = scene_.text.slice(scene_.tokens[at]);
    if (mark != "'" && mark != "\u2019") return false;
    return at > 0 && !scene_.tokens[at].space_before &&
           scene_.mention_at(at - 1) != nullptr;
  }

  bool is_joint(std::uint32_t at) const {
    const Token& token = scene_.tokens[at];
    const bool clitic =
        !token.space_before && at > 0 && scene_.mention_at(at - 1) != nullptr;
    return clitic || scene_.words.conjunctions.has(scene_.lists(at));
  }

  bool take(const Mention& mention, std::uint32_t& at) {
    const bool close =
        mention.end_token == name_.first || closes_by_owner(mention.end_token);
    if (mention.club) {
      cues_.clubs.push_back(*mention.club);
    } else if (mention.country) {
      cues_.countries.push_back(*mention.country);
    } else if (mention.kind != MentionKind::kCompetition &&
               mention.kind != MentionKind::kClub) {
      return false;
    }
    cues_.close_club = cues_.close_club || (close && mention.kind == MentionKind::kClub);
    cues_.close_country = cues_.close_country || (close && mention.country.has_value());
    at = mention.first_token;
    return true;
  }

  bool closes_by_owner(std::uint32_t end) const {
    return end + 1 == name_.first && !scene_.tokens[end].space_before;
  }

  bool take_noun(std::uint32_t at) {
    const WordLists key = scene_.lists(at);
    if (scene_.words.former.has(key)) {
      cues_.former = true;
      return true;
    }
    if (scene_.words.club_before.has(key)) {
      cues_.club_noun_before = cues_.club_noun_before || is_close(at);
      return is_close(at);
    }
    if (scene_.words.agents.has(key) && at > 0 &&
        scene_.words.free.has(scene_.lists(at - 1))) {
      return true;  // a free agent is no agent
    }
    const Position position = position_at(scene_, at);
    const bool title = is_close(at) && scene_.words.titles.has(key);
    const std::optional<Role> role = title ? Role::kNone
                                     : position == Position::kUnknown
                                         ? scene_.words.role(key)
                                         : Role::kPlayer;
    if (!role) return false;
    if (cues_.position == Position::kUnknown) cues_.position = position;
    // The noun nearest to the name decides: "Brazil star and his agent Joao".
    if (!cues_.role) cues_.role = role;
    cues_.close_role = cues_.close_role || is_close(at);
    return true;
  }

  bool take_age(std::uint32_t at) {
    // Seen from its end: 22 - year - old.
    for (const std::uint32_t back : {4U, 2U, 1U, 0U}) {
      if (at < back) continue;
      const std::optional<Age> age = age_at(scene_, at - back);
      if (!age || age->end <= at) continue;
      if (!cues_.age) cues_.age = age->years;
      return true;
    }
    return false;
  }

  void look_before(std::uint32_t at) {
    const Vocabulary& words = scene_.words;
    const WordLists key = scene_.lists(at);
    const std::uint32_t start = scene_.sentence(at).first_token;
    cues_.wanted_before = words.person_before.has(key);
    if (words.of_for.has(key) && at > start) {
      cues_.wanted_before =
          cues_.wanted_before || words.person_before.has(scene_.lists(at - 1));
    }
    if (at + 1 != name_.first) return;
    cues_.article_before = words.the.has(key);
    const WordLists leads =
        cues_.article_before && at > start ? scene_.lists(at - 1) : key;
    cues_.place_before = words.place_before.has(leads) || words.at.has(leads);
    // "his wife, Taylor Ward,": she does not play.
    if (scene_.is(at, ",") && at > start && words.relatives.has(scene_.lists(at - 1))) {
      cues_.role = Role::kNone;
      cues_.close_role = true;
    }
    cues_.inside_before = words.place_before.has(key) &&
                          !(at > start && words.club_in.has(scene_.lists(at - 1)));
    const bool joint = words.conjunctions.has(key) || scene_.is(at, ",");
    cues_.listed = joint && at > start && scene_.member_at(at - 1) != kNothing;
  }

  const Scene& scene_;
  TokenRange name_;
  Cues& cues_;
};

// ", the 34-year-old midfielder": what a phrase behind a comma says of the name before
// it.
class AppositionReader {
 public:
  AppositionReader(const Scene& scene, std::uint32_t at)
      : scene_(scene), start_(at), at_(at), limit_(scene.sentence(at).end_token) {
    limit_ = std::min(limit_, at + kPhraseTokens);
  }

  void read(Cues& cues) {
    const Vocabulary& words = scene_.words;
    const WordLists first = scene_.lists(at_);
    if (!words.articles.has(first) && !words.the.has(first)) return;
    ++at_;
    while (at_ < limit_ && step()) {
    }
    if (!noun_ && !told_.age) return;
    // "Alternatively, the 24-year-old could …": it goes on, so it is no apposition.
    const std::uint32_t end = scene_.sentence(start_).end_token;
    if (at_ < end && scene_.tokens[at_].kind != TokenKind::kPunctuation) return;
    if (!cues.age) cues.age = told_.age;
    cues.age_after = cues.age_after || told_.age.has_value();
    if (cues.position == Position::kUnknown) cues.position = told_.position;
    if (!cues.role) cues.role = told_.role;
    for (const CountryId country : told_.countries) cues.countries.push_back(country);
    if (told_.former) return;
    for (const ClubId club : told_.clubs) cues.clubs.push_back(club);
  }

 private:
  bool step() {
    if (const Mention* mention = scene_.mention_at(at_)) return take(*mention);
    if (const std::optional<Age> age = age_at(scene_, at_)) {
      told_.age = age->years;
      at_ = age->end;
      return true;
    }
    const WordLists key = scene_.lists(at_);
    const Position position = position_at(scene_, at_);
    const std::optional<Role> role =
        position == Position::kUnknown ? scene_.words.role(key) : Role::kPlayer;
    if (role) {
      noun_ = true;
      told_.role = role;
      if (position != Position::kUnknown) told_.position = position;
    }
    told_.former = told_.former || scene_.words.former.has(key);
    const bool inside = role || scene_.words.adjectives.has(key) || scene_.is(at_, "-") ||
                        scene_.words.former.has(key) || scene_.words.back_sides.has(key);
    if (inside) ++at_;
    return inside;
  }

  bool take(const Mention& mention) {
    if (mention.club) {
      told_.clubs.push_back(*mention.club);
    } else if (mention.country) {
      told_.countries.push_back(*mention.country);
    } else {
      return false;
    }
    at_ = mention.end_token;
    return true;
  }

  const Scene& scene_;
  std::uint32_t start_;
  std::uint32_t at_;
  std::uint32_t limit_;
  Cues told_;
  bool noun_ = false;
};

// "has", "said", "is set to": only somebody does that. "is", "may": anything can.
bool acts(const Scene& scene, std::uint32_t at, std::uint32_t limit) {
  const Vocabulary& words = scene.words;
  if (!words.person_verbs.has(scene.lists(at))) return false;
  if (!words.copulas.has(scene.lists(at))) return true;
  return at + 1 < limit && words.states.has(scene.lists(at + 1));
}

void look_after(const Scene& scene, TokenRange at, Cues& cues) {
  const std::uint32_t limit = scene.sentence(at.first).end_token;
  if (at.end >= limit) return;
  const WordLists key = scene.lists(at.end);
  cues.place_after = scene.words.place_nouns.has(key);
  cues.verb_after = scene.words.person_verbs.has(key);
  cues.acts_after = acts(scene, at.end, limit);
  cues.to_club_after = at.end + 1 < limit && scene.words.to.has(key) &&
                       scene.mention_at(at.end + 1) != nullptr &&
                       scene.mention_at(at.end + 1)->kind == MentionKind::kClub;
  const bool joint = scene.words.conjunctions.has(key) || scene.is(at.end, ",");
  if (joint && at.end + 1 < limit && scene.member_at(at.end + 1) != kNothing) {
    cues.listed = true;
  }
  cues.owner_after = scene.is_word(at.end) && !scene.tokens[at.end].space_before;
  if (at.end + 1 >= limit || !(scene.is(at.end, ",") || scene.is(at.end, "("))) return;
  const std::optional<int> number = number_at(scene, at.end + 1);
  if (!is_age(number)) {
    if (scene.is(at.end, ",")) AppositionReader(scene, at.end + 1).read(cues);
    return;
  }
  const std::uint32_t next = at.end + 2;
  const bool closed =
      next >= limit || scene.tokens[next].kind == TokenKind::kPunctuation ||
      scene.words.conjunctions.has(scene.lists(next)) || scene.is(at.end, ",");
  if (!closed || age_at(scene, at.end + 1)) return;
  cues.age = number;
  cues.age_after = true;
}

}  // namespace

std::optional<Age> age_at(const Scene& scene, std::uint32_t at) {
  const std::optional<int> number = number_at(scene, at);
  if (!number || !is_age(number)) return std::nullopt;
  const std::uint32_t limit = scene.sentence(at).end_token;
  std::uint32_t next = at + 1;
  bool joined = false;  // "20 years" alone is no age
  const auto skip_hyphen = [&] {
    if (next >= limit || !scene.is(next, "-")) return;
    joined = true;
    ++next;
  };
  skip_hyphen();
  if (next >= limit || !scene.words.years.has(scene.lists(next))) return std::nullopt;
  ++next;
  if (next < limit && !scene.is(next, "-") && !scene.words.old.has(scene.lists(next))) {
    return joined ? std::optional(Age{*number, next}) : std::nullopt;
  }
  skip_hyphen();
  if (next >= limit || !scene.words.old.has(scene.lists(next))) return std::nullopt;
  return Age{*number, next + 1};
}

Position position_at(const Scene& scene, std::uint32_t at) {
  const WordLists key = scene.lists(at);
  if (!scene.words.back_words.has(key)) return scene.words.position(key);
  std::uint32_t before = at;
  if (before > 0 && scene.is(before - 1, "-")) --before;
  if (before == 0 || !scene.words.back_sides.has(scene.lists(before - 1))) {
    return Position::kUnknown;
  }
  return Position::kDefender;
}

Cues cues_around(const Scene& scene, TokenRange at) {
  Cues cues;
  PhraseReader(scene, at, cues).read();
  look_after(scene, at, cues);
  cues.source = is_cited(scene, at);
  return cues;
}

int years_between(Date born_on, Date now) {
  const std::chrono::year_month_day born(born_on);
  const std::chrono::year_month_day today(now);
  int years = static_cast<int>(today.year()) - static_cast<int>(born.year());
  const bool before_birthday =
      today.month() < born.month() ||
      (today.month() == born.month() && today.day() < born.day());
  if (before_birthday) --years;
  return years;
}

}  // namespace hearsay::mention
