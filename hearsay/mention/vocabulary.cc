// One table of all words, and the names of the lists.

#include "hearsay/mention/vocabulary.h"

#include <array>
#include <string>
#include <utility>

#include "hearsay/base/fold.h"

namespace hearsay::mention {
namespace {

constexpr std::size_t kFirstSlots = 1024;

struct Named {
  List Vocabulary::* list;
  std::string_view name;  // in lists.tsv
};

constexpr Named kLists[] = {
    {&Vocabulary::ordinary, "ordinary"},
    {&Vocabulary::given, "given"},
    {&Vocabulary::particles, "particles"},
    {&Vocabulary::the, "the"},
    {&Vocabulary::articles, "articles"},
    {&Vocabulary::conjunctions, "conjunctions"},
    {&Vocabulary::former, "past"},
    {&Vocabulary::years, "years"},
    {&Vocabulary::old, "old"},
    {&Vocabulary::goalkeepers, "position.goalkeeper"},
    {&Vocabulary::defenders, "position.defender"},
    {&Vocabulary::midfielders, "position.midfielder"},
    {&Vocabulary::forwards, "position.forward"},
    {&Vocabulary::back_sides, "back.sides"},
    {&Vocabulary::back_words, "back.words"},
    {&Vocabulary::players, "role.player"},
    {&Vocabulary::coaches, "role.coach"},
    {&Vocabulary::officials, "role.official"},
    {&Vocabulary::agents, "role.agent"},
    {&Vocabulary::free, "free"},
    {&Vocabulary::journalists, "role.journalist"},
    {&Vocabulary::others, "role.other"},
    {&Vocabulary::relatives, "role.relative"},
    {&Vocabulary::titles, "titles"},
    {&Vocabulary::titled, "titled"},
    {&Vocabulary::player_nouns, "player.nouns"},
    {&Vocabulary::club_nouns, "club.nouns"},
    {&Vocabulary::bare_club_nouns, "club.nouns.bare"},
    {&Vocabulary::small_regions, "regions.small"},
    {&Vocabulary::many, "many"},
    {&Vocabulary::adjectives, "adjectives"},
    {&Vocabulary::he, "he"},
    {&Vocabulary::she, "she"},
    {&Vocabulary::objects, "object"},
    {&Vocabulary::they, "they"},
    {&Vocabulary::saying, "saying"},
    {&Vocabulary::source_before, "source.before"},
    {&Vocabulary::source_nouns, "source.nouns"},
    {&Vocabulary::according, "according"},
    {&Vocabulary::person_verbs, "person.verbs"},
    {&Vocabulary::copulas, "copulas"},
    {&Vocabulary::states, "states"},
    {&Vocabulary::auxiliaries, "auxiliaries"},
    {&Vocabulary::club_verbs, "club.verbs"},
    {&Vocabulary::person_before, "person.before"},
    {&Vocabulary::of_for, "of.for"},
    {&Vocabulary::place_before, "place.before"},
    {&Vocabulary::at, "place.at"},
    {&Vocabulary::travel, "place.after.to"},
    {&Vocabulary::club_in, "club.in"},
    {&Vocabulary::to, "to"},
    {&Vocabulary::place_nouns, "place.nouns"},
    {&Vocabulary::place_first, "place.first"},
    {&Vocabulary::not_person, "not.person"},
    {&Vocabulary::club_marks, "club.marks"},
    {&Vocabulary::club_before, "club.before"},
    {&Vocabulary::reserve_marks, "reserve.marks"},
    {&Vocabulary::tag_extras, "tag.extras"},
    {&Vocabulary::paper_marks, "paper.marks"},
    {&Vocabulary::after_noun, "after.noun"},
    {&Vocabulary::women, "women"},
    {&Vocabulary::subject_stops, "subject.stop"},
};
static_assert(std::size(kLists) <= 64, "a list is a bit of 64");

const WordSet& list(const Lexicon* lexicon, std::string_view name) {
  static const WordSet empty;
  return lexicon == nullptr ? empty : lexicon->words(name);
}

}  // namespace

WordTable::Slot& WordTable::slot_of(WordKey key) {
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].bits != 0 && slots_[at].key != key)
    at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void WordTable::grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.bits != 0) slot_of(slot.key) = slot;
  }
}

void WordTable::add(WordKey key, std::uint64_t bit) {
  if (count_ * 4 >= slots_.size() * 3) grow();
  Slot& slot = slot_of(key);
  if (slot.bits == 0) ++count_;
  slot.key = key;
  slot.bits |= bit;
}

Vocabulary::Vocabulary(const Lexicon* of) : lexicon(of) {
  std::uint64_t bit = 1;
  for (const Named& named : kLists) {
    (this->*named.list).bit_ = bit;
    for (const WordKey key : list(of, named.name).keys()) table_.add(key, bit);
    bit <<= 1U;
  }
  for (const List* part :
       {&goalkeepers, &defenders, &midfielders, &forwards, &players, &coaches, &officials,
        &agents, &journalists, &others, &relatives}) {
    role_bits_ |= part->bit_;
  }
}

std::optional<Role> Vocabulary::role(WordLists word) const {
  if ((word.bits & role_bits_) == 0) return std::nullopt;
  if (position(word) != Position::kUnknown || players.has(word)) return Role::kPlayer;
  if (coaches.has(word)) return Role::kCoach;
  if (officials.has(word)) return Role::kOfficial;
  if (agents.has(word)) return Role::kAgent;
  if (journalists.has(word)) return Role::kJournalist;
  return Role::kNone;
}

Position Vocabulary::position(WordLists word) const {
  if (goalkeepers.has(word)) return Position::kGoalkeeper;
  if (defenders.has(word)) return Position::kDefender;
  if (midfielders.has(word)) return Position::kMidfielder;
  if (forwards.has(word)) return Position::kForward;
  return Position::kUnknown;
}

bool Vocabulary::is_region_word(std::string_view city, WordKey key) const {
  return !city.empty() && list(lexicon, "region." + fold(city)).has(key);
}

bool Vocabulary::has_won(std::string_view country, std::string_view competition) const {
  return list(lexicon, "winners." + fold(competition)).has(word_key(country));
}

}  // namespace hearsay::mention
