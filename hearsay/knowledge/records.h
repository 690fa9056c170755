// What other tables say of players and clubs, as they said it.
//
// Importing only collects: the records of each source, by its own ids. What they mean,
// which player of ours is meant, is decided when a base is made of them (merge.h), each
// time anew. So importing twice changes nothing, the order of the files does not matter,
// and a better rule of merging helps what was imported before.

#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay {

struct ClubRecordIn {
  std::string name;
  std::vector<std::string> names;  // other names
  std::string city;
  std::string country;   // as the source writes it
  std::string other_id;  // in another table ("Q2074")
  bool women = false;
  bool side = false;  // a reserve or youth side
};

struct PlayerRecordIn {
  std::string name;
  std::vector<std::string> names;
  std::string full_name;
  std::string born_on;                     // 1986-03-30, or nothing
  std::vector<std::string> nationalities;  // as the source writes them
  std::string position;
  std::string value;  // market value in euros
  bool woman = false;
  bool doubtful = false;  // perhaps of another sport: counts only with a club of ours
};

// Who was where: the key of a spell, so that a later word on the same one replaces it.
struct SpellKey {
  std::string player;  // id
  std::string from;    // 2005-08-31, or nothing
  std::string club;    // id, else name
  bool seen = false;   // a squad list had him there, on the day `to`; no more is known

  auto operator<=>(const SpellKey&) const = default;
};

struct SpellRecordIn {
  std::string to;
  bool loan = false;
};

struct SourceRecords {
  std::map<std::string, ClubRecordIn> clubs;      // by id
  std::map<std::string, PlayerRecordIn> players;  // by id
  std::map<SpellKey, SpellRecordIn> spells;
  std::map<std::string, std::string> places;  // names of countries, by id

  std::size_t size() const { return clubs.size() + players.size() + spells.size(); }
};

// By the name of the source: sources are merged in the order of their names.
using Records = std::map<std::string, SourceRecords, std::less<>>;

// As lines of text, the same for the same records; and back. kMalformed when the text was
// not made by print_records.
std::string print_records(const Records& records);
Result<Records> parse_records(std::string_view text);

// A text as it may stand in a cell: one line, no tab, no '|', no blanks at its ends, at
// most 200 bytes, UTF-8.
std::string clean_cell(std::string_view text);

}  // namespace hearsay
