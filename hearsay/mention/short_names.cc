// Surnames and other short names: first of people the document names in full, anywhere in
// it, then of people whom the knowledge base knows and the document speaks for.

#include <algorithm>
#include <string>
#include <unordered_map>

#include "hearsay/base/fold.h"
#include "hearsay/mention/fit.h"
#include "hearsay/mention/people.h"

namespace hearsay::mention {
namespace {

// A common word as a name needs a fit; a plain surname only somebody known well enough.
constexpr int kEnoughFit = 15;
constexpr int kEnoughPoints = 9;
constexpr int kEnoughAlone = 5;  // when nobody else is called that

bool is_person(const NameUse& use) {
  return use.kind == MentionKind::kPlayer || use.kind == MentionKind::kPerson;
}

bool has_person(const Scene& scene, const Hit& hit) {
  return std::ranges::any_of(hit.uses, [&](const NameUse& use) {
    return is_person(use) && admits(scene, hit, use);
  });
}

class ShortNameFinder {
 public:
  ShortNameFinder(Scene& scene, const Evidence& evidence, Cast& cast)
      : scene_(scene), evidence_(evidence), cast_(cast), hit_at_(scene.size(), nullptr) {
    for (const Hit& hit : scene.hits) hit_at_[hit.at.first] = &hit;
    for (const Run& run : scene.runs) {
      if (run.at.size() > 1) mark_inside(run.at);
      if (run.hit != kNothing) run_of_[run.hit] = run.at.first;
      if (run.second_hit != kNothing) run_of_[run.second_hit] = run.at.first;
    }
  }

  void find() {
    for (std::uint32_t at = 0; at < scene_.size(); ++at) {
      if (!is_open(at)) continue;
      if (!link_to_cast(at)) link_to_knowledge(at);
    }
  }

 private:
  // In "Jorge Messi" the second word belongs to somebody of his own.
  void mark_inside(TokenRange run) {
    for (std::uint32_t i = run.first + 1; i < run.end; ++i) {
      if (scene_.words.given.has(scene_.lists(run.first)) && scene_.is_word(i)) {
        inside_.push_back(i);
      }
    }
  }

  bool is_open(std::uint32_t at) const {
    const Token& token = scene_.tokens[at];
    const bool tag =
        token.kind == TokenKind::kHashtag || token.kind == TokenKind::kHandle;
    if (!tag && !(token.kind == TokenKind::kWord && token.capital)) return false;
    return scene_.mention_at(at) == nullptr;
  }

  bool is_inside_run(std::uint32_t at) const {
    return std::ranges::binary_search(inside_, at) || is_inside_place(at);
  }

  // "Old Trafford": a capital word of all days, in the midst of a sentence, begins a name
  // of which this is only a part.
  bool is_inside_place(std::uint32_t at) const {
    if (at < scene_.sentence(at).first_token + 2 || scene_.is_title_case(at))
      return false;
    const Token& before = scene_.tokens[at - 1];
    return before.kind == TokenKind::kWord && before.capital && !before.all_capitals &&
           before.space_before && scene_.tokens[at].space_before &&
           scene_.mention_at(at - 1) == nullptr &&
           scene_.words.ordinary.has(scene_.lists(at - 1)) &&
           !scene_.words.role(scene_.lists(at - 1)) && scene_.is_word(at - 2);
  }

  // The end of "Saint-Denis", which is no person.
  bool is_joined(std::uint32_t at) const {
    if (at < 2 || !scene_.is(at - 1, "-") || scene_.tokens[at].space_before) return false;
    const Token& first = scene_.tokens[at - 2];
    return first.capital && !scene_.tokens[at - 1].space_before &&
           scene_.mention_at(at - 2) == nullptr &&
           !scene_.words.former.has(scene_.lists(at - 2));
  }

  // How many tokens from `at` spell a part of this name: "Hudson-Odoi", "Van de Beek".
  std::uint32_t spelled(std::uint32_t at, const Member& member, bool& to_the_end) const {
    const std::uint32_t limit = scene_.sentence(at).end_token;
    std::uint32_t best = 0;
    for (std::size_t start = 0; start < member.words.size(); ++start) {
      std::size_t word = start;
      std::uint32_t next = at;
      std::uint32_t end = at;
      while (next < limit && word < member.words.size()) {
        if (scene_.is(next, "-")) {
          ++next;
          continue;
        }
        if (scene_.key(next) != member.words[word]) break;
        ++word;
        end = ++next;
      }
      if (end - at <= best) continue;
      best = end - at;
      to_the_end = word == member.words.size();
    }
    return best;
  }

  struct Link {
    std::int32_t member = kNothing;
    TokenRange at;
    int points = 0;
    bool surname = false;
  };

  bool link_to_cast(std::uint32_t at) {
    const std::span<const std::int32_t> bearers = cast_.with_word(scene_.key(at));
    if (bearers.empty() || is_misleading(at)) return false;
    Link best;
    std::string rejected;
    for (const std::int32_t index : bearers) {
      const Link link = weigh(at, index);
      if (link.member == kNothing) continue;
      if (best.member != kNothing) {
        const std::int32_t loser = link.points > best.points ? best.member : index;
        rejected = cast_[loser].name + ": fits less";
      }
      if (best.member == kNothing || link.points > best.points) best = link;
    }
    if (best.member == kNothing) return false;
    if (!best.surname && is_better_known(at, best)) return false;
    const Cues cues = cues_around(scene_, best.at);
    cast_.learn(best.member, cues);
    const bool whole = best.at.size() >= cast_[best.member].words.size();
    Mention& mention = add_person(scene_, cast_, best.at,
                                  whole ? Naming::kFull : Naming::kShort, best.member);
    mention.why = "named in full";
    if (!rejected.empty()) mention.rejected.push_back(std::move(rejected));
    return true;
  }

  // A word of all days, written with a capital for another reason.
  bool is_misleading(std::uint32_t at) const {
    if (is_inside_run(at)) return true;
    const Hit* hit = hit_at_[at];
    const bool ordinary = scene_.words.ordinary.has(scene_.lists(at));
    if (!ordinary) return false;
    const bool start = at == scene_.sentence(at).first_token;
    if (!start && !scene_.is_title_case(at) && !scene_.tokens[at].all_capitals)
      return false;
    if (hit != nullptr && !hit->doubtful) return false;
    const Cues cues = cues_around(scene_, {at, at + 1});
    return !cues.verb_after && !cues.owner_after && !cues.age_after;
  }

  Link weigh(std::uint32_t at, std::int32_t index) const {
    const Member& member = cast_[index];
    Link link;
    bool to_the_end = false;
    const std::uint32_t tokens = spelled(at, member, to_the_end);
    if (tokens == 0) return link;
    const bool particle = tokens == 1 && scene_.words.particles.has(scene_.lists(at));
    if (particle) return link;
    link.at = {at, at + tokens};
    if (!scene_.is_free(link.at)) return link;
    link.member = index;
    link.surname = to_the_end;
    const bool shared = cast_.with_word(scene_.key(at)).size() > 1;
    const int agrees = shared ? agreement(cues_around(scene_, link.at), member) : 0;
    link.points = agrees + static_cast<int>(tokens) * 20 + (to_the_end ? 30 : 0) +
                  (member.provisional ? 0 : 8) + (member.role == Role::kPlayer ? 6 : 0) +
                  std::min(member.mentions, 8);
    if (member.last_token > 0 && member.last_token < at) {
      const std::uint32_t apart =
          scene_.sentence_number(at) - scene_.sentence_number(member.last_token);
      link.points += apart < 4 ? static_cast<int>(4 - apart) * 2 : 0;
    }
    return link;
  }

  // A given name of somebody here that the base knows as the full name of another.
  bool is_better_known(std::uint32_t at, const Link& link) const {
    const Hit* hit = hit_at_[at];
    if (hit == nullptr || hit->doubtful) return false;
    const Member& member = cast_[link.member];
    bool other = false;
    for (const NameUse& use : hit->uses) {
      if (!is_person(use) || use.needs_context) continue;
      if (member.player && use.kind == MentionKind::kPlayer &&
          use.id == member.player->value) {
        return false;
      }
      other = true;
    }
    return other;
  }

  void link_to_knowledge(std::uint32_t at) {
    const Hit* hit = hit_at_[at];
    if (hit == nullptr || !has_person(scene_, *hit) || !scene_.is_free(hit->at)) return;
    if (is_inside_run(at) || is_joined(at)) return;
    const Cues cues = cues_around(scene_, hit->at);
    PersonChoice choice = choose_person(scene_, evidence_, *hit, cues);
    if (choice.use == nullptr || !is_enough(*hit, choice, cues)) return;
    if (has_another_first_name(*hit, *choice.use)) return;
    const std::int32_t member = member_for(cast_, *choice.use);
    cast_.learn(member, cues);
    Mention& mention = add_person(scene_, cast_, hit->at, choice.use->naming, member);
    mention.why = choice.fit > 0 ? "fits best here" : "best known one";
    mention.rejected = std::move(choice.rejected);
  }

  // "Carla Benedetti" is not Nicolás Benedetti; "Nico Benedetti" may be.
  bool has_another_first_name(const Hit& hit, const NameUse& use) const {
    const auto run = run_of_.find(static_cast<std::int32_t>(&hit - scene_.hits.data()));
    if (run == run_of_.end() || run->second == hit.at.first) return false;
    const std::string_view name = use.kind == MentionKind::kPlayer
                                      ? scene_.knowledge.player(PlayerId{use.id}).name
                                      : scene_.knowledge.person(PersonId{use.id}).name;
    const std::string known = fold(name);
    const std::string written = fold(scene_.text.slice(scene_.tokens[run->second]));
    return !known.empty() && !written.empty() && known.front() != written.front();
  }

  // One person only is called that, and no other name goes on behind it.
  bool stands_alone(const Hit& hit) const {
    const Token& first = scene_.tokens[hit.at.first];
    if (hit.uses.size() > 1 || first.all_capitals || scene_.is_title_case(hit.at.first))
      return false;
    if (hit.at.end >= scene_.sentence(hit.at.first).end_token) return true;
    const Token& next = scene_.tokens[hit.at.end];
    const bool joined = scene_.is(hit.at.end, "-") && !next.space_before;
    return !joined && !(next.kind == TokenKind::kWord && next.capital);
  }

  bool is_enough(const Hit& hit, const PersonChoice& choice, const Cues& cues) const {
    if (hit.doubtful && !cues.acts_after && !cues.owner_after && !cues.age_after)
      return false;
    if (choice.use->needs_context || hit.doubtful) return choice.fit >= kEnoughFit;
    return choice.points >= (stands_alone(hit) ? kEnoughAlone : kEnoughPoints);
  }

  Scene& scene_;
  const Evidence& evidence_;
  Cast& cast_;
  std::vector<const Hit*> hit_at_;
  std::vector<std::uint32_t> inside_;                       // ascending
  std::unordered_map<std::int32_t, std::uint32_t> run_of_;  // first token, by hit
};

}  // namespace

void find_short_people(Scene& scene, const Evidence& evidence, Cast& cast) {
  ShortNameFinder(scene, evidence, cast).find();
}

}  // namespace hearsay::mention
