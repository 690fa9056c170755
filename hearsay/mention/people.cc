// Who is meant by a name that several people bear.
//
// Points for everything the article says near the name (age, country, position, club) and
// for everything that was true on its day (whose club the document speaks of), then for
// being well known. "Ramos, 22" of Benfica is Gonçalo, whatever Sergio has won.

#include "hearsay/mention/people.h"

#include <algorithm>
#include <cstdlib>

namespace hearsay::mention {
namespace {

// Measured on the marked work texts. An age that fits or does not is the surest sign; the
// club of the day comes next; notability (0…100) decides only between equals.
constexpr int kAgeFits = 25;
constexpr int kAgeWrong = -40;
constexpr int kCountryFits = 15;
constexpr int kCountryWrong = -12;
constexpr int kPositionFits = 8;
constexpr int kPositionWrong = -10;
constexpr int kClubBeside = 30;  // "Arsenal's Torreira"
constexpr int kClubInDocument = 20;
constexpr int kOldClubBeside = 12;
constexpr int kOldClubInDocument = 6;
constexpr int kTooOldOrYoung = -25;
constexpr int kWrongSex = -30;
constexpr int kRoleFits = 20;
constexpr int kRoleWrong = -15;
constexpr int kNotabilityShare = 4;
constexpr int kPersonNotability = 12;  // people have no notability of their own
constexpr int kOldestPlayer = 42;
constexpr int kYoungestPlayer = 15;

bool is_later(const Spell& spell, std::optional<Date> now) {
  return now && spell.from && *spell.from > *now;
}
bool is_earlier(const Spell& spell, std::optional<Date> now) {
  return now && spell.to && *spell.to < *now;
}

int club_fit(const Scene& scene, const Evidence& evidence, const Player& player,
             const Cues& cues) {
  int best = 0;
  for (const Spell& spell : player.spells) {
    const bool present = !is_later(spell, scene.now) && !is_earlier(spell, scene.now);
    const bool beside = std::ranges::find(cues.clubs, spell.club) != cues.clubs.end();
    const bool named = evidence.count(spell.club) > 0;
    int points = 0;
    if (beside) {
      points = present ? kClubBeside : kOldClubBeside;
    } else if (named) {
      points = present ? kClubInDocument : kOldClubInDocument;
    }
    best = std::max(best, points);
  }
  return best;
}

int age_fit(const Scene& scene, const Player& player, const Cues& cues) {
  if (!player.born_on || !scene.now) return 0;
  const int age = years_between(*player.born_on, *scene.now);
  if (cues.age) {
    const int apart = std::abs(age - *cues.age);
    if (apart == 0) return kAgeFits;
    return apart == 1 ? kAgeFits / 2 : kAgeWrong;
  }
  return age > kOldestPlayer || age < kYoungestPlayer ? kTooOldOrYoung : 0;
}

int country_fit(const Player& player, const Cues& cues) {
  if (cues.countries.empty() || player.nationalities.empty()) return 0;
  const bool fits = std::ranges::any_of(cues.countries, [&](CountryId country) {
    return std::ranges::find(player.nationalities, country) != player.nationalities.end();
  });
  return fits ? kCountryFits : kCountryWrong;
}

bool is_near(Position one, Position other) {
  const auto place = [](Position position) { return static_cast<int>(position); };
  if (one == Position::kGoalkeeper || other == Position::kGoalkeeper) return one == other;
  return std::abs(place(one) - place(other)) <= 1;
}

int position_fit(const Player& player, const Cues& cues) {
  if (cues.position == Position::kUnknown || player.position == Position::kUnknown)
    return 0;
  if (cues.position == player.position) return kPositionFits;
  return is_near(cues.position, player.position) ? 0 : kPositionWrong;
}

int player_fit(const Scene& scene, const Evidence& evidence, const Player& player,
               const Cues& cues) {
  int fit = club_fit(scene, evidence, player, cues) + age_fit(scene, player, cues) +
            country_fit(player, cues) + position_fit(player, cues);
  if (player.woman != evidence.women) fit += kWrongSex;
  if (cues.role && *cues.role != Role::kPlayer && cues.close_role) fit += kRoleWrong;
  return fit;
}

int person_fit(const Scene& scene, const Evidence& evidence, const Person& person,
               const Cues& cues) {
  int fit = 0;
  if (cues.role) fit += *cues.role == person.role ? kRoleFits : kRoleWrong;
  if (cues.age_after && cues.position != Position::kUnknown) fit += kRoleWrong;
  for (const std::string_view organisation : person.organisations) {
    for (const NameUse& use : scene.knowledge.names().find(organisation)) {
      if (use.kind != MentionKind::kClub || evidence.count(ClubId{use.id}) == 0) continue;
      return fit + kClubInDocument;
    }
  }
  return fit;
}

bool is_person(const NameUse& use) {
  return use.kind == MentionKind::kPlayer || use.kind == MentionKind::kPerson;
}

std::string_view name_of(const Scene& scene, const NameUse& use) {
  return use.kind == MentionKind::kPlayer ? scene.knowledge.player(PlayerId{use.id}).name
                                          : scene.knowledge.person(PersonId{use.id}).name;
}

// What speaks for one reading of a name.
struct Standing {
  int fit = 0;
  int points = 0;
};

Standing standing_of(const Scene& scene, const Evidence& evidence, const NameUse& use,
                     const Cues& cues) {
  if (use.kind == MentionKind::kPlayer) {
    const Player& player = scene.knowledge.player(PlayerId{use.id});
    const int fit = player_fit(scene, evidence, player, cues);
    return {fit, fit + player.notability / kNotabilityShare};
  }
  const int fit =
      person_fit(scene, evidence, scene.knowledge.person(PersonId{use.id}), cues);
  return {fit, fit + kPersonNotability};
}

// "Everton", "Porto": one word that is somebody's name and a club's as well.
bool is_also_a_thing(const Scene& scene, const Hit& hit) {
  return hit.at.size() == 1 && std::ranges::any_of(hit.uses, [&](const NameUse& use) {
           return !is_person(use) && admits(scene, hit, use);
         });
}

bool is_full(const Scene& scene, const Hit& hit) {
  if (hit.doubtful || is_also_a_thing(scene, hit)) return false;
  return std::ranges::any_of(hit.uses, [&](const NameUse& use) {
    if (!is_person(use) || !admits(scene, hit, use)) return false;
    if (use.naming == Naming::kHandle) return true;
    return hit.at.size() > 1 ? use.naming == Naming::kFull
                             : use.naming == Naming::kFull && !use.needs_context;
  });
}

}  // namespace

std::int32_t member_for(Cast& cast, const NameUse& use) {
  return use.kind == MentionKind::kPlayer ? cast.member_for(PlayerId{use.id})
                                          : cast.member_for(PersonId{use.id});
}

PersonChoice choose_person(const Scene& scene, const Evidence& evidence, const Hit& hit,
                           const Cues& cues) {
  PersonChoice best;
  for (const NameUse& use : hit.uses) {
    if (!is_person(use) || !admits(scene, hit, use)) continue;
    const Standing standing = standing_of(scene, evidence, use, cues);
    const bool better = best.use == nullptr || standing.points > best.points;
    const NameUse* loser = better ? best.use : &use;
    if (loser != nullptr && best.rejected.size() < 4) {
      best.rejected.push_back(std::string(name_of(scene, *loser)) + ": fits less");
    }
    if (!better) continue;
    best.use = &use;
    best.points = standing.points;
    best.fit = standing.fit;
  }
  return best;
}

Mention& add_person(Scene& scene, Cast& cast, TokenRange at, Naming naming,
                    std::int32_t index) {
  const Member& member = cast[index];
  Mention& mention = scene.add(at, member.kind(), naming, member.name, index);
  mention.player = member.player;
  mention.person = member.person;
  mention.provisional = member.provisional;
  cast[index].last_token = at.first;
  return mention;
}

void find_full_people(Scene& scene, const Evidence& evidence, Cast& cast) {
  for (const Hit& hit : scene.hits) {
    if (hit.in_run || !is_full(scene, hit) || !scene.is_free(hit.at)) continue;
    const Cues cues = cues_around(scene, hit.at);
    PersonChoice choice;
    if (hit.uses.size() == 1) {
      choice.use = &hit.uses.front();  // nobody else bears it
    } else {
      choice = choose_person(scene, evidence, hit, cues);
    }
    if (choice.use == nullptr) continue;
    const std::int32_t member = cast.member_for_full(*choice.use, scene, hit.at);
    cast.learn(member, cues);
    Mention& mention = add_person(scene, cast, hit.at, choice.use->naming, member);
    mention.why = choice.rejected.empty() ? "full name" : "fits best here";
    mention.rejected = std::move(choice.rejected);
  }
}

}  // namespace hearsay::mention
