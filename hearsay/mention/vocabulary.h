// The word lists of a language that finding mentions asks (data/lang/<xx>/lists.tsv),
// looked up by name once for each text. A language without a list has an empty one: names
// are still found, only fewer of them are understood.

#pragma once

#include <optional>
#include <string_view>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/knowledge/lexicon.h"
#include "hearsay/model/mention.h"

namespace hearsay::mention {

struct Vocabulary {
  // `of` may be null; else it must outlive this.
  explicit Vocabulary(const Lexicon* of);

  // What a noun for a person says of him: "striker", "boss", "agent".
  std::optional<Role> role(WordKey key) const;
  Position position(WordKey key) const;

  // Whether clubs of this city are called by that word: "the Catalan side".
  bool is_region_word(std::string_view city, WordKey key) const;

  const Lexicon* lexicon;
  const WordSet& ordinary;   // words that are no names at the start of a sentence
  const WordSet& given;      // given names
  const WordSet& particles;  // "van", "de": inside a name
  const WordSet& the;
  const WordSet& conjunctions;
  const WordSet& former;
  const WordSet& years;  // of "34-year-old"
  const WordSet& old;
  const WordSet& goalkeepers;
  const WordSet& defenders;
  const WordSet& midfielders;
  const WordSet& forwards;
  const WordSet& back_sides;  // of "right back"
  const WordSet& back_words;
  const WordSet& players;  // nouns for a person, by role
  const WordSet& coaches;
  const WordSet& officials;
  const WordSet& agents;
  const WordSet& free;  // of "free agent"
  const WordSet& journalists;
  const WordSet& others;
  const WordSet& relatives;
  const WordSet& player_nouns;     // heads of a description: "the former Monaco man"
  const WordSet& club_nouns;       // "the Serie A giants"
  const WordSet& bare_club_nouns;  // enough without anything before: "the club"
  const WordSet& many;             // "the two clubs"
  const WordSet& adjectives;       // what may stand before a noun for a person or club
  const WordSet& he;
  const WordSet& she;
  const WordSet& objects;  // pronouns that are never a subject: "him"
  const WordSet& they;
  const WordSet& saying;         // "reports", "claim": after an outlet
  const WordSet& source_before;  // "via", "told": before an outlet
  const WordSet& source_nouns;   // "newspaper"
  const WordSet& according;
  const WordSet& person_verbs;   // what follows a person as the subject
  const WordSet& person_before;  // "signing", "sell"
  const WordSet& of_for;
  const WordSet& place_before;  // "in"
  const WordSet& at;            // before a ground, and before a club
  const WordSet& travel;        // "flew", before "to" and a place
  const WordSet& club_in;       // "interest", before "in" and a club
  const WordSet& to;
  const WordSet& place_nouns;    // "Stadium", after a name
  const WordSet& not_person;     // no part of a person's name
  const WordSet& club_marks;     // "FC", "United": part of a club's name
  const WordSet& club_before;    // "side", "outfit": before an unknown club
  const WordSet& reserve_marks;  // "B", "Women": another team than the club
  const WordSet& paper_marks;    // "Echo", after a club: a newspaper
  const WordSet& after_noun;  // what shows that a demonym was a noun: "the Spaniard has"
  const WordSet& women;
  const WordSet& subject_stops;  // prepositions: what follows is no subject
};

}  // namespace hearsay::mention
