// How a sentence treats a name tells what it names.
//
//     Danish midfielder Mohamed Daramy, 19,    a noun for a person before, an age behind
//     Lens' Facundo Medina                     a club owns him
//     Turkish side Caykur Rizespor             a noun for a club before
//     at Old Trafford · Wembley Stadium        a place
//
// Points of all places where the same words stand are taken together, so a name that one
// sentence introduces well is found wherever it stands.

#include "hearsay/mention/strangers.h"

#include <algorithm>
#include <unordered_map>

#include "hearsay/base/hash.h"

namespace hearsay::mention {
namespace {

// What each sign is worth; a name needs kEnough. Measured on the marked work texts: at 3,
// headlines in capitals give false people; at 5, players without any noun are lost.
constexpr int kCloseRole = 4;
constexpr int kAgeBehind = 4;
constexpr int kCloseCountry = 3;
constexpr int kCloseClub = 3;
constexpr int kWanted = 2;
constexpr int kSeveralWords = 1;
constexpr int kToClub = 2;
constexpr int kListed = 2;
constexpr int kVerb = 2;
constexpr int kOddWords = 1;  // none of them is a word of all days
constexpr int kOwner = 1;
constexpr int kGivenName = 3;
constexpr int kKnownSurname = 1;
constexpr int kRepeated = 1;
constexpr int kMostRepeated = 3;
constexpr int kArticle = -2;
constexpr int kPlace = -4;
constexpr int kSource = -3;
constexpr int kAllCapitals = -2;
constexpr int kTitleCase = -2;
constexpr int kEnough = 4;
constexpr int kEnoughOnce = 3;             // what one place must give a single word
constexpr std::uint32_t kLongestName = 7;  // tokens, with hyphens and particles

// News of football names a club or a player at least so often; other texts may name a few
// by chance.
constexpr int kTokensForSign = 100;

enum class Guess : std::uint8_t { kPerson, kClub, kOutlet, kNothing };

struct Group {
  int points = 0;  // of the place that says most
  int count = 0;
  bool place = false;   // "in Berlin": it was written as a place
  bool player = false;  // something that is said of players only
  std::int32_t member = kNothing;
  std::int32_t typo_of = kNothing;
};

class StrangerFinder {
 public:
  StrangerFinder(Scene& scene, const Evidence& evidence, Cast& cast)
      : scene_(scene), evidence_(evidence), cast_(cast) {}

  void find() {
    for (Run& run : scene_.runs) {
      if (run.at.size() > 1) weigh(run);
    }
    settle_long_names();
    for (Run& run : scene_.runs) {
      if (run.at.size() == 1) weigh(run);
    }
    settle_single_names();
  }

 private:
  std::string key_of(TokenRange at) const {
    std::string key;
    for (const WordKey word : words_of(scene_, at)) {
      key.append(reinterpret_cast<const char*>(&word), sizeof word);
    }
    return key;
  }

  // Words of a name behind its first: at least one that is no word of all days.
  int points_of(const Run& run, const Cues& cues) const {
    const Token& first = scene_.tokens[run.at.first];
    const bool several = run.at.size() > 1;
    int points = 0;
    if (cues.close_role) points += kCloseRole;
    if (cues.age_after) points += kAgeBehind;
    if (cues.close_country) points += kCloseCountry;
    if (cues.close_club) points += kCloseClub;
    if (cues.wanted_before) points += kWanted;
    if (cues.verb_after) points += kVerb;
    if (cues.owner_after) points += kOwner;
    if (cues.to_club_after) points += kToClub;
    if (cues.listed) points += kListed;
    if (cues.article_before) points += kArticle;
    if (several) points += points_of_words(run);
    if (cues.place_before || cues.place_after || is_place(run)) points += kPlace;
    if (cues.source) points += kSource;
    if (first.all_capitals) points += kAllCapitals;
    if (scene_.is_title_case(run.at.first)) points += kTitleCase;
    return points;
  }

  // "Mount Everest", "Allianz Arena".
  bool is_place(const Run& run) const {
    return run.at.size() > 1 &&
           (scene_.words.place_first.has(scene_.lists(run.at.first)) ||
            scene_.words.place_nouns.has(scene_.lists(run.at.end - 1)));
  }

  int points_of_words(const Run& run) const {
    int points = kSeveralWords;
    if (is_odd(run)) points += kOddWords;
    if (scene_.words.given.has(scene_.lists(run.at.first))) points += kGivenName;
    if (run.hit != kNothing) points += kKnownSurname;
    return points;
  }

  bool is_odd(const Run& run) const {
    for (std::uint32_t i = run.at.first; i < run.at.end; ++i) {
      if (scene_.tokens[i].capital && scene_.words.ordinary.has(scene_.lists(i)))
        return false;
    }
    return true;
  }

  Guess guess(const Run& run, const Cues& cues) const {
    if (run.at.size() > kLongestName) return Guess::kNothing;
    if (cues.club_noun_before && !cues.age_after) return Guess::kClub;
    const std::uint32_t last = run.at.end - 1;
    if (scene_.words.club_marks.has(scene_.lists(last)) && run.at.size() > 1)
      return Guess::kClub;
    const std::uint32_t next = run.at.end;
    const bool marked = next < scene_.sentence(last).end_token &&
                        scene_.tokens[next].capital &&
                        scene_.words.club_marks.has(scene_.lists(next));
    if (marked) return Guess::kClub;
    return Guess::kPerson;
  }

  void weigh(const Run& run) {
    if (!scene_.is_free(run.at)) return;
    const Cues cues = cues_around(scene_, run.at);
    const Guess what = guess(run, cues);
    if (what == Guess::kClub && speaks_of_football()) add_club(run);
    if (what != Guess::kPerson) return;
    if (cues.source && !cues.close_role && !starts_with_given(run)) {
      add_outlet(run);
      return;
    }
    Group& group = groups_[key_of(run.at)];
    const int points = points_of(run, cues);
    group.points = group.count == 0 ? points : std::max(group.points, points);
    ++group.count;
    group.place = group.place || cues.inside_before;
    group.player = group.player || tells_player(cues);
    if (group.typo_of == kNothing) group.typo_of = misspelt(run, cues);
    waiting_.push_back({run, cues});
  }

  bool starts_with_given(const Run& run) const {
    return run.at.size() > 1 && scene_.words.given.has(scene_.lists(run.at.first));
  }

  static bool tells_player(const Cues& cues) {
    if (cues.role) return *cues.role == Role::kPlayer;
    return cues.age_after || cues.close_club || cues.close_country ||
           cues.wanted_before || cues.to_club_after;
  }

  // "Jorge Messi" where Lionel Messi is spoken of: nobody says that he plays.
  bool is_relative(const Run& run) const {
    const std::span<const std::int32_t> bearers =
        cast_.with_word(scene_.key(run.at.end - 1));
    return std::ranges::any_of(bearers, [&](std::int32_t bearer) {
      return !cast_[bearer].provisional && cast_[bearer].role == Role::kPlayer;
    });
  }

  // "Alexander Lacazette": the surname of a player who fits, and the same first letter.
  std::int32_t misspelt(const Run& run, const Cues& cues) const {
    if (run.hit == kNothing || run.at.size() < 2) return kNothing;
    const Hit& hit = scene_.hits[static_cast<std::size_t>(run.hit)];
    if (hit.at.end != run.at.end || hit.at.first == run.at.first) return kNothing;
    const PersonChoice choice = choose_person(scene_, evidence_, hit, cues);
    if (choice.use == nullptr || choice.use->kind != MentionKind::kPlayer)
      return kNothing;
    if (choice.fit < kEnoughForTypo) return kNothing;
    const std::string_view name = scene_.knowledge.player(PlayerId{choice.use->id}).name;
    const std::string folded = fold(name);
    const std::string written = fold(scene_.slice(run.at));
    if (folded.empty() || written.empty() || folded.front() != written.front())
      return kNothing;
    return static_cast<std::int32_t>(choice.use->id);
  }

  void settle_long_names() { settle(); }

  // A single word is a name only when the sentence introduces it as one, and nobody in
  // the cast bears it.
  void settle_single_names() { settle(); }

  void settle() {
    const bool football = speaks_of_football();
    for (const auto& [run, cues] : waiting_) {
      Group& group = groups_[key_of(run.at)];
      if (!is_enough(run, group) || !scene_.is_free(run.at)) continue;
      if (run.at.size() == 1 && !cast_.with_word(scene_.key(run.at.first)).empty())
        continue;
      const bool relative = group.typo_of == kNothing && is_relative(run);
      if (group.member == kNothing) group.member = introduce(run, group);
      cast_.learn(group.member, cues);
      Member& member = cast_[group.member];
      const bool someone_else = cues.role.has_value() && !group.player;
      const bool plays = group.player || !(relative || someone_else);
      if (member.role == Role::kNone && plays) member.role = Role::kPlayer;
      if (!football && member.provisional) member.role = Role::kNone;
      Mention& mention = add_person(scene_, cast_, run.at, Naming::kFull, group.member);
      mention.why = mention.provisional ? "the sentence treats it as a person"
                                        : "spelt in another way";
    }
    waiting_.clear();
  }

  static bool is_enough(const Run& run, const Group& group) {
    const bool single = run.at.size() == 1;
    if (single && (group.place || group.points < kEnoughOnce)) return false;
    const int repeated = std::min((group.count - 1) * kRepeated, kMostRepeated);
    const int place = group.place ? kPlace : 0;
    return group.points + repeated + place >= kEnough;
  }

  // Whether anything of football stands in the document. Where nothing does, a name is
  // somebody's, but no player's.
  bool speaks_of_football() const {
    int signs = 0;
    for (const auto& [club, seen] : evidence_.clubs) signs += seen.count;
    for (const Member& member : cast_.members()) {
      if (member.player) signs += member.mentions;
    }
    return (signs + 1) * kTokensForSign >= static_cast<int>(scene_.size());
  }

  std::int32_t introduce(const Run& run, const Group& group) {
    if (group.typo_of != kNothing) {
      return cast_.member_for(PlayerId{static_cast<std::uint32_t>(group.typo_of)});
    }
    std::string name(scene_.slice(run.at));
    std::erase(name, '#');
    return cast_.add_stranger(std::move(name), words_of(scene_, run.at));
  }

  void add_club(const Run& run) {
    TokenRange whole = run.at;
    const std::uint32_t limit = scene_.sentence(run.at.first).end_token;
    while (whole.end < limit && scene_.tokens[whole.end].capital &&
           scene_.words.club_marks.has(scene_.lists(whole.end)) &&
           scene_.is_free({whole.end, whole.end + 1})) {
      ++whole.end;
    }
    Mention& mention = scene_.add(whole, MentionKind::kClub, Naming::kFull,
                                  std::string(scene_.slice(whole)));
    mention.provisional = true;
    mention.why = "the sentence treats it as a club";
  }

  void add_outlet(const Run& run) {
    Mention& mention = scene_.add(run.at, MentionKind::kOutlet, Naming::kFull,
                                  std::string(scene_.slice(run.at)));
    mention.provisional = true;
    mention.why = "the sentence cites it";
  }

  static constexpr int kEnoughForTypo = 15;

  struct Waiting {
    Run run;
    Cues cues;
  };

  Scene& scene_;
  const Evidence& evidence_;
  Cast& cast_;
  std::unordered_map<std::string, Group> groups_;
  std::vector<Waiting> waiting_;
};

}  // namespace

void find_strangers(Scene& scene, const Evidence& evidence, Cast& cast) {
  StrangerFinder(scene, evidence, cast).find();
}

}  // namespace hearsay::mention
