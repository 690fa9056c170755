// The word lists of a language that finding mentions asks (data/lang/<xx>/lists.tsv), as
// one table: a word is looked up once, and each list is a bit of the answer.
//
//     "striker" → 0…0100100   in the lists of forwards and of players' nouns
//
// A language without a list has an empty one: names are still found, only fewer of them
// are understood.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/knowledge/lexicon.h"
#include "hearsay/model/mention.h"

namespace hearsay::mention {

// The lists that a word stands in.
struct WordLists {
  std::uint64_t bits = 0;
};

// One of them.
class List {
 public:
  bool has(WordLists word) const { return (word.bits & bit_) != 0; }

 private:
  friend struct Vocabulary;
  std::uint64_t bit_ = 0;
};

// Words and their lists; open-addressed, so that a look costs one line of memory.
class WordTable {
 public:
  void add(WordKey key, std::uint64_t bit);
  WordLists find(WordKey key) const {
    if (slots_.empty()) return {};
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].bits != 0 && slots_[at].key != key)
      at = (at + 1) & (slots_.size() - 1);
    return {slots_[at].bits};
  }

 private:
  struct Slot {
    WordKey key = 0;
    std::uint64_t bits = 0;  // 0 marks a free one
  };
  Slot& slot_of(WordKey key);
  void grow();

  std::vector<Slot> slots_;  // as many as a power of two, three of four taken at most
  std::size_t count_ = 0;
};

struct Vocabulary {
  // `of` may be null; else it must outlive this.
  explicit Vocabulary(const Lexicon* of);

  WordLists lists(WordKey key) const { return table_.find(key); }

  // What a noun for a person says of him: "striker", "boss", "agent".
  std::optional<Role> role(WordLists word) const;
  Position position(WordLists word) const;

  // Whether clubs of this city are called by that word: "the Catalan side".
  bool is_region_word(std::string_view city, WordKey key) const;

  // Whether people of this country have won the competition: "the World Cup winner".
  bool has_won(std::string_view country, std::string_view competition) const;

  const Lexicon* lexicon;
  List ordinary;   // words that are no names at the start of a sentence
  List given;      // given names
  List particles;  // "van", "de": inside a name
  List the;
  List articles;  // "a" too
  List conjunctions;
  List former;
  List years;  // of "34-year-old"
  List old;
  List goalkeepers;
  List defenders;
  List midfielders;
  List forwards;
  List back_sides;  // of "right back"
  List back_words;
  List players;  // nouns for a person, by role
  List coaches;
  List officials;
  List agents;
  List free;  // of "free agent"
  List journalists;
  List others;
  List relatives;
  List titles;           // "Professor", before a name
  List titled;           // "winner": a player's noun behind a competition
  List player_nouns;     // heads of a description: "the former Monaco man"
  List club_nouns;       // "the Serie A giants"
  List bare_club_nouns;  // enough without anything before: "the club"
  List small_regions;    // region words in small letters: "the capital club"
  List many;             // "the two clubs"
  List adjectives;       // what may stand before a noun for a person or club
  List he;
  List she;
  List objects;  // pronouns that are never a subject: "him"
  List they;
  List saying;         // "reports", "claim": after an outlet
  List source_before;  // "via", "told": before an outlet
  List source_nouns;   // "newspaper"
  List according;
  List person_verbs;   // what follows a person as the subject
  List copulas;        // verbs that tell nothing of their subject: "is", "may"
  List states;         // what a copula says of people: "set", "close"
  List auxiliaries;    // before a verb: "can", "has"
  List club_verbs;     // what follows a club as the subject: "want", "have"
  List person_before;  // "signing", "sell"
  List of_for;
  List place_before;  // "in"
  List at;            // before a ground, and before a club
  List travel;        // "flew", before "to" and a place
  List club_in;       // "interest", before "in" and a club
  List to;
  List place_nouns;    // "Stadium", after a name
  List place_first;    // "Mount", before a name
  List not_person;     // no part of a person's name
  List club_marks;     // "FC", "United": part of a club's name
  List club_before;    // "side", "outfit": before an unknown club
  List reserve_marks;  // "B", "Women": another team than the club
  List tag_extras;     // "FC", "official": in a handle, beside the name
  List paper_marks;    // "Echo", after a club: a newspaper
  List after_noun;     // what shows that a demonym was a noun: "the Spaniard has"
  List women;
  List subject_stops;  // prepositions: what follows is no subject

 private:
  WordTable table_;
  std::uint64_t role_bits_ = 0;  // of all lists that role() asks
};

}  // namespace hearsay::mention
