#include "hearsay/claim/scene.h"

#include <algorithm>

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kLongestHome = 9;  // words between a club and its player

bool is_player(const Mention& mention) {
  return mention.kind == MentionKind::kPlayer;
}
bool is_club(const Mention& mention) {
  return mention.kind == MentionKind::kClub;
}

// A league or country counts as a destination when no club is named.
bool is_place(const Mention& mention) {
  return mention.kind == MentionKind::kCompetition ||
         mention.kind == MentionKind::kCountry;
}

class Builder {
 public:
  Builder(Page& page) : page_(page) {  // NOLINT(google-explicit-constructor)
    fill_ = &page_.lexicon.words("np_fill");
    and_ = &page_.lexicon.words("np_and");
    former_ = &page_.lexicon.words("former");
    join_ = &page_.lexicon.words("join");
    determiner_ = &page_.lexicon.words("determiner");
    of_ = &page_.lexicon.words("of");
  }

  void run() {
    std::size_t mention = 0;
    for (std::uint32_t i = 0; i < page_.text.sentences.size(); ++i) {
      const Sentence& sentence = page_.text.sentences[i];
      while (mention < page_.mentions.size() &&
             page_.mentions[mention].first_token < sentence.first_token) {
        ++mention;
      }
      std::size_t end = mention;
      while (end < page_.mentions.size() &&
             page_.mentions[end].first_token < sentence.end_token) {
        ++end;
      }
      Scene scene{.sentence = &sentence, .index = i, .groups = {}};
      build(scene, page_.mentions.subspan(mention, end - mention));
      page_.scenes.push_back(std::move(scene));
      mention = end;
    }
    std::ranges::sort(page_.homes, {}, [](const Home& home) { return home.player; });
  }

 private:
  void build(Scene& scene, std::span<const Mention> mentions) {
    std::vector<bool> is_home(mentions.size(), false);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (is_club(mentions[i])) is_home[i] = find_player_of(mentions, i);
    }
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const Mention& mention = mentions[i];
      if (!is_player(mention) && !is_club(mention) && !is_place(mention) &&
          !is_league_of(mention)) {
        continue;
      }
      if (is_place(mention) && !is_destination(mention)) continue;
      add(scene, mention, is_home[i]);
    }
    spread_homes(scene);
  }

  // Whether the club mentions[at] stands before a player as his home; notes it if so.
  bool find_player_of(std::span<const Mention> mentions, std::size_t at) {
    const Mention& club = mentions[at];
    Between between;
    between.was = club.first_token > 0 && page_.is(club.first_token - 1, *former_);
    std::uint32_t token = club.end_token;
    for (std::size_t next = at + 1; next < mentions.size(); ++next) {
      const Mention& mention = mentions[next];
      if (mention.first_token - club.end_token > kLongestHome) return false;
      if (!walk(token, mention.first_token, between)) return false;
      if (is_player(mention)) {
        const bool joined = between.has_and && !between.has_noun;
        if (mention.naming == Naming::kPronoun || joined) return false;
        if (!between.was) page_.homes.push_back({&mention, &club});
        return true;
      }
      if (mention.kind != MentionKind::kNationality &&
          mention.kind != MentionKind::kCountry) {
        return false;
      }
      between.has_noun = true;
      token = mention.end_token;
    }
    return false;
  }

  // What stands between a club and its player.
  struct Between {
    bool was = false;  // "former"
    bool has_and = false;
    bool has_noun = false;
  };

  // Goes over the words from `token` to `end`; false at one that parts club and player.
  bool walk(std::uint32_t token, std::uint32_t end, Between& between) const {
    for (; token < end; ++token) {
      if (page_.is(token, *former_)) between.was = true;
      if (page_.is(token, *and_)) {
        between.has_and = true;
      } else if (is_fill(token)) {
        between.has_noun = between.has_noun || !is_possessive(token);
      } else {
        return false;
      }
    }
    return true;
  }

  bool is_possessive(std::uint32_t token) const {
    return !page_.token(token).space_before &&
           page_.text.slice(page_.token(token)).size() <= 4 &&
           page_.token(token).kind == TokenKind::kWord;
  }

  // A word that may stand between a club and its player; parts of a hyphenated one do.
  bool is_fill(std::uint32_t token) const {
    const Token& word = page_.token(token);
    if (word.kind == TokenKind::kNumber || page_.is(token, *fill_)) return true;
    if (is_hyphen(token)) return true;
    return (token > 0 && is_hyphen(token - 1) && !word.space_before) ||
           (token + 1 < page_.text.tokens.size() && is_hyphen(token + 1));
  }

  bool is_hyphen(std::uint32_t token) const {
    const Token& word = page_.token(token);
    return word.kind == TokenKind::kPunctuation && !word.space_before &&
           page_.text.slice(word) == "-";
  }

  // "the Saudi league", "Turkish clubs": the country stands for its league.
  bool is_league_of(const Mention& mention) const {
    return mention.kind == MentionKind::kNationality &&
           mention.end_token < page_.text.tokens.size() &&
           page_.is(mention.end_token, page_.lexicon.words("league_noun"));
  }

  // A country is a destination only behind a preposition, a league always may be.
  bool is_destination(const Mention& mention) const {
    if (mention.kind == MentionKind::kCompetition) return true;
    const std::uint32_t next = mention.end_token;  // "the England forward": no place
    if (next < page_.text.tokens.size() && page_.is(next, *fill_)) return false;
    std::uint32_t token = mention.first_token;
    while (token > 0 && page_.is(token - 1, *determiner_)) --token;
    return token > 0 && page_.is(token - 1, page_.lexicon.words("preposition"));
  }

  void add(Scene& scene, const Mention& mention, bool home) {
    const GroupKind kind = is_player(mention) ? GroupKind::kPlayer
                           : is_club(mention) ? GroupKind::kClub
                                              : GroupKind::kPlace;
    if (!scene.groups.empty() && joins(scene.groups.back(), mention, kind, home)) {
      Group& group = scene.groups.back();
      group.members.push_back(&mention);
      group.end_token = mention.end_token;
      group.owner = is_owner(mention);
      return;
    }
    Group group{.kind = kind,
                .members = {&mention},
                .first_token = mention.first_token,
                .end_token = mention.end_token,
                .before = word_before(scene, mention),
                .owner = is_owner(mention),
                .home = home};
    scene.groups.push_back(std::move(group));
  }

  const Token* word_before(const Scene& scene, const Mention& mention) const {
    std::uint32_t token = mention.first_token;
    while (token > scene.sentence->first_token && page_.is(token - 1, *determiner_))
      --token;
    return token > scene.sentence->first_token ? &page_.token(token - 1) : nullptr;
  }

  bool is_owner(const Mention& mention) const {
    if (mention.end_token >= page_.text.tokens.size()) return false;
    const Token& after = page_.token(mention.end_token);
    if (after.space_before) return false;
    const char first = page_.text.slice(after).front();
    return first == '\'' || first == '\xE2';
  }

  // Whether a mention continues a group: only commas, "and", and words of a noun phrase
  // stand between.
  bool joins(const Group& group, const Mention& mention, GroupKind kind,
             bool home) const {
    if (group.kind != kind || group.home != home || group.owner) return false;
    if (mention.naming == Naming::kPronoun ||
        group.members.back()->naming == Naming::kPronoun) {
      return false;
    }
    bool separated = false;
    for (std::uint32_t token = group.end_token; token < mention.first_token; ++token) {
      const std::string_view word = page_.text.slice(page_.token(token));
      if (word == "," || word == "/" || page_.is(token, *join_))
        separated = true;
      else if (kind == GroupKind::kClub && page_.is(token, *determiner_))
        continue;
      else if (kind != GroupKind::kPlayer || !may_stand_between_players(token))
        return false;
    }
    return separated;
  }

  // Ages and the next player's home: "Kanté, 29, and Milan striker Zlatan Ibrahimovic".
  bool may_stand_between_players(std::uint32_t token) const {
    return is_fill(token) || page_.is(token, *of_) || in_home(token);
  }

  bool in_home(std::uint32_t token) const {
    for (auto home = page_.homes.rbegin(); home != page_.homes.rend(); ++home) {
      if (home->club->first_token <= token && token < home->club->end_token) return true;
      if (home->club->end_token + 50 < token) break;
    }
    return false;
  }

  // "Chelsea duo Mount and James": the home of the first is the home of all that have
  // none.
  void spread_homes(const Scene& scene) {
    for (const Group& group : scene.groups) {
      if (group.kind != GroupKind::kPlayer || group.members.size() < 2) continue;
      const auto own = [this](const Mention* player) {
        const auto found = std::ranges::find(page_.homes, player, &Home::player);
        return found == page_.homes.end() ? nullptr : found->club;
      };
      const Mention* first = own(group.members.front());
      if (first == nullptr) continue;
      for (const Mention* player : group.members) {
        if (own(player) == nullptr) page_.homes.push_back({player, first});
      }
    }
  }

  Page& page_;
  const WordSet* fill_ = nullptr;
  const WordSet* and_ = nullptr;
  const WordSet* former_ = nullptr;
  const WordSet* join_ = nullptr;
  const WordSet* determiner_ = nullptr;
  const WordSet* of_ = nullptr;
};

}  // namespace

const Mention* Page::home_of(const Mention& player) const {
  const auto found = std::ranges::lower_bound(homes, &player, {}, &Home::player);
  return found != homes.end() && found->player == &player ? found->club : nullptr;
}

Page look_at(const Text& text, std::span<const Mention> mentions,
             const Lexicon& lexicon) {
  Page page{.text = text,
            .mentions = mentions,
            .lexicon = lexicon,
            .scenes = {},
            .homes = {},
            .named = {}};
  page.named.resize(text.tokens.size());
  for (const Mention& mention : mentions) {
    if (mention.naming == Naming::kDescription || mention.naming == Naming::kPronoun)
      continue;
    for (std::uint32_t at = mention.first_token; at < mention.end_token; ++at) {
      page.named[at] = true;
    }
  }
  page.scenes.reserve(text.sentences.size());
  Builder(page).run();
  return page;
}

Party party_of(const Mention& mention) {
  if (mention.kind == MentionKind::kClub)
    return {mention.name, mention.club, std::nullopt};
  return {"[" + mention.name + "]", std::nullopt, mention.competition};
}

}  // namespace hearsay::claim
