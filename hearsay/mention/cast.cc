// Members of the cast: rows of the knowledge base as they stand on the article's day, or
// strangers, of whom only the text tells.

#include "hearsay/mention/cast.h"

#include <algorithm>
#include <utility>

namespace hearsay::mention {
namespace {

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

std::vector<WordKey> keys_of(std::span<const Token> tokens) {
  std::vector<WordKey> words;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kPunctuation) words.push_back(token.key);
  }
  return words;
}

bool is_over(const Spell& spell, std::optional<Date> now) {
  return now && spell.to && *spell.to < *now;
}

}  // namespace

std::vector<WordKey> words_of(std::string_view name) {
  return keys_of(tokenize(name));
}

std::vector<WordKey> words_of(const Scene& scene, TokenRange at) {
  return keys_of(scene.tokens.subspan(at.first, at.size()));
}

std::int32_t Cast::add(Member member) {
  const auto index = static_cast<std::int32_t>(members_.size());
  for (const WordKey word : member.words) add_once(by_word_[word], index);
  members_.push_back(std::move(member));
  return index;
}

void Cast::fill_in(Member& member, const Player& row) const {
  member.role = Role::kPlayer;
  member.position = row.position;
  member.countries.assign(row.nationalities.begin(), row.nationalities.end());
  member.woman = row.woman;
  if (row.born_on && now_) member.age = years_between(*row.born_on, *now_);
  for (const Spell& spell : row.spells) {
    const bool later = now_ && spell.from && *spell.from > *now_;
    if (later) continue;
    add_once(is_over(spell, now_) ? member.former_clubs : member.clubs, spell.club);
  }
}

std::int32_t Cast::member_for(PlayerId player) {
  const auto known = players_.find(player);
  if (known != players_.end()) return known->second;
  return add_player(player, words_of(knowledge_.player(player).name));
}

std::int32_t Cast::add_player(PlayerId player, std::vector<WordKey> words) {
  const Player& row = knowledge_.player(player);
  Member member;
  member.name = row.name;
  member.player = player;
  member.words = std::move(words);
  fill_in(member, row);
  return players_[player] = add(std::move(member));
}

std::int32_t Cast::member_for(PersonId person) {
  const auto known = persons_.find(person);
  if (known != persons_.end()) return known->second;
  return add_person(person, words_of(knowledge_.person(person).name));
}

std::int32_t Cast::add_person(PersonId person, std::vector<WordKey> words) {
  const Person& row = knowledge_.person(person);
  Member member;
  member.name = row.name;
  member.person = person;
  member.role = row.role;
  member.words = std::move(words);
  for (const std::string_view organisation : row.organisations) {
    for (const NameUse& use : knowledge_.names().find(organisation)) {
      if (use.kind != MentionKind::kClub || use.naming != Naming::kFull) continue;
      add_once(member.clubs, ClubId{use.id});
    }
  }
  fill_in_career(member);
  return persons_[person] = add(std::move(member));
}

// Many a coach stands among the players as well, with his country and birth.
void Cast::fill_in_career(Member& member) const {
  for (const NameUse& use : knowledge_.names().find(member.name)) {
    if (use.kind != MentionKind::kPlayer || use.naming != Naming::kFull) continue;
    const Player& row = knowledge_.player(PlayerId{use.id});
    if (row.name != member.name) continue;
    member.countries.assign(row.nationalities.begin(), row.nationalities.end());
    member.woman = row.woman;
    if (row.born_on && now_) member.age = years_between(*row.born_on, *now_);
    return;
  }
}

std::int32_t Cast::find(const NameUse& use) const {
  if (use.kind == MentionKind::kPlayer) {
    const auto known = players_.find(PlayerId{use.id});
    return known == players_.end() ? kNothing : known->second;
  }
  const auto known = persons_.find(PersonId{use.id});
  return known == persons_.end() ? kNothing : known->second;
}

std::int32_t Cast::namesake(std::span<const WordKey> words) const {
  if (words.empty()) return kNothing;
  for (const std::int32_t index : with_word(words.back())) {
    if (std::ranges::equal((*this)[index].words, words)) return index;
  }
  return kNothing;
}

std::int32_t Cast::member_for_full(const NameUse& use, const Scene& scene,
                                   TokenRange written) {
  if (const std::int32_t known = find(use); known != kNothing) return known;
  const bool player = use.kind == MentionKind::kPlayer;
  const std::string_view name = player ? knowledge_.player(PlayerId{use.id}).name
                                       : knowledge_.person(PersonId{use.id}).name;
  std::vector<WordKey> words =
      scene.slice(written) == name ? words_of(scene, written) : words_of(name);
  const std::int32_t other = namesake(words);
  if (other != kNothing && (*this)[other].player.has_value() != player) return other;
  return player ? add_player(PlayerId{use.id}, std::move(words))
                : add_person(PersonId{use.id}, std::move(words));
}

std::int32_t Cast::add_stranger(std::string name, std::vector<WordKey> words) {
  Member member;
  member.name = std::move(name);
  member.words = std::move(words);
  member.provisional = true;
  return add(std::move(member));
}

void Cast::learn(std::int32_t index, const Cues& cues) {
  Member& member = (*this)[index];
  ++member.mentions;
  if (cues.age && !member.age) member.age = cues.age;
  if (cues.position != Position::kUnknown && member.position == Position::kUnknown) {
    member.position = cues.position;
  }
  if (member.provisional) {
    for (const CountryId country : cues.countries) add_once(member.countries, country);
    for (const ClubId club : cues.clubs) {
      add_once(cues.former ? member.former_clubs : member.clubs, club);
    }
  }
  if (!cues.role) return;
  const bool other = *cues.role != Role::kPlayer;
  // A player who became a coach: "Barcelona boss Xavi". Who is a striker to one sentence
  // stays a player, whatever stands near his name in another.
  const bool became_another = other && *cues.role != Role::kNone && cues.close_role;
  if (member.role == Role::kNone || (became_another && member.player)) {
    member.role = *cues.role;
  }
}

std::span<const std::int32_t> Cast::with_word(WordKey word) const {
  const auto found = by_word_.find(word);
  if (found == by_word_.end()) return {};
  return found->second;
}

}  // namespace hearsay::mention
