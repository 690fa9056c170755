// Points descriptions and pronouns at people and clubs of the document.
//
// Each candidate must be possible (age, country, position, clubs do not speak against
// him) and earns points for what fits, for being near, for being a subject, and for being
// whom the article is about. When nothing of a description fits anybody, nobody is meant.

#include <algorithm>

#include "hearsay/mention/cues.h"
#include "hearsay/mention/descriptions.h"
#include "hearsay/mention/fit.h"
#include "hearsay/mention/focus.h"

namespace hearsay::mention {
namespace {

constexpr int kSubject = 3;
constexpr int kTopic = 2;
constexpr int kBareTopic = 4;  // "the veteran": says nothing but that he is known
constexpr int kIsPlayer = 2;
constexpr int kNear = 2;  // for each sentence nearer than the window's end
constexpr int kSameSentence =
    3;  // a club in the sentence itself before an earlier subject
constexpr int kDestination = 6;  // the subject of "bring him to the club"
constexpr int kOwnClub = 4;      // the club of the person the sentence speaks of
constexpr int kSelf = -6;        // the subject of the same sentence, for "him"

// How many sentences back a phrase may point: one that says much points further.
constexpr std::uint32_t kRichWindow = 14;
constexpr std::uint32_t kPlainWindow = 4;
constexpr std::uint32_t kPronounWindow = 3;
constexpr std::uint32_t kPronounBlocks = 2;
constexpr std::size_t kTitleMembers = 32;  // asked when nobody near fits

template <class Value>
bool has(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

class Pointer {
 public:
  Pointer(Scene& scene, const Cast& cast) : scene_(scene), cast_(cast), focus_(scene) {
    int most = 1;
    for (std::size_t i = 0; i < cast.members().size(); ++i) {
      const Member& member = cast.members()[i];
      if (member.kind() != MentionKind::kPlayer || member.mentions <= most) continue;
      most = member.mentions;
      topic_ = static_cast<std::int32_t>(i);
    }
  }

  void walk() {
    for (std::uint32_t at = 0; at < scene_.size();) {
      if (const Mention* mention = scene_.mention_at(at)) {
        const std::uint32_t end = mention->end_token;
        focus_.see(static_cast<std::int32_t>(mention - scene_.found.data()));
        at = end;
        continue;
      }
      const std::uint32_t next = describe(at);
      at = next > at ? next : pronoun(at);
    }
  }

 private:
  struct Best {
    const Named* named = nullptr;
    std::int32_t member = kNothing;
    int points = 0;
  };

  // The place behind the description that was taken; `at` when none was.
  std::uint32_t describe(std::uint32_t at) {
    const std::optional<Description> description = description_at(scene_, at);
    if (!description) return at;
    const bool taken =
        description->club ? point_at_club(*description) : point_at_person(*description);
    return taken ? description->at.end : at;
  }

  std::uint32_t window_of(const Description& description) const {
    return description.is_bare() ? kPlainWindow : kRichWindow;
  }

  int nearness(std::uint32_t at, const Named& named, std::uint32_t window) const {
    const std::uint32_t apart = scene_.sentence_number(at) - named.sentence;
    if (apart > window) return kImpossible;
    const std::uint32_t counted = std::min(window, kPlainWindow);
    int points = apart < counted ? static_cast<int>(counted - apart) * kNear : 0;
    if (named.subject) points += kSubject;
    return points;
  }

  int standing(std::int32_t member) const {
    return (member == topic_ ? kTopic : 0) +
           (cast_[member].kind() == MentionKind::kPlayer ? kIsPlayer : 0);
  }

  bool point_at_person(const Description& description) {
    const bool says_something =
        !description.is_bare() || description.position != Position::kUnknown;
    const std::uint32_t window = window_of(description);
    Best best;
    for (const Named& named : focus_.people()) {
      const int fits = fit(description, cast_[named.member]);
      const bool is_topic = named.member == topic_;
      const int near =
          nearness(description.at.first, named, is_topic ? kRichWindow : window);
      if (fits <= kImpossible / 2 || near <= kImpossible / 2) continue;
      if (says_something && fits < 0 && !is_topic && !is_alone(named)) continue;
      const bool topic = is_topic && !says_something;
      take(best, &named, named.member,
           fits + near + standing(named.member) + (topic ? kBareTopic : 0));
    }
    if (best.member == kNothing && !description.is_bare()) best = ask_title(description);
    if (best.member == kNothing) return false;
    add(description.at, best, Naming::kDescription);
    return true;
  }

  // Nobody else was named in the sentences just before.
  bool is_alone(const Named& named) const {
    return std::ranges::none_of(focus_.people(), [&](const Named& other) {
      return other.member != named.member &&
             other.sentence + kPronounWindow >= named.sentence;
    });
  }

  Best ask_title(const Description& description) const {
    Best best;
    const std::span<const Member> named = cast_.title_members();
    const std::size_t count = std::min(named.size(), kTitleMembers);
    for (std::size_t i = 0; i < count; ++i) {
      const int fits = fit(description, named[i]);
      if (fits < kFits) continue;
      const auto member = static_cast<std::int32_t>(i);
      take(best, nullptr, member, fits + standing(member));
    }
    return best;
  }

  static void take(Best& best, const Named* named, std::int32_t member, int points) {
    if (best.member != kNothing && points < best.points) return;
    best = {named, member, points};
  }

  void add(TokenRange at, const Best& best, Naming naming) {
    const Member& member = cast_[best.member];
    scene_.drop(at);
    const auto index = static_cast<std::int32_t>(scene_.found.size());
    Mention& mention = scene_.add(at, member.kind(), naming, member.name, best.member);
    mention.player = member.player;
    mention.person = member.person;
    mention.provisional = member.provisional;
    mention.why = naming == Naming::kPronoun ? "nearest fitting" : "fits him best";
    focus_.see(index);
  }

  int fit_club(const Description& description, const Club& club) const {
    int points = 0;
    for (const CountryId country : description.countries) {
      if (club.country != country) return kImpossible;
      points += kFits;
    }
    if (description.league) {
      const Competition& league = scene_.knowledge.competition(*description.league);
      if (club.league != description.league && league.league) return kImpossible;
      points += league.league ? kFits : 0;
    }
    for (const WordKey region : description.regions) {
      const bool city = word_key(club.city) == region;
      if (!city && !scene_.words.is_region_word(club.city, region)) return kImpossible;
      points += kFits;
    }
    return points;
  }

  // "bring him to the club": the subject's. "his contract at the club": his own.
  int club_standing(std::uint32_t at, const Named& named) const {
    const std::uint32_t sentence = scene_.sentence_number(at);
    const bool same = named.sentence == sentence;
    const bool towards = at > 0 && scene_.words.to.has(scene_.lists(at - 1));
    int points = same ? kSameSentence : 0;
    if (towards && named.subject && same) points += kDestination;
    const Mention& mention = scene_.found[static_cast<std::size_t>(named.mention)];
    if (focus_.people().empty() || !mention.club) return points;
    const Named& person = focus_.people().back();
    if (person.sentence != sentence || !has(cast_[person.member].clubs, *mention.club)) {
      return points;
    }
    const bool plays = cast_[person.member].role == Role::kPlayer;
    return points + (towards && plays ? -kOwnClub : kOwnClub);
  }

  bool point_at_club(const Description& description) {
    const std::uint32_t window = window_of(description);
    Best best;
    for (const Named& named : focus_.clubs()) {
      const Mention& mention = scene_.found[static_cast<std::size_t>(named.mention)];
      const int near = nearness(description.at.first, named, window);
      if (near <= kImpossible / 2) continue;
      const int fits = mention.club
                           ? fit_club(description, scene_.knowledge.club(*mention.club))
                           : (description.is_bare() ? 0 : kUnknown);
      if (fits <= kImpossible / 2 || (fits < 0 && focus_.clubs().size() > 1)) continue;
      take(best, &named, named.mention,
           fits + near + club_standing(description.at.first, named));
    }
    if (best.named == nullptr) return point_at_own_club(description);
    repeat_club(description.at, best, Naming::kDescription);
    return true;
  }

  // "The club have offered me a new deal": where no club was named, that of the player.
  bool point_at_own_club(const Description& description) {
    if (!description.is_bare() || !focus_.clubs().empty() || focus_.people().empty()) {
      return false;
    }
    const Named& person = focus_.people().back();
    const Member& member = cast_[person.member];
    const bool near =
        scene_.sentence_number(description.at.first) - person.sentence < kPlainWindow;
    if (!near || !member.player || !scene_.now || member.role != Role::kPlayer)
      return false;
    const auto club = scene_.knowledge.club_of(*member.player, *scene_.now);
    if (!club) return false;
    scene_.drop(description.at);
    const auto index = static_cast<std::int32_t>(scene_.found.size());
    Mention& mention =
        scene_.add(description.at, MentionKind::kClub, Naming::kDescription,
                   std::string(scene_.knowledge.club(*club).name));
    mention.club = club;
    mention.why = "the club of " + member.name;
    focus_.see(index);
    return true;
  }

  void repeat_club(TokenRange at, const Best& best, Naming naming) {
    const std::size_t source = static_cast<std::size_t>(best.named->mention);
    const std::optional<ClubId> club = scene_.found[source].club;
    const bool provisional = scene_.found[source].provisional;
    std::string name = scene_.found[source].name;
    scene_.drop(at);
    const auto index = static_cast<std::int32_t>(scene_.found.size());
    Mention& mention = scene_.add(at, MentionKind::kClub, naming, std::move(name));
    mention.club = club;
    mention.provisional = provisional;
    mention.why = naming == Naming::kPronoun ? "spoken of here" : "fits it best";
    focus_.see(index);
  }

  std::uint32_t pronoun(std::uint32_t at) {
    if (!scene_.is_word(at)) return at + 1;
    const WordLists key = scene_.lists(at);
    if (scene_.words.he.has(key)) {
      point_pronoun(at, false);
    } else if (scene_.words.she.has(key)) {
      point_pronoun(at, true);
    } else if (scene_.words.they.has(key)) {
      point_they(at);
    }
    return at + 1;
  }

  void point_pronoun(std::uint32_t at, bool woman) {
    const bool object = scene_.words.objects.has(scene_.lists(at));
    const std::uint32_t block = scene_.sentence(at).block;
    Best best;
    for (const Named& named : focus_.people()) {
      const Member& member = cast_[named.member];
      if (member.woman ? *member.woman != woman : woman && !member.provisional) continue;
      if (block - named.block > kPronounBlocks || member.role == Role::kJournalist)
        continue;
      int points = nearness(at, named, kPronounWindow);
      if (points <= kImpossible / 2) continue;
      points += standing(named.member);
      const bool same = named.sentence == scene_.sentence_number(at);
      if (same) points += object && named.subject ? kSelf : kSameSentence;
      take(best, &named, named.member, points);
    }
    if (best.member == kNothing && !object && is_topic_for(woman)) {
      best = {nullptr, topic_, kTopic};
    }
    if (best.member != kNothing) add({at, at + 1}, best, Naming::kPronoun);
  }

  // Nobody near can be meant: "he" is whom the article is about, if it is about somebody.
  bool is_topic_for(bool woman) const {
    constexpr int kFewestMentions = 3;
    if (topic_ == kNothing) return false;
    const Member& topic = cast_[topic_];
    return topic.mentions >= kFewestMentions && topic.woman.value_or(woman) == woman;
  }

  // "They" is a club only when one club alone is being spoken of.
  void point_they(std::uint32_t at) {
    const std::uint32_t sentence = scene_.sentence_number(at);
    const bool opens = at == scene_.sentence(at).first_token;
    Best best;
    for (const Named& named : focus_.clubs()) {
      const bool before = opens && named.sentence + 1 == sentence;
      if (!named.subject || !(before || named.sentence == sentence)) continue;
      if (best.named != nullptr && !is_same_club(*best.named, named)) return;
      best = {&named, named.mention, 1};
    }
    if (best.named == nullptr) return;
    const bool person_too = std::ranges::any_of(focus_.people(), [&](const Named& named) {
      return named.subject && named.sentence == best.named->sentence;
    });
    if (!person_too) repeat_club({at, at + 1}, best, Naming::kPronoun);
  }

  bool is_same_club(const Named& one, const Named& other) const {
    return scene_.found[static_cast<std::size_t>(one.mention)].name ==
           scene_.found[static_cast<std::size_t>(other.mention)].name;
  }

  Scene& scene_;
  const Cast& cast_;
  Focus focus_;
  std::int32_t topic_ = kNothing;
};

}  // namespace

void find_references(Scene& scene, const Cast& cast) {
  Pointer(scene, cast).walk();
}

}  // namespace hearsay::mention
