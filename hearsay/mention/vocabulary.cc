// Lists by name; a missing lexicon answers every question with an empty list.

#include "hearsay/mention/vocabulary.h"

#include <string>

#include "hearsay/base/fold.h"

namespace hearsay::mention {
namespace {

const WordSet& list(const Lexicon* lexicon, std::string_view name) {
  static const WordSet empty;
  return lexicon == nullptr ? empty : lexicon->words(name);
}

}  // namespace

Vocabulary::Vocabulary(const Lexicon* of)
    : lexicon(of),
      ordinary(list(of, "ordinary")),
      given(list(of, "given")),
      particles(list(of, "particles")),
      the(list(of, "the")),
      conjunctions(list(of, "conjunctions")),
      former(list(of, "former")),
      years(list(of, "years")),
      old(list(of, "old")),
      goalkeepers(list(of, "position.goalkeeper")),
      defenders(list(of, "position.defender")),
      midfielders(list(of, "position.midfielder")),
      forwards(list(of, "position.forward")),
      back_sides(list(of, "back.sides")),
      back_words(list(of, "back.words")),
      players(list(of, "role.player")),
      coaches(list(of, "role.coach")),
      officials(list(of, "role.official")),
      agents(list(of, "role.agent")),
      free(list(of, "free")),
      journalists(list(of, "role.journalist")),
      others(list(of, "role.other")),
      relatives(list(of, "role.relative")),
      player_nouns(list(of, "player.nouns")),
      club_nouns(list(of, "club.nouns")),
      bare_club_nouns(list(of, "club.nouns.bare")),
      many(list(of, "many")),
      adjectives(list(of, "adjectives")),
      he(list(of, "he")),
      she(list(of, "she")),
      objects(list(of, "object")),
      they(list(of, "they")),
      saying(list(of, "saying")),
      source_before(list(of, "source.before")),
      source_nouns(list(of, "source.nouns")),
      according(list(of, "according")),
      person_verbs(list(of, "person.verbs")),
      person_before(list(of, "person.before")),
      of_for(list(of, "of.for")),
      place_before(list(of, "place.before")),
      at(list(of, "place.at")),
      travel(list(of, "place.after.to")),
      club_in(list(of, "club.in")),
      to(list(of, "to")),
      place_nouns(list(of, "place.nouns")),
      not_person(list(of, "not.person")),
      club_marks(list(of, "club.marks")),
      club_before(list(of, "club.before")),
      reserve_marks(list(of, "reserve.marks")),
      paper_marks(list(of, "paper.marks")),
      after_noun(list(of, "after.noun")),
      women(list(of, "women")),
      subject_stops(list(of, "subject.stop")) {}

std::optional<Role> Vocabulary::role(WordKey key) const {
  if (position(key) != Position::kUnknown || players.has(key)) return Role::kPlayer;
  if (coaches.has(key)) return Role::kCoach;
  if (officials.has(key)) return Role::kOfficial;
  if (agents.has(key)) return Role::kAgent;
  if (journalists.has(key)) return Role::kJournalist;
  if (others.has(key) || relatives.has(key)) return Role::kNone;
  return std::nullopt;
}

Position Vocabulary::position(WordKey key) const {
  if (goalkeepers.has(key)) return Position::kGoalkeeper;
  if (defenders.has(key)) return Position::kDefender;
  if (midfielders.has(key)) return Position::kMidfielder;
  if (forwards.has(key)) return Position::kForward;
  return Position::kUnknown;
}

bool Vocabulary::is_region_word(std::string_view city, WordKey key) const {
  return !city.empty() && list(lexicon, "region." + fold(city)).has(key);
}

}  // namespace hearsay::mention
