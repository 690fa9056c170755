// Points for what the document shows: the club's full name above all, then its league and
// country, its people, its town, and last how well it is known.

#include "hearsay/mention/club_choice.h"

#include <algorithm>

namespace hearsay::mention {
namespace {

// Measured on the marked work texts. A full mention in the document outweighs everything
// but another full mention.
constexpr int kNamedInFull = 12;
constexpr int kNamedLast = 6;
constexpr int kSameCountry = 4;
constexpr int kSameLeague = 4;
constexpr int kWrongTeam = -15;  // women's team where men are spoken of, and the reverse
constexpr int kNotabilityShare = 10;
constexpr int kIntroduced = 8;  // "MLS side Inter"
constexpr int kIntroducedWrongly = -12;
constexpr int kTown = 4;
constexpr int kPresentPerson = 6;
constexpr int kFormerPerson = 2;
constexpr int kMostByPeople = 9;
constexpr std::size_t kFewestLettersOfTown = 3;

}  // namespace

ClubChooser::Introduction ClubChooser::introduction_of(TokenRange at) const {
  Introduction introduction;
  const std::uint32_t start = scene_.sentence(at.first).first_token;
  if (at.first < start + 2) return introduction;
  const WordLists noun = scene_.lists(at.first - 1);
  if (!scene_.words.club_before.has(noun) && !scene_.words.club_nouns.has(noun)) {
    return introduction;
  }
  if (const Mention* mention = scene_.mention_at(at.first - 2)) {
    introduction.league = mention->competition;
    introduction.country = mention->country;
  }
  return introduction;
}

void ClubChooser::see_people() {
  const auto see = [this](ClubId club, int points) {
    int& sum = by_people_[club];
    sum = std::min(sum + points, kMostByPeople);
  };
  for (const Member& member : cast_->members()) {
    for (const ClubId club : member.clubs) see(club, kPresentPerson);
    for (const ClubId club : member.former_clubs) see(club, kFormerPerson);
  }
}

void ClubChooser::look_around() {
  if (looked_) return;
  looked_ = true;
  if (cast_ != nullptr) see_people();
  see_towns();
}

void ClubChooser::see_towns() {
  for (std::uint32_t i = 0; i < scene_.size(); ++i) {
    const Mention* mention = scene_.mention_at(i);
    if (scene_.tokens[i].capital &&
        (mention == nullptr || mention->kind != MentionKind::kClub)) {
      towns_.push_back(scene_.key(i));
    }
  }
  std::ranges::sort(towns_);
}

bool ClubChooser::names_town(std::string_view city) const {
  return city.size() >= kFewestLettersOfTown &&
         std::ranges::all_of(words_of(city), [this](WordKey word) {
           return std::ranges::binary_search(towns_, word);
         });
}

int ClubChooser::points_of_company(ClubId id, const Club& club) const {
  int points = 0;
  if (club.country && evidence_.countries.contains(club.country->value))
    points += kSameCountry;
  if (club.league && evidence_.leagues.contains(club.league->value))
    points += kSameLeague;
  if (names_town(club.city)) points += kTown;
  const auto people = by_people_.find(id);
  return people == by_people_.end() ? points : points + people->second;
}

bool ClubChooser::is_listed_beside(TokenRange at, ClubId id) const {
  const auto is_part = [this, id](std::uint32_t i, bool& found) {
    const Mention* mention = scene_.mention_at(i);
    found = found || (mention != nullptr && mention->club == id);
    return mention != nullptr || scene_.tokens[i].capital || scene_.is(i, ",") ||
           scene_.words.conjunctions.has(scene_.lists(i));
  };
  const Sentence& sentence = scene_.sentence(at.first);
  bool found = false;
  bool joined = false;
  for (std::uint32_t i = at.end; i < sentence.end_token && is_part(i, found); ++i) {
    joined = joined || !scene_.tokens[i].capital;
  }
  for (std::uint32_t i = at.first; i > sentence.first_token && is_part(i - 1, found);
       --i) {
    joined = joined || !scene_.tokens[i - 1].capital;
  }
  return found && joined;
}

int ClubChooser::points_of(const NameUse& use, std::uint32_t last_token,
                           const Introduction& introduction) const {
  const ClubId id{use.id};
  const Club& club = scene_.knowledge.club(id);
  int points = club.notability / kNotabilityShare + points_of_company(id, club);
  const auto seen = evidence_.clubs.find(id);
  if (seen != evidence_.clubs.end()) {
    points += kNamedInFull * std::min(seen->second.count, 3);
    if (seen->second.last_token == last_token) points += kNamedLast;
  }
  if (club.women != evidence_.women) points += kWrongTeam;
  if (introduction.league) {
    points += club.league == introduction.league ? kIntroduced : kIntroducedWrongly;
  }
  if (introduction.country) {
    points += club.country == introduction.country ? kIntroduced : kIntroducedWrongly;
  }
  return points;
}

ClubChoice ClubChooser::choose(const Hit& hit) {
  const NameUse& first = hit.uses.front();
  const bool single = hit.uses.size() == 1 && first.kind == MentionKind::kClub &&
                      admits(scene_, hit, first);
  const int named = single ? evidence_.count(ClubId{first.id}) : 0;
  if (named > 0) return {&first, kNamedInFull * named, {}};
  look_around();
  std::uint32_t last_token = 0;
  for (const NameUse& use : hit.uses) {
    const auto seen = evidence_.clubs.find(ClubId{use.id});
    if (use.kind != MentionKind::kClub || seen == evidence_.clubs.end()) continue;
    last_token = std::max(last_token, seen->second.last_token);
  }
  const Introduction introduction = introduction_of(hit.at);
  ClubChoice best;
  for (const NameUse& use : hit.uses) {
    if (use.kind != MentionKind::kClub || !admits(scene_, hit, use)) continue;
    const int points = points_of(use, last_token, introduction);
    const bool better = best.use == nullptr || points > best.points;
    const NameUse* loser = better ? best.use : &use;
    if (loser != nullptr && best.rejected.size() < 4 &&
        !(best.use && best.use->id == use.id)) {
      best.rejected.push_back(std::string(scene_.knowledge.club(ClubId{loser->id}).name) +
                              ": fits the document less");
    }
    if (!better) continue;
    best.use = &use;
    best.points = points;
  }
  return best;
}

}  // namespace hearsay::mention
