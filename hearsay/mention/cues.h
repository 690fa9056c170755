// What the words around a person's name say of him.
//
//     Chelsea and England winger Raheem Sterling, 26, …
//     club        country  forward                age

#pragma once

#include <optional>
#include <vector>

#include "hearsay/mention/scene.h"

namespace hearsay::mention {

struct Cues {
  std::optional<Role> role;  // "winger", "boss"; kNone for "actor", "father"
  Position position = Position::kUnknown;
  std::optional<int> age;
  std::vector<ClubId> clubs;  // that stand before him: "Chelsea winger", "Arsenal's"
  std::vector<CountryId> countries;
  bool former = false;      // "former Chelsea winger"
  bool close_role = false;  // the noun stands right before the name
  bool close_club = false;
  bool close_country = false;
  bool age_after = false;         // ", 26,"
  bool verb_after = false;        // the name is the subject of a person's verb
  bool acts_after = false;        // of one that only people do: no "is", no "may"
  bool owner_after = false;       // "Sterling's"
  bool wanted_before = false;     // "sign", "signing of"
  bool place_before = false;      // "at Old Trafford"
  bool inside_before = false;     // "in Lake Como", but not "interest in Lemar"
  bool place_after = false;       // "Wembley Stadium"
  bool article_before = false;    // "the Santiago Bernabeu"
  bool to_club_after = false;     // "Nørgaard to Arsenal"
  bool listed = false;            // beside another person: "Vidal, Semedo and Suarez"
  bool source = false;            // "according to Nice Matin"
  bool club_noun_before = false;  // "Turkish side Rizespor"
};

// REQUIRES: clubs and countries of the scene were looked for.
Cues cues_around(const Scene& scene, TokenRange at);

// The age that starts at a token: "34-year-old", "34 year old". Nothing else is one.
struct Age {
  int years = 0;
  std::uint32_t end = 0;
};
std::optional<Age> age_at(const Scene& scene, std::uint32_t at);

// "right-back", "centre forward": the position a word and the one before it name.
Position position_at(const Scene& scene, std::uint32_t at);

// Whole years between two days.
int years_between(Date born_on, Date now);

}  // namespace hearsay::mention
