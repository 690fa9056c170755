// The knowledge base while it is made: rows with ids, and every name of every row in the
// order in which the index has to take them. Written by the loader, read by the compiler.

#pragma once

#include <deque>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay {

struct DraftRow {
  std::string_view key;
  std::string_view name;
  std::string_view sources;  // a list; who says that this exists
};

struct DraftCountry : DraftRow {
  std::vector<std::string_view> demonyms;
};

struct DraftCompetition : DraftRow {
  std::optional<CountryId> country;
  bool league = false;
};

struct DraftClub : DraftRow {
  std::string_view city;
  std::optional<CountryId> country;
  std::optional<CompetitionId> league;
  std::optional<ClubId> parent;
  int notability = 0;
  bool women = false;
};

struct DraftOutlet : DraftRow {
  std::vector<std::string_view> domains;
  std::string_view language;
  std::optional<CountryId> country;
  std::string_view kind;
};

struct DraftPerson : DraftRow {
  Role role = Role::kNone;
  std::vector<std::string_view> organisations;
};

struct DraftPlayer : DraftRow {
  std::string_view full_name;
  std::optional<Date> born_on;
  std::vector<CountryId> nationalities;
  Position position = Position::kUnknown;
  std::vector<Spell> spells;
  int notability = 0;
  bool woman = false;
};

struct Draft {
  std::deque<Tsv> tables;  // what the views look into
  std::vector<DraftCountry> countries;
  std::vector<DraftCompetition> competitions;
  std::vector<DraftClub> clubs;
  std::vector<DraftOutlet> outlets;
  std::vector<DraftPerson> people;
  std::vector<DraftPlayer> players;
  std::vector<ListedName> names;  // the surest of a row first
};

}  // namespace hearsay
