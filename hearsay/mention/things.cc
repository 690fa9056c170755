// Clubs, countries, competitions and outlets: first those that can mean one thing only,
// then the rest by the company they keep.
//
//     Newcastle United … Manchester City …   certain: they fill the evidence
//     United are keen                        Newcastle: named in full, and last
//     in Barcelona                           the town: a club is not where one lands

#include "hearsay/mention/things.h"

#include <algorithm>
#include <optional>

#include "hearsay/base/fold.h"
#include "hearsay/mention/cues.h"
#include "hearsay/mention/sources.h"

namespace hearsay::mention {
namespace {

// Points for who is meant by a club's short name; measured on the marked work texts. A
// full mention in the document outweighs everything but another full mention.
constexpr int kNamedInFull = 12;
constexpr int kNamedLast = 6;
constexpr int kSameCountry = 4;
constexpr int kSameLeague = 4;
constexpr int kWrongTeam = -15;  // women's team where men are spoken of, and the reverse
constexpr int kNotabilityShare = 10;
// What a town's name needs to be its club's, and what a common word needs ("United").
constexpr int kEnoughForTown = 2;
constexpr int kEnoughForWord = 9;

bool is_person(MentionKind kind) {
  return kind == MentionKind::kPlayer || kind == MentionKind::kPerson;
}

struct Kinds {
  bool person = false;
  bool club = false;
  bool outlet = false;
  bool other = false;
  bool needs_context = false;
};

Kinds kinds_of(const Scene& scene, const Hit& hit) {
  Kinds kinds;
  for (const NameUse& use : hit.uses) {
    if (!admits(scene, hit, use)) continue;
    kinds.person = kinds.person || is_person(use.kind);
    kinds.club = kinds.club || use.kind == MentionKind::kClub;
    kinds.outlet = kinds.outlet || use.kind == MentionKind::kOutlet;
    kinds.other = kinds.other || use.kind == MentionKind::kCompetition ||
                  use.kind == MentionKind::kCountry ||
                  use.kind == MentionKind::kNationality;
    kinds.needs_context = kinds.needs_context || use.needs_context;
  }
  kinds.needs_context = kinds.needs_context || hit.doubtful;
  return kinds;
}

// "in Barcelona", "flew to Milan": the town. But "interest in Barcelona" is the club.
bool stands_as_place(const Scene& scene, TokenRange at, const Club& club) {
  const Vocabulary& words = scene.words;
  const std::uint32_t first = scene.sentence(at.first).first_token;
  if (at.first == first) return false;
  const bool owns = at.end < scene.size() &&
                    scene.text.slice(scene.tokens[at.end]).size() > 1 &&
                    !scene.tokens[at.end].space_before && scene.is_word(at.end);
  if (owns) return false;
  const WordKey before = scene.key(at.first - 1);
  const WordKey earlier = at.first >= first + 2 ? scene.key(at.first - 2) : 0;
  const bool inside = words.place_before.has(before) && !words.club_in.has(earlier);
  const bool travels = words.to.has(before) && words.travel.has(earlier);
  if (!inside && !travels) return false;
  return !club.city.empty() && fold(club.city) == fold(scene.slice(at));
}

struct Choice {
  const NameUse* use = nullptr;
  int points = 0;
  std::vector<std::string> rejected;
};

int club_points(const Scene& scene, const Evidence& evidence, const NameUse& use,
                std::uint32_t last_token) {
  const ClubId id{use.id};
  const Club& club = scene.knowledge.club(id);
  int points = club.notability / kNotabilityShare;
  const auto seen = evidence.clubs.find(id);
  if (seen != evidence.clubs.end()) {
    points += kNamedInFull * std::min(seen->second.count, 3);
    if (seen->second.last_token == last_token) points += kNamedLast;
  }
  if (club.country && evidence.countries.contains(club.country->value))
    points += kSameCountry;
  if (club.league && evidence.leagues.contains(club.league->value)) points += kSameLeague;
  if (club.women != evidence.women) points += kWrongTeam;
  return points;
}

Choice choose_club(const Scene& scene, const Evidence& evidence, const Hit& hit) {
  std::uint32_t last_token = 0;
  for (const NameUse& use : hit.uses) {
    const auto seen = evidence.clubs.find(ClubId{use.id});
    if (use.kind != MentionKind::kClub || seen == evidence.clubs.end()) continue;
    last_token = std::max(last_token, seen->second.last_token);
  }
  Choice best;
  for (const NameUse& use : hit.uses) {
    if (use.kind != MentionKind::kClub || !admits(scene, hit, use)) continue;
    const int points = club_points(scene, evidence, use, last_token);
    const bool better = best.use == nullptr || points > best.points;
    const NameUse* loser = better ? best.use : &use;
    if (loser != nullptr && best.rejected.size() < 4 &&
        !(best.use && best.use->id == use.id)) {
      best.rejected.push_back(std::string(scene.knowledge.club(ClubId{loser->id}).name) +
                              ": fits the document less");
    }
    if (!better) continue;
    best.use = &use;
    best.points = points;
  }
  return best;
}

class ThingFinder {
 public:
  // `cast` may be null as long as nobody is known.
  ThingFinder(Scene& scene, Evidence& evidence, const Cast* cast)
      : scene_(scene), evidence_(evidence), cast_(cast) {}

  void certain(const Hit& hit) {
    const Kinds kinds = kinds_of(scene_, hit);
    const int meanings = static_cast<int>(kinds.club) + static_cast<int>(kinds.outlet) +
                         static_cast<int>(kinds.other);
    if (kinds.person || kinds.needs_context || meanings != 1) return;
    if (kinds.club) {
      const auto other = [&](const NameUse& use) {
        return use.id != hit.uses.front().id;
      };
      if (std::ranges::any_of(hit.uses, other)) return;
      add_club(hit, hit.uses.front(), {});
      return;
    }
    if (kinds.outlet) {
      add_outlet(hit);
      return;
    }
    if (hit.uses.size() == 1) add_other(hit);
  }

  void likely(const Hit& hit) {
    const Kinds kinds = kinds_of(scene_, hit);
    if (kinds.outlet && has_source_cue(scene_, hit.at) && add_outlet(hit)) return;
    if (kinds.club && !(kinds.person && is_a_person_here(hit))) {
      const Choice choice = choose_club(scene_, evidence_, hit);
      if (choice.use != nullptr && is_enough(hit, kinds, choice)) {
        add_club(hit, *choice.use, choice.rejected);
        return;
      }
    }
    if (kinds.person || hit.doubtful) return;
    if (kinds.other) add_other(hit);
  }

 private:
  // "Brazilian winger Everton, 24," is nobody's club.
  bool is_a_person_here(const Hit& hit) const {
    const std::uint32_t first = hit.at.first;
    const bool named = cast_ != nullptr && !cast_->with_word(scene_.key(first)).empty();
    const bool club = std::ranges::any_of(hit.uses, [&](const NameUse& use) {
      return use.kind == MentionKind::kClub && evidence_.count(ClubId{use.id}) > 0;
    });
    if (named && !club) return true;
    const Cues cues = cues_around(scene_, hit.at);
    return cues.age_after || (cues.close_role && !cues.former);
  }

  // A town's name is its club's in the news we read, unless it stands as a place. A word
  // of all days needs the club's full name elsewhere, or a club that everybody knows.
  bool is_enough(const Hit& hit, const Kinds& kinds, const Choice& choice) const {
    if (evidence_.count(ClubId{choice.use->id}) > 0 && !hit.doubtful) return true;
    const bool ordinary =
        hit.at.size() == 1 && scene_.words.ordinary.has(scene_.key(hit.at.first));
    if (!ordinary) return !kinds.needs_context || choice.points >= kEnoughForTown;
    const std::uint32_t next = hit.at.end;
    const bool acts = next < scene_.sentence(hit.at.first).end_token &&
                      (scene_.words.person_verbs.has(scene_.key(next)) ||
                       !scene_.tokens[next].space_before);
    if (hit.doubtful && !acts) return false;
    return choice.points >= kEnoughForWord;
  }

  void add_club(const Hit& hit, const NameUse& use, std::vector<std::string> rejected) {
    const ClubId id{use.id};
    const Club& club = scene_.knowledge.club(id);
    if (!scene_.is_free(hit.at) || stands_as_place(scene_, hit.at, club)) return;
    if (is_ground(hit.at)) return;
    if (add_neighbour(hit, club)) return;
    Mention& mention =
        scene_.add(hit.at, MentionKind::kClub, use.naming, std::string(club.name));
    mention.club = id;
    mention.why = rejected.empty() ? "name of the club" : "fits the document best";
    mention.rejected = std::move(rejected);
    evidence_.see(id, scene_.knowledge, hit.at.first);
  }

  // "Tottenham Hotspur Stadium", "City Ground".
  bool is_ground(TokenRange at) const {
    return at.end < scene_.sentence(at.first).end_token &&
           scene_.tokens[at.end].capital && !scene_.is_title_case(at.first) &&
           scene_.words.place_nouns.has(scene_.key(at.end));
  }

  // "Barcelona B" is not Barcelona, and the "Liverpool Echo" is a newspaper.
  bool add_neighbour(const Hit& hit, const Club& club) {
    const std::uint32_t next = hit.at.end;
    if (next >= scene_.sentence(hit.at.first).end_token || !scene_.tokens[next].capital ||
        !scene_.is_word(next) || scene_.is_title_case(next)) {
      return false;
    }
    const bool reserve = scene_.words.reserve_marks.has(scene_.key(next));
    const bool paper = scene_.words.paper_marks.has(scene_.key(next));
    const TokenRange whole{hit.at.first, next + 1};
    if ((!reserve && !paper) || !scene_.is_free(whole)) return false;
    std::string name(reserve ? club.name : scene_.slice(hit.at));
    name.append(" ").append(scene_.text.slice(scene_.tokens[next]));
    Mention& mention = scene_.add(
        whole, reserve ? MentionKind::kClub : MentionKind::kOutlet, Naming::kFull, name);
    mention.provisional = true;
    mention.why = reserve ? "another team of the club" : "a newspaper of the town";
    return true;
  }

  bool add_outlet(const Hit& hit) {
    for (const NameUse& use : hit.uses) {
      if (use.kind != MentionKind::kOutlet || !admits(scene_, hit, use)) continue;
      const OutletId id{use.id};
      const Outlet& outlet = scene_.knowledge.outlet(id);
      if (!scene_.is_free(hit.at) || is_small_word(hit, outlet.name)) continue;
      Mention& mention =
          scene_.add(hit.at, MentionKind::kOutlet, use.naming, std::string(outlet.name));
      mention.outlet = id;
      mention.why = "name of the outlet";
      return true;
    }
    return false;
  }

  // "As" at the start of a sentence is not the newspaper "AS".
  bool is_small_word(const Hit& hit, std::string_view name) const {
    return hit.at.size() == 1 && name.size() <= 3 &&
           !scene_.tokens[hit.at.first].all_capitals &&
           scene_.words.ordinary.has(scene_.key(hit.at.first));
  }

  int other_points(const Hit& hit, const NameUse& use) const {
    if (use.kind != MentionKind::kCompetition) return 0;
    const Competition& row = scene_.knowledge.competition(CompetitionId{use.id});
    int points = fold(row.name) == fold(scene_.slice(hit.at)) ? 1 : 0;
    if (const auto seen = evidence_.leagues.find(use.id);
        seen != evidence_.leagues.end()) {
      points += kSameLeague * std::min(seen->second, 3);
    }
    if (row.country && evidence_.countries.contains(row.country->value)) points += 2;
    return points;
  }

  void add_other(const Hit& hit) {
    if (!scene_.is_free(hit.at)) return;
    const NameUse* best = nullptr;
    int most = 0;
    const bool several = hit.uses.size() > 1;
    for (const NameUse& use : hit.uses) {
      const bool other = use.kind == MentionKind::kCompetition ||
                         use.kind == MentionKind::kCountry ||
                         use.kind == MentionKind::kNationality;
      if (!other || !admits(scene_, hit, use)) continue;
      const int points = several ? other_points(hit, use) : 0;
      if (best != nullptr && points <= most) continue;
      best = &use;
      most = points;
    }
    if (best != nullptr) add_other(hit, *best);
  }

  void add_other(const Hit& hit, const NameUse& use) {
    if (use.kind == MentionKind::kCompetition) {
      const CompetitionId id{use.id};
      const Competition& row = scene_.knowledge.competition(id);
      scene_.add(hit.at, use.kind, use.naming, std::string(row.name)).competition = id;
      return;
    }
    const CountryId id{use.id};
    const Country& row = scene_.knowledge.country(id);
    scene_.add(hit.at, use.kind, use.naming, std::string(row.name)).country = id;
  }

  Scene& scene_;
  Evidence& evidence_;
  const Cast* cast_;
};

}  // namespace

void find_certain_things(Scene& scene, Evidence& evidence) {
  ThingFinder finder(scene, evidence, nullptr);
  for (const Hit& hit : scene.hits) {
    if (!hit.in_run) finder.certain(hit);
  }
}

void find_likely_things(Scene& scene, Evidence& evidence, const Cast& cast,
                        bool runs_are_settled) {
  ThingFinder finder(scene, evidence, &cast);
  for (const Hit& hit : scene.hits) {
    if (hit.in_run == runs_are_settled && scene.is_free(hit.at)) finder.likely(hit);
  }
}

}  // namespace hearsay::mention
