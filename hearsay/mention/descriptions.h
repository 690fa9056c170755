// Descriptions and pronouns: who is meant when nobody is named.

#pragma once

#include <optional>
#include <vector>

#include "hearsay/mention/cast.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

// A noun phrase that points to a person or a club.
struct Description {
  TokenRange at;
  bool club = false;  // else a person
  Role role = Role::kNone;
  Position position = Position::kUnknown;
  std::optional<int> age;
  std::vector<CountryId> countries;
  std::vector<ClubId> clubs;         // "the PSG star"
  std::vector<ClubId> former_clubs;  // "the former Real Madrid captain"
  std::optional<CompetitionId> league;
  std::vector<WordKey> regions;  // "the Catalan giants"

  // Nothing but the noun: "the player", "the club".
  bool is_bare() const {
    return !age && countries.empty() && clubs.empty() && former_clubs.empty() &&
           !league && regions.empty();
  }
};

// The description that starts at a token with an article; nothing when none does, or when
// a name follows it ("the Arsenal midfielder Torreira").
std::optional<Description> description_at(const Scene& scene, std::uint32_t at);

// Walks the text once and adds descriptions and pronouns that point to somebody named.
void find_references(Scene& scene, const Cast& cast);

}  // namespace hearsay::mention
