// Finds who stands on which side of each predicate of a sentence.
//
// The words decide first: the group before the phrase and the one behind it, by the parts
// its row names. A passive swaps them, a noun takes its owner ("Chelsea's pursuit of") or
// what follows "from". What a sentence leaves out is taken from the ones before it, but
// only where the row allows it.

#include "hearsay/claim/frame.h"

#include <algorithm>
#include <map>
#include <utility>

#include "hearsay/claim/chain.h"

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kFarthestOwner = 3;    // words between an owner and its noun
constexpr std::uint32_t kFarthestObject = 24;  // words between a phrase and its object
constexpr std::uint32_t kFocusSentences = 2;   // how long a deal stays in mind

// What the text is at: the deal that the last frames told of.
struct Focus {
  std::vector<Subject> players;
  std::vector<Party> buyers;
  std::vector<Subject> topic;    // whom the whole text is about, when it is about one
  std::uint32_t players_at = 0;  // the sentence
  std::uint32_t buyers_at = 0;
};

class SentenceReader {
 public:
  SentenceReader(const Page& page, const Scene& scene, Focus& focus)
      : page_(page),
        scene_(scene),
        focus_(focus),
        preposition_(page.lexicon.words("preposition")),
        from_(page.lexicon.words("from")),
        of_(page.lexicon.words("of")),
        to_(page.lexicon.words("to")),
        with_(page.lexicon.words("with")),
        by_(page.lexicon.words("by")),
        not_object_(page.lexicon.words("not_object")),
        break_(page.lexicon.words("break")) {}

  void run(Frames& out) {
    chains_ = find_chains(page_, scene_);
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Chain& chain = chains_[i];
      if (!chain.stage) {
        out.dropped.push_back({span_of(chain), chain.rule, chain.dropped});
        continue;
      }
      if (takes_another(chain)) {
        out.dropped.push_back(
            {span_of(chain), chain.rule, "it is said of something else"});
        continue;
      }
      read(i, *chain.stage, out);
    }
    remember_players();
    out.chains.push_back(std::move(chains_));
  }

 private:
  using Groups = const Group*;

  TextSpan span_of(const Chain& chain) const {
    return {page_.token(chain.first_token).span.begin,
            page_.token(chain.end_token - 1).span.end};
  }

  static bool fits(const Group& group, Part part) {
    switch (part) {
      case Part::kPlayer:
        return group.kind == GroupKind::kPlayer;
      case Part::kBuyer:
        return group.kind != GroupKind::kPlayer;
      case Part::kSeller:
        return group.kind == GroupKind::kClub;
      case Part::kNone:
        break;
    }
    return false;
  }

  // "a sensational move for Major League Soccer": a loose noun for a player whose own
  // object is no player.
  bool takes_another(const Chain& chain) const {
    if (!chain.predicate->loose || chain.predicate->object != Part::kPlayer) return false;
    const auto next = std::ranges::lower_bound(page_.mentions, chain.end_token, {},
                                               &Mention::first_token);
    return next != page_.mentions.end() && next->first_token == chain.end_token &&
           (next->kind == MentionKind::kCompetition ||
            next->kind == MentionKind::kCountry);
  }

  bool is_before(const Group& group, const WordSet& words) const {
    return group.before != nullptr && words.has(group.before->key);
  }

  // Whether the word before the group is part of the phrase itself ("interested in").
  bool is_governed_by(const Group& group, const Chain& chain) const {
    return group.before != nullptr &&
           group.before->span.begin >= page_.token(chain.head_token).span.begin &&
           group.before->span.begin < page_.token(chain.end_token - 1).span.end;
  }

  // The group that stands before the phrase and can be its subject.
  Groups subject_of(const Chain& chain, Part part) const {
    Groups fallback = nullptr;
    for (auto group = scene_.groups.rbegin(); group != scene_.groups.rend(); ++group) {
      if (group->end_token > chain.first_token || !fits(*group, part) || group->home)
        continue;
      if (group->kind == GroupKind::kPlace) continue;
      if (group->owner && !is_owner_of(*group, chain)) {
        if (fallback == nullptr) fallback = &*group;
        continue;
      }
      if (is_before(*group, preposition_)) continue;
      if (part == Part::kPlayer && another_person_between(*group, chain)) return nullptr;
      return &*group;
    }
    return fallback;
  }

  // "… after Tuchel left him out": a coach stands nearer to the verb than the player.
  bool another_person_between(const Group& group, const Chain& chain) const {
    auto mention = std::ranges::lower_bound(page_.mentions, group.end_token, {},
                                            &Mention::first_token);
    for (; mention != page_.mentions.end() && mention->end_token <= chain.first_token;
         ++mention) {
      if (mention->kind == MentionKind::kPerson) return true;
    }
    return false;
  }

  bool is_owner_of(const Group& group, const Chain& chain) const {
    const std::uint32_t gap = chain.head_token - group.end_token;
    return chain.predicate->noun && gap <= kFarthestOwner;
  }

  // The club or player right before a noun: "Chelsea's move", "a Chelsea move".
  Groups owner_of(const Chain& chain) const {
    if (!chain.predicate->noun) return nullptr;
    for (auto group = scene_.groups.rbegin(); group != scene_.groups.rend(); ++group) {
      if (group->end_token > chain.head_token) continue;
      const bool near = chain.head_token - group->end_token <= (group->owner ? 4U : 0U);
      return near && !group->home && group->kind != GroupKind::kPlace ? &*group : nullptr;
    }
    return nullptr;
  }

  // Where the reach of a phrase ends: at the next firm predicate or a word that breaks
  // off.
  std::uint32_t reach_of(std::size_t index) const {
    std::uint32_t end = scene_.sentence->end_token;
    for (std::size_t i = index + 1; i < chains_.size(); ++i) {
      if (chains_[i].predicate->loose) continue;
      end = chains_[i].first_token;
      break;
    }
    for (std::uint32_t token = chains_[index].end_token; token < end; ++token) {
      if (page_.is(token, break_)) return token;
    }
    return end;
  }

  Groups object_of(const Chain& chain, Part part, std::uint32_t reach) const {
    Groups place = nullptr;
    for (const Group& group : scene_.groups) {
      if (group.first_token <= chain.head_token || group.first_token >= reach) continue;
      if (group.first_token > chain.end_token + kFarthestObject) break;
      if (!fits(group, part) || group.home || leads_away(group, chain, part)) continue;
      if (group.kind != GroupKind::kPlace) return &group;
      if (place == nullptr) place = &group;
    }
    return place;
  }

  // Whether the word before a club says that it is no object: "against Lille", and for a
  // buyer "from Lille"; a word of the phrase itself ("interest from") never does.
  bool leads_away(const Group& group, const Chain& chain, Part part) const {
    if (part == Part::kPlayer || is_governed_by(group, chain)) return false;
    if (is_before(group, not_object_)) return true;
    return part == Part::kBuyer && (is_before(group, from_) || is_before(group, of_));
  }

  // The first club in or behind the phrase whose preposition is one of `words`.
  Groups behind(const Chain& chain, std::uint32_t reach, const WordSet& words) const {
    for (const Group& group : scene_.groups) {
      if (group.first_token <= chain.head_token || group.first_token >= reach) continue;
      if (group.kind != GroupKind::kPlayer && !group.home && is_before(group, words)) {
        return &group;
      }
    }
    return nullptr;
  }

  struct Sides {
    Groups player = nullptr;
    Groups buyer = nullptr;
    Groups seller = nullptr;
  };

  static void put(Sides& sides, Part part, Groups group) {
    if (group == nullptr) return;
    Groups& side = part == Part::kPlayer  ? sides.player
                   : part == Part::kBuyer ? sides.buyer
                                          : sides.seller;
    if (side == nullptr) side = group;
  }

  Sides sides_of(std::size_t index) const {
    const Chain& chain = chains_[index];
    const Predicate& predicate = *chain.predicate;
    const std::uint32_t reach = reach_of(index);
    Part before = predicate.subject;
    Part behind_it = predicate.object;
    Sides sides;
    if (chain.passive) {
      std::swap(before, behind_it);
      put(sides, behind_it, behind(chain, reach, by_));
      put(sides, before, subject_of(chain, before));
      if (behind_it != Part::kBuyer) put(sides, Part::kBuyer, behind(chain, reach, to_));
      return with_seller(chain, reach, sides);
    }
    if (predicate.mirror && stands_mirrored(chain, before)) std::swap(before, behind_it);
    if (const Groups owner = owner_of(chain); owner != nullptr) {
      put(sides,
          fits(*owner, before)      ? before
          : fits(*owner, behind_it) ? behind_it
                                    : before,
          owner);
    }
    put(sides, behind_it, object_of(chain, behind_it, reach));
    put(sides, before, subject_of(chain, before));
    if (predicate.noun) put(sides, before, behind(chain, reach, from_));
    if (sides.player == nullptr)
      put(sides, Part::kPlayer, object_of(chain, Part::kPlayer, reach));
    if (predicate.subject != Part::kBuyer && predicate.object != Part::kBuyer) {
      put(sides, Part::kBuyer, behind(chain, reach, to_));
    }
    put(sides, Part::kPlayer, subject_of(chain, Part::kPlayer));
    if (predicate.elliptic) put(sides, Part::kBuyer, destination());
    if (sides.buyer == sides.seller) sides.buyer = nullptr;
    return with_seller(chain, reach, sides);
  }

  // "Rice to Arsenal, here we go": the club that "to" leads to, wherever it stands.
  Groups destination() const {
    for (const Group& group : scene_.groups) {
      if (group.kind == GroupKind::kClub && !group.home && is_before(group, to_))
        return &group;
    }
    return nullptr;
  }

  // A row that may be mirrored is, when the nearest subject is the other side.
  bool stands_mirrored(const Chain& chain, Part before) const {
    const Groups direct = subject_of(chain, before);
    const Part other = before == Part::kPlayer ? Part::kBuyer : Part::kPlayer;
    const Groups mirrored = subject_of(chain, other);
    if (mirrored == nullptr) return false;
    return direct == nullptr || mirrored->first_token > direct->first_token;
  }

  Sides with_seller(const Chain& chain, std::uint32_t reach, Sides sides) const {
    if (sides.seller == nullptr) sides.seller = behind(chain, reach, from_);
    if (sides.seller == nullptr && chain.predicate->telling == Telling::kStep) {
      sides.seller = behind(chain, reach, with_);
    }
    if (sides.seller == sides.buyer) sides.seller = nullptr;
    return sides;
  }

  void read(std::size_t index, Stage stage, Frames& out) {
    const Chain& chain = chains_[index];
    Sides sides = sides_of(index);
    Frame frame;
    frame.stage = stage;
    frame.move = chain.predicate->move;
    frame.certainty = chain.certainty;
    frame.loose = (chain.predicate->loose && !chain.governed) || chain.weak;
    frame.sentence = scene_.index;
    frame.first_token = chain.first_token;
    frame.end_token = chain.end_token;
    frame.head_token = chain.head_token;
    frame.rule = chain.rule;
    fill_players(chain, sides, frame);
    fill_buyers(chain, sides, frame);
    if (frame.move == Move::kExit && !frame.buyers.empty()) frame.move.reset();
    const bool needs_buyer = frame.move != Move::kExit && frame.move != Move::kRenewal;
    if (frame.players.empty() || (needs_buyer && frame.buyers.empty())) {
      out.dropped.push_back({span_of(chain), chain.rule,
                             frame.players.empty() ? "no player for it is in sight"
                                                   : "no club for it is in sight"});
      return;
    }
    fill_sellers(sides, frame);
    last_ = frame;
    focus_.players = frame.players;
    focus_.players_at = scene_.index;
    if (!frame.buyers.empty()) {
      focus_.buyers = frame.buyers;
      focus_.buyers_at = scene_.index;
    }
    out.frames.push_back(std::move(frame));
  }

  void fill_players(const Chain& chain, const Sides& sides, Frame& frame) const {
    if (sides.player != nullptr) {
      for (const Mention* member : sides.player->members) {
        frame.players.push_back({member->name, member->player});
      }
      return;
    }
    const Predicate& predicate = *chain.predicate;
    if (predicate.telling == Telling::kAct && !predicate.elliptic && !chain.governed)
      return;
    if (last_) {
      frame.players = last_->players;
    } else if (predicate.elliptic || sides.buyer != nullptr) {
      const bool near = scene_.index - focus_.players_at <= kFocusSentences;
      if (near || has_pronoun_before(chain))
        frame.players = focus_.players;
      else if (names_no_player())
        frame.players = focus_.topic;
      frame.borrowed = true;
    }
  }

  bool names_no_player() const {
    return std::ranges::none_of(scene_.groups, [](const Group& group) {
      return group.kind == GroupKind::kPlayer;
    });
  }

  // "He has been linked with …": somebody the text goes on speaking of.
  bool has_pronoun_before(const Chain& chain) const {
    const WordSet& pronoun = page_.lexicon.words("he");
    for (std::uint32_t at = scene_.sentence->first_token; at < chain.first_token; ++at) {
      if (page_.is(at, pronoun)) return true;
    }
    return false;
  }

  void fill_buyers(const Chain& chain, const Sides& sides, Frame& frame) const {
    if (sides.buyer != nullptr) {
      for (const Mention* member : sides.buyer->members) {
        frame.buyers.push_back(party_of(*member));
      }
      add_further(*sides.buyer, frame);
      return;
    }
    const Predicate& predicate = *chain.predicate;
    if (frame.move == Move::kExit || frame.move == Move::kRenewal) return;
    if (predicate.loose) return;
    const bool same_deal = focus_.players == frame.players ||
                           (predicate.telling == Telling::kAct && chain.governed);
    const bool may_borrow =
        predicate.elliptic || chain.governed || predicate.telling == Telling::kEnd;
    if (may_borrow && last_ && last_->players == frame.players &&
        !last_->buyers.empty()) {
      frame.buyers = last_->buyers;
    } else if (predicate.elliptic && same_deal &&
               scene_.index - focus_.buyers_at <= kFocusSentences + 2) {
      frame.buyers = focus_.buyers;
      frame.borrowed = true;
    }
  }

  // "to La Liga and also to Saudi Arabia": further destinations behind "and".
  void add_further(const Group& first, Frame& frame) const {
    if (!is_before(first, to_)) return;
    const WordSet& join = page_.lexicon.words("join");
    std::uint32_t from = first.end_token;
    for (const Group& group : scene_.groups) {
      if (group.first_token < from || group.kind == GroupKind::kPlayer || group.home)
        continue;
      if (!is_before(group, to_)) continue;
      bool joined = false;
      for (std::uint32_t at = from; at < group.first_token; ++at) {
        joined = joined || page_.is(at, join);
      }
      if (!joined) return;
      for (const Mention* member : group.members)
        frame.buyers.push_back(party_of(*member));
      from = group.end_token;
    }
  }

  void fill_sellers(const Sides& sides, Frame& frame) const {
    const bool stays_or_leaves =
        frame.move == Move::kExit || frame.move == Move::kRenewal;
    const Groups seller =
        sides.seller == nullptr && stays_or_leaves ? only_club() : sides.seller;
    if (seller != nullptr) {
      frame.sellers.push_back(party_of(*seller->members.front()));
      return;
    }
    if (sides.player == nullptr) return;
    for (const Mention* member : sides.player->members) {
      const Mention* home = page_.home_of(*member);
      frame.sellers.push_back(home != nullptr ? party_of(*home) : Party{});
    }
  }

  // The one club of the sentence that is no player's home; null when there are several.
  Groups only_club() const {
    Groups only = nullptr;
    for (const Group& group : scene_.groups) {
      if (group.kind != GroupKind::kClub || group.home || is_before(group, not_object_)) {
        continue;
      }
      if (only != nullptr || group.members.size() > 1) return nullptr;
      only = &group;
    }
    return only;
  }

  // A sentence that tells of no deal still says whom the next one is about.
  void remember_players() {
    if (last_) return;
    for (const Group& group : scene_.groups) {
      if (group.kind != GroupKind::kPlayer || is_before(group, preposition_)) continue;
      if (group.members.size() > 1) continue;
      const Mention& player = *group.members.front();
      focus_.players = {{player.name, player.player}};
      focus_.players_at = scene_.index;
      return;
    }
  }

  const Page& page_;
  const Scene& scene_;
  Focus& focus_;
  const WordSet& preposition_;
  const WordSet& from_;
  const WordSet& of_;
  const WordSet& to_;
  const WordSet& with_;
  const WordSet& by_;
  const WordSet& not_object_;
  const WordSet& break_;
  std::vector<Chain> chains_;
  std::optional<Frame> last_;  // of this sentence
};

// The player whom a text is about: named three times, and twice as often as any other.
std::vector<Subject> topic_of(const Page& page) {
  constexpr std::size_t kFewestMentions = 3;
  std::map<std::string_view, std::pair<std::size_t, const Mention*>> counts;
  for (const Mention& mention : page.mentions) {
    if (mention.kind != MentionKind::kPlayer) continue;
    auto& [count, first] = counts[mention.name];
    if (count++ == 0) first = &mention;
  }
  std::size_t most = 0;
  std::size_t second = 0;
  const Mention* topic = nullptr;
  for (const auto& [name, seen] : counts) {
    if (seen.first > most) {
      second = std::exchange(most, seen.first);
      topic = seen.second;
    } else {
      second = std::max(second, seen.first);
    }
  }
  if (most < kFewestMentions || most < 2 * second) return {};
  return {{topic->name, topic->player}};
}

}  // namespace

Frames find_frames(const Page& page) {
  Frames frames;
  Focus focus;
  focus.topic = topic_of(page);
  for (const Scene& scene : page.scenes) SentenceReader(page, scene, focus).run(frames);
  return frames;
}

}  // namespace hearsay::claim
