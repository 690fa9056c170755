// Who and what is named in a text, and who is meant.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/id.h"
#include "hearsay/base/span.h"

namespace hearsay {

enum class MentionKind : std::uint8_t {
  kPlayer,
  kPerson,  // no player: journalist, coach, official, agent, relative
  kClub,
  kCompetition,  // a league or cup
  kCountry,      // as a place or a league's home: "a move to Saudi Arabia"
  kNationality,  // a demonym used as an adjective: "the Spanish side"
  kOutlet,       // newspaper, broadcaster, agency, site
};

// How the text named it; the surest come first.
enum class Naming : std::uint8_t {
  kFull,         // "Sergio Ramos", "Manchester United"
  kShort,        // a surname or a short name: "Ramos", "United"
  kNick,         // "the Gunners", "Los Blancos"
  kHandle,       // "@SergioRamos", "#CFC"
  kDescription,  // "the Spaniard", "the 34-year-old", "the Ligue 1 side"
  kPronoun,      // "he", "they"
};

// The part a person plays in the news, as far as the text or the knowledge base says.
enum class Role : std::uint8_t { kNone, kPlayer, kCoach, kOfficial, kAgent, kJournalist };

struct Mention {
  TextSpan span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // half open
  MentionKind kind = MentionKind::kPlayer;
  Naming naming = Naming::kFull;
  Role role = Role::kNone;

  std::string name;  // the usual English name of who is meant: "Sergio Ramos"
  // The row of the knowledge base, by `kind`; nothing for somebody it does not list.
  std::optional<PlayerId> player;
  std::optional<ClubId> club;
  std::optional<OutletId> outlet;
  std::optional<PersonId> person;
  std::optional<CompetitionId> competition;
  std::optional<CountryId> country;

  bool provisional = false;  // nobody listed: the sentence told that it is a person
  std::string why;           // for `explain`: "surname of 'Sergio Ramos' (line 1)"
  std::vector<std::string> rejected;  // whom it could have been, and why not
};

std::string_view to_string(MentionKind kind);  // "club"
std::string_view to_string(Naming naming);     // "short"
std::string_view to_string(Role role);         // "none", "coach"

}  // namespace hearsay
