// A description fits by age, country, position and clubs; each may be unknown, and each
// may rule a person out.

#include "hearsay/mention/fit.h"

#include <algorithm>
#include <cstdlib>

namespace hearsay::mention {
namespace {

template <class Value>
bool has(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

bool is_near_position(Position one, Position other) {
  if (one == Position::kGoalkeeper || other == Position::kGoalkeeper) return one == other;
  return std::abs(static_cast<int>(one) - static_cast<int>(other)) <= 1;
}

int fit_age(const Description& description, const Member& member) {
  if (!description.age) return 0;
  if (!member.age) return kUnknown;
  return std::abs(*member.age - *description.age) <= 1 ? kFits : kImpossible;
}

int fit_countries(const Description& description, const Member& member) {
  if (description.countries.empty()) return 0;
  if (member.countries.empty()) return kUnknown;
  const bool fits = std::ranges::any_of(description.countries, [&](CountryId country) {
    return has(member.countries, country);
  });
  return fits ? kFits : kImpossible;
}

int fit_position(const Description& description, const Member& member) {
  if (description.position == Position::kUnknown) return 0;
  if (member.position == Position::kUnknown) return kUnknown;
  if (member.position == description.position) return kFits;
  return is_near_position(member.position, description.position) ? 0 : kImpossible;
}

int fit_clubs(const Description& description, const Member& member) {
  int points = 0;
  for (const ClubId club : description.clubs) {
    if (has(member.clubs, club)) {
      points += kFits;
    } else if (member.clubs.empty()) {
      points += kUnknown;
    } else if (member.player && !has(member.former_clubs, club)) {
      return kImpossible;
    }
  }
  for (const ClubId club : description.former_clubs) {
    if (has(member.former_clubs, club)) {
      points += kFits;
    } else if (has(member.clubs, club)) {
      points += kFits / 2;
    } else {
      return member.provisional ? kUnknown : kImpossible;
    }
  }
  return points;
}

constexpr int kAgrees = 15;
constexpr int kDisagrees = -25;

int agreement_of_clubs(const Cues& cues, const Member& member) {
  int points = 0;
  for (const ClubId club : cues.clubs) {
    if (has(member.clubs, club)) return kAgrees;
    if (has(member.former_clubs, club)) points = kAgrees / 3;
  }
  return points;
}

}  // namespace

int agreement(const Cues& cues, const Member& member) {
  int points = agreement_of_clubs(cues, member);
  if (cues.age && member.age) {
    points += std::abs(*member.age - *cues.age) <= 1 ? kAgrees : kDisagrees;
  }
  if (!cues.countries.empty() && !member.countries.empty()) {
    const bool fits = std::ranges::any_of(cues.countries, [&](CountryId country) {
      return has(member.countries, country);
    });
    points += fits ? kAgrees : kDisagrees;
  }
  if (cues.position != Position::kUnknown && member.position != Position::kUnknown &&
      !is_near_position(cues.position, member.position)) {
    points += kDisagrees;
  }
  return points;
}

int fit(const Description& description, const Member& member) {
  const bool coach = description.role == Role::kCoach;
  if (coach != (member.role == Role::kCoach) && description.role != Role::kNone) {
    return kImpossible;
  }
  if (description.role != Role::kPlayer && description.role != Role::kCoach &&
      description.role != Role::kNone) {
    return kImpossible;
  }
  if (description.role == Role::kPlayer && member.role != Role::kPlayer)
    return kImpossible;
  return fit_age(description, member) + fit_countries(description, member) +
         fit_position(description, member) + fit_clubs(description, member);
}

}  // namespace hearsay::mention
