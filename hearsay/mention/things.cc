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
#include "hearsay/mention/club_choice.h"
#include "hearsay/mention/cues.h"
#include "hearsay/mention/sources.h"

namespace hearsay::mention {
namespace {

constexpr int kSameLeague = 4;
// What a town's name needs to be its club's, and what a common word needs ("United").
constexpr int kEnoughForTown = 2;
constexpr int kEnoughForWord = 9;
constexpr int kEnoughForSubject = 4;  // the same, where it does what clubs do

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
  const WordLists before = scene.lists(at.first - 1);
  const WordLists earlier =
      at.first >= first + 2 ? scene.lists(at.first - 2) : WordLists();
  const bool inside = words.place_before.has(before) && !words.club_in.has(earlier);
  const bool travels = words.to.has(before) && words.travel.has(earlier);
  if (!inside && !travels) return false;
  const std::string written = fold(scene.slice(at));
  const std::string city = fold(club.city);
  return city == written || city.starts_with(written + " ");
}

class ThingFinder {
 public:
  // `cast` may be null as long as nobody is known.
  ThingFinder(Scene& scene, Evidence& evidence, const Cast* cast)
      : scene_(scene),
        evidence_(evidence),
        cast_(cast),
        chooser_(scene, evidence, cast) {}

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
      if (!is_common_talk(hit)) add_outlet(hit);
      return;
    }
    if (hit.uses.size() == 1) add_other(hit);
  }

  // "Rangers" is one club's own name, and another's among friends: the first, unless the
  // document names the other.
  void almost_certain(const Hit& hit) {
    const NameUse* own = nullptr;
    for (const NameUse& use : hit.uses) {
      if (use.kind != MentionKind::kClub) return;
      if (use.needs_context && chooser_.is_spoken_of(hit.at, ClubId{use.id})) return;
      if (use.needs_context) continue;
      if (own != nullptr || use.naming != Naming::kFull) return;
      own = &use;
    }
    const bool usable = own != nullptr && !hit.doubtful && admits(scene_, hit, *own);
    if (usable && hit.uses.size() > 1) add_club(hit, *own, {});
  }

  // What nobody turned out to be called here: "for Jordan".
  void left_over(const Hit& hit) {
    const Kinds kinds = kinds_of(scene_, hit);
    if (kinds.person && kinds.other && !kinds.club && !hit.doubtful) add_other(hit);
  }

  void likely(const Hit& hit) {
    const Kinds kinds = kinds_of(scene_, hit);
    if (kinds.outlet && has_source_cue(scene_, hit.at) && add_outlet(hit)) return;
    if (kinds.club && !ends_unknown_name(hit) &&
        !(kinds.person && is_a_person_here(hit))) {
      const ClubChoice choice = chooser_.choose(hit);
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

  // "The Sun was shining": a newspaper says something, or is cited.
  bool is_common_talk(const Hit& hit) const {
    const std::uint32_t last = hit.at.end - 1;
    const bool plain = hit.at.size() == 2 &&
                       scene_.words.the.has(scene_.lists(hit.at.first)) &&
                       scene_.words.ordinary.has(scene_.lists(last));
    return plain && hit.at.end < scene_.sentence(last).end_token &&
           scene_.words.copulas.has(scene_.lists(hit.at.end)) &&
           !has_source_cue(scene_, hit.at);
  }

  // "Hallworth Rovers" are none of the Rovers we know.
  bool ends_unknown_name(const Hit& hit) const {
    const std::uint32_t first = hit.at.first;
    if (hit.at.size() > 1 || first == scene_.sentence(first).first_token) return false;
    const Token& before = scene_.tokens[first - 1];
    return scene_.words.club_marks.has(scene_.lists(first)) &&
           before.kind == TokenKind::kWord && before.capital &&
           scene_.tokens[first].space_before && !scene_.is_title_case(first) &&
           !scene_.words.ordinary.has(scene_.lists(first - 1)) &&
           scene_.mention_at(first - 1) == nullptr;
  }

  // A town's name is its club's in the news we read, unless it stands as a place. A word
  // of all days needs the club's full name elsewhere, or a club that everybody knows.
  bool is_enough(const Hit& hit, const Kinds& kinds, const ClubChoice& choice) const {
    if (evidence_.count(ClubId{choice.use->id}) > 0 && !hit.doubtful) return true;
    const bool ordinary =
        hit.at.size() == 1 && scene_.words.ordinary.has(scene_.lists(hit.at.first));
    if (!ordinary) return !kinds.needs_context || choice.points >= kEnoughForTown;
    const std::uint32_t next = hit.at.end;
    const bool inside = next < scene_.sentence(hit.at.first).end_token;
    const bool acts = inside && (scene_.words.person_verbs.has(scene_.lists(next)) ||
                                 !scene_.tokens[next].space_before);
    const bool owns = inside && introduces_somebody(next);
    if (hit.doubtful && !acts && !owns) return false;
    const bool subject = inside && scene_.words.club_verbs.has(scene_.lists(next));
    return choice.points >= (subject || owns ? kEnoughForSubject : kEnoughForWord);
  }

  // "Nice stalwart Jean-Clair Todibo": behind a noun for a person stands his name.
  bool introduces_somebody(std::uint32_t at) const {
    const std::uint32_t limit = scene_.sentence(at).end_token;
    return at + 1 < limit && scene_.words.role(scene_.lists(at)) &&
           scene_.is_word(at + 1) && scene_.tokens[at + 1].capital;
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
    mention.why = rejected.empty() ? "the club's name" : "fits best here";
    mention.rejected = std::move(rejected);
    evidence_.see(id, scene_.knowledge, hit.at.first);
  }

  // "Tottenham Hotspur Stadium", "City Ground".
  bool is_ground(TokenRange at) const {
    return at.end < scene_.sentence(at.first).end_token &&
           scene_.tokens[at.end].capital && !scene_.is_title_case(at.first) &&
           scene_.words.place_nouns.has(scene_.lists(at.end));
  }

  // "Barcelona B" is not Barcelona, and the "Liverpool Echo" is a newspaper.
  bool add_neighbour(const Hit& hit, const Club& club) {
    const std::uint32_t next = hit.at.end;
    if (next >= scene_.sentence(hit.at.first).end_token || !scene_.tokens[next].capital ||
        !scene_.is_word(next) || scene_.is_title_case(next)) {
      return false;
    }
    const bool reserve = scene_.words.reserve_marks.has(scene_.lists(next));
    const bool paper = scene_.words.paper_marks.has(scene_.lists(next));
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
           scene_.words.ordinary.has(scene_.lists(hit.at.first));
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
      evidence_.see(id, scene_.knowledge);
      return;
    }
    const CountryId id{use.id};
    const Country& row = scene_.knowledge.country(id);
    scene_.add(hit.at, use.kind, use.naming, std::string(row.name)).country = id;
  }

  Scene& scene_;
  Evidence& evidence_;
  const Cast* cast_;
  ClubChooser chooser_;
};

}  // namespace

void find_certain_things(Scene& scene, Evidence& evidence) {
  ThingFinder finder(scene, evidence, nullptr);
  for (const Hit& hit : scene.hits) {
    if (!hit.in_run) finder.certain(hit);
  }
  for (const Hit& hit : scene.hits) {
    if (!hit.in_run && scene.is_free(hit.at)) finder.almost_certain(hit);
  }
}

void find_likely_things(Scene& scene, Evidence& evidence, const Cast& cast,
                        bool runs_are_settled) {
  ThingFinder finder(scene, evidence, &cast);
  for (const Hit& hit : scene.hits) {
    if (hit.in_run == runs_are_settled && scene.is_free(hit.at)) finder.likely(hit);
  }
}

void find_left_over_things(Scene& scene, Evidence& evidence) {
  ThingFinder finder(scene, evidence, nullptr);
  for (const Hit& hit : scene.hits) {
    if (!hit.in_run && scene.is_free(hit.at)) finder.left_over(hit);
  }
}

}  // namespace hearsay::mention
