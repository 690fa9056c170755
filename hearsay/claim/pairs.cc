#include "hearsay/claim/pairs.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "hearsay/base/fold.h"
#include "hearsay/claim/signs.h"

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kFarthest = 16;   // tokens between two that are read one by one
constexpr std::uint32_t kNearTokens = 9;  // tokens on each side of a club
constexpr std::uint32_t kSentencesBack =
    2;                                  // how far a player is looked for before a club
constexpr std::size_t kTopicTimes = 3;  // mentions of whom a text is about
constexpr std::size_t kMostPlayersNear = 4;  // of a sentence before, to pair a club with
constexpr std::size_t kMostPairs = 4000;     // of one text

// One pair while it is put together.
struct Draft {
  Pair pair;
  Bond bond = Bond::kAny;
  std::size_t together = 0;  // sentences with both
};

class Finder {
 public:
  Finder(const Setting& setting, const Frames& frames, bool named)
      : page_(setting.page),
        setting_(setting),
        frames_(frames),
        named_(named),
        determiner_(page_.lexicon.words("determiner")) {}

  std::vector<Pair> run(const std::vector<Ruling>& rulings) {
    mark_tokens();
    count_names();
    for (const Scene& scene : page_.scenes) look_at(scene);
    add_players_alone();
    for (Draft& draft : drafts_) add_text_signs(draft);
    add_frames();
    for (Draft& draft : drafts_) add_rulings(rulings, draft);
    std::vector<Pair> pairs;
    pairs.reserve(drafts_.size());
    for (Draft& draft : drafts_) pairs.push_back(finish(std::move(draft.pair)));
    return pairs;
  }

 private:
  struct Who {
    const Mention* mention = nullptr;
    const Group* group = nullptr;
  };

  // --- what stands where

  // Names become their kind, so that signs are learnt of words alone.
  void mark_tokens() {
    kinds_.assign(page_.text.tokens.size(), 0);
    for (const Mention& mention : page_.mentions) {
      const bool player = mention.kind == MentionKind::kPlayer;
      const bool club = mention.kind == MentionKind::kClub;
      for (std::uint32_t at = mention.first_token; at < mention.end_token; ++at) {
        kinds_[at] = player ? 1 : club ? 2 : 3;
      }
    }
  }

  void count_names() {
    for (const Mention& mention : page_.mentions) {
      if (mention.kind == MentionKind::kPlayer) ++players_[mention.name];
      if (mention.kind == MentionKind::kClub) ++clubs_[mention.name];
    }
    for (const Mention& mention : page_.mentions) {
      if (mention.kind != MentionKind::kPlayer) continue;
      const std::size_t count = players_[mention.name];
      if (count <= most_player_) continue;
      most_player_ = count;
      if (count >= kTopicTimes) topic_ = &mention;
    }
    for (const auto& [name, count] : clubs_) most_club_ = std::max(most_club_, count);
  }

  static void gather(const Scene& scene, std::vector<Who>& players,
                     std::vector<Who>& clubs) {
    for (const Group& group : scene.groups) {
      for (const Mention* member : group.members) {
        (group.kind == GroupKind::kPlayer ? players : clubs).push_back({member, &group});
      }
    }
  }

  void look_at(const Scene& scene) {
    std::vector<Who> players;
    std::vector<Who> clubs;
    gather(scene, players, clubs);
    if (!clubs.empty()) {
      chains_ =
          frames_.chains.size() > scene.index ? &frames_.chains[scene.index] : nullptr;
      here_ = {players.size(), clubs.size()};
      for (const Who& club : clubs) pair_with(scene, club, players);
    }
    if (!players.empty()) {
      last_players_ = players;
      last_at_ = scene.index;
      pair_clubs_before(scene, players);
    }
    last_clubs_ = clubs;
    clubs_at_ = scene.index;
  }

  void pair_with(const Scene& scene, const Who& club, const std::vector<Who>& players) {
    for (const Who& player : players) {
      if (Draft* draft = draft_for(*player.mention, *club.mention, scene.index))
        add_same(scene, player, club, *draft);
    }
    if (!players.empty()) return;
    if (last_players_.empty() || scene.index - last_at_ > kSentencesBack) {
      pair_with_topic(scene, club);
      return;
    }
    for (std::size_t i = 0; i < std::min(last_players_.size(), kMostPlayersNear); ++i) {
      if (Draft* draft = draft_for(*last_players_[i].mention, *club.mention, scene.index))
        add_sentence(scene, Unit::kBefore, club, *draft);
    }
  }

  // A club in a sentence that no player is near: it may be about whom the text is about.
  void pair_with_topic(const Scene& scene, const Who& club) {
    if (topic_ == nullptr) return;
    if (Draft* draft = draft_for(*topic_, *club.mention, scene.index))
      add_sentence(scene, Unit::kTopic, club, *draft);
  }

  // "Chelsea are keen. Rice, 23, …": clubs of a sentence without players, right before.
  void pair_clubs_before(const Scene& scene, const std::vector<Who>& players) {
    if (scene.index == 0 || clubs_at_ + 1 != scene.index) return;
    const Scene& before = page_.scenes[scene.index - 1];
    const bool peopled = std::ranges::any_of(before.groups, [](const Group& group) {
      return group.kind == GroupKind::kPlayer;
    });
    if (peopled || players.size() > kMostPlayersNear) return;
    for (const Who& club : last_clubs_) {
      for (const Who& player : players) {
        if (Draft* draft = draft_for(*player.mention, *club.mention, before.index))
          add_sentence(before, Unit::kBehind, club, *draft);
      }
    }
  }

  // --- the pairs

  Draft* find(const Subject& player, const Party& to) {
    const auto found = places_.find(player.name + '\n' + to.name);
    return found == places_.end() ? nullptr : &drafts_[found->second];
  }

  Draft* draft_for(const Mention& player, const Mention& club, std::uint32_t sentence) {
    const Subject subject{player.name, player.player};
    const Party party = party_of(club);
    if (Draft* draft = find(subject, party)) return draft;
    if (drafts_.size() >= kMostPairs) return nullptr;
    places_.emplace(subject.name + '\n' + party.name, drafts_.size());
    Draft& draft = drafts_.emplace_back();
    draft.pair.player = subject;
    draft.pair.to = party;
    draft.pair.sentence = sentence;
    draft.bond = bond_of(subject, party);
    return &draft;
  }

  Bond bond_of(const Subject& player, const Party& club) const {
    if (club.name.starts_with('[')) return Bond::kPlace;
    for (const Home& home : page_.homes) {
      if (home.player->name == player.name && home.club->name == club.name)
        return Bond::kHome;
    }
    if (!player.player || !club.club || !setting_.now) return Bond::kAny;
    return bond_by_spells(*player.player, *club.club, *setting_.now);
  }

  // What the knowledge base says was so for a while already: a move that it dates about
  // now is the news itself and must tell nothing.
  Bond bond_by_spells(PlayerId player, ClubId club, Date now) const {
    Bond bond = Bond::kAny;
    for (const Spell& spell : setting_.knowledge.player(player).spells) {
      if (spell.club != club) continue;
      const bool before = !spell.from || *spell.from + kNewsworthy < now;
      if (!before) continue;
      if (spell.to && *spell.to + kNewsworthy < now) {
        bond = Bond::kFormer;
      } else {
        return Bond::kHome;
      }
    }
    return bond;
  }

  // Each player, as one who may leave and one who may stay.
  void add_players_alone() {
    std::unordered_map<std::string_view, std::size_t> first_of;
    for (const Scene& scene : page_.scenes) {
      for (const Group& group : scene.groups) {
        if (group.kind != GroupKind::kPlayer) continue;
        for (const Mention* player : group.members) {
          const auto [place, fresh] = first_of.emplace(player->name, drafts_.size());
          if (fresh && drafts_.size() >= kMostPairs) return;
          if (fresh) add_alone(*player, scene.index);
          add_alone_signs(scene, *player, drafts_[place->second]);
          add_alone_signs(scene, *player, drafts_[place->second + 1]);
        }
      }
    }
  }

  void add_alone(const Mention& player, std::uint32_t sentence) {
    for (const Bond bond : {Bond::kLeave, Bond::kStay}) {
      Draft& draft = drafts_.emplace_back();
      draft.pair.player = {player.name, player.player};
      draft.pair.move = bond == Bond::kLeave ? Move::kExit : Move::kRenewal;
      draft.pair.sentence = sentence;
      draft.bond = bond;
    }
  }

  void add_alone_signs(const Scene& scene, const Mention& player, Draft& draft) {
    ++draft.together;
    add_words(scene, Unit::kSame, draft);
    add_around(scene, Unit::kSame, player, true, draft);
  }

  // --- the signs

  // The value of a sign: its words' keys, and how they are written when names are asked
  // for.
  struct Value {
    WordKey first = 0;
    WordKey second = 0;  // 0 for one word
    std::string_view text;
  };

  // A sign counts for every club, and once more for clubs that are something to the
  // player.
  void put(Draft& draft, Unit unit, Kind kind, const Value& value) {
    const bool alone = draft.bond == Bond::kLeave || draft.bond == Bond::kStay;
    if (!alone) put_as(draft, Bond::kAny, unit, kind, value);
    if (draft.bond != Bond::kAny) put_as(draft, draft.bond, unit, kind, value);
  }

  void put_as(Draft& draft, Bond bond, Unit unit, Kind kind, const Value& value) {
    const SignKey whole = key_of(unit, bond, kind);
    draft.pair.signs.push_back(value.second == 0
                                   ? sign_key(whole, value.first)
                                   : sign_key(whole, value.first, value.second));
    if (!named_) return;
    std::string name = name_of(unit, bond, kind);
    if (!value.text.empty()) name.append("=").append(value.text);
    draft.pair.names.push_back(std::move(name));
  }

  void add(Draft& draft, Unit unit, Kind kind) { put(draft, unit, kind, {}); }

  void add_count(Draft& draft, Unit unit, Kind kind, std::size_t count) {
    put(draft, unit, kind, {count_key(count), 0, count_word(count)});
  }

  void add_stage(Draft& draft, Unit unit, Kind kind, Stage stage) {
    put(draft, unit, kind, {stage_key(stage), 0, to_string(stage)});
  }

  struct Word {
    WordKey key = 0;
    std::uint32_t token = 0;
    bool there = false;
  };

  // A word as a sign: a name is its kind, a mark of punctuation is none.
  Word word_at(std::uint32_t token) const {
    static const std::array<WordKey, 4> kinds = {0, word_key("player"), word_key("club"),
                                                 word_key("name")};
    if (kinds_[token] != 0) return {kinds[kinds_[token]], token, true};
    const TokenKind kind = page_.token(token).kind;
    const bool says = kind == TokenKind::kWord || kind == TokenKind::kSymbol;
    return {page_.token(token).key, token, says};
  }

  std::string text_of(const Word& word) const {
    static constexpr std::array<std::string_view, 4> kNames = {"", "player", "club",
                                                               "name"};
    if (kinds_[word.token] != 0) return std::string(kNames[kinds_[word.token]]);
    return fold(page_.text.slice(page_.token(word.token)));
  }

  void add_word(Draft& draft, Unit unit, Kind kind, const Word& word) {
    if (!word.there) return;
    const std::string text = named_ ? text_of(word) : std::string();
    put(draft, unit, kind, {word.key, 0, text});
  }

  void add_two(Draft& draft, Unit unit, Kind kind, const Word& first,
               const Word& second) {
    if (!first.there || !second.there) return;
    const std::string text =
        named_ ? text_of(first) + " " + text_of(second) : std::string();
    put(draft, unit, kind, {first.key, second.key, text});
  }

  // The word before a token within its sentence, determiners passed over.
  Word before(const Scene& scene, std::uint32_t token) const {
    while (token > scene.sentence->first_token) {
      --token;
      if (!page_.is(token, determiner_)) return word_at(token);
    }
    return {};
  }

  Word behind(const Scene& scene, std::uint32_t token) const {
    return token < scene.sentence->end_token ? word_at(token) : Word{};
  }

  void add_around(const Scene& scene, Unit unit, const Mention& mention, bool is_player,
                  Draft& draft) {
    const Kind lead = is_player ? Kind::kPlayerLead : Kind::kLead;
    const Kind tail = is_player ? Kind::kPlayerTail : Kind::kTail;
    const Word one = before(scene, mention.first_token);
    add_word(draft, unit, lead, one);
    if (one.there) add_two(draft, unit, lead, before(scene, one.token), one);
    const Word next = behind(scene, mention.end_token);
    add_word(draft, unit, tail, next);
    if (next.there) add_two(draft, unit, tail, next, behind(scene, next.token + 1));
  }

  void add_words(const Scene& scene, Unit unit, Draft& draft) {
    for (std::uint32_t at = scene.sentence->first_token; at < scene.sentence->end_token;
         ++at) {
      if (kinds_[at] == 0) add_word(draft, unit, Kind::kWord, word_at(at));
    }
    if (frames_.chains.size() <= scene.index) return;
    for (const Chain& chain : frames_.chains[scene.index]) {
      if (!chain.stage) continue;
      add_stage(draft, unit, Kind::kChain, *chain.stage);
      if (chain.predicate->move == Move::kExit)
        add_stage(draft, unit, Kind::kExit, *chain.stage);
      if (chain.predicate->move == Move::kRenewal)
        add_stage(draft, unit, Kind::kStay, *chain.stage);
    }
  }

  // The words on both sides of a club and its companions, up to the next club.
  void add_near(const Scene& scene, Unit unit, const Who& club, Draft& draft) {
    std::uint32_t begin = club.group->first_token;
    while (begin > scene.sentence->first_token && kinds_[begin - 1] != 2 &&
           club.group->first_token - begin < kNearTokens) {
      --begin;
    }
    std::uint32_t end = club.group->end_token;
    while (end < scene.sentence->end_token && kinds_[end] != 2 &&
           end - club.group->end_token < kNearTokens) {
      ++end;
    }
    for (std::uint32_t at = begin; at < end; ++at) {
      if (kinds_[at] == 0) add_word(draft, unit, Kind::kNear, word_at(at));
    }
    if (frames_.chains.size() <= scene.index) return;
    for (const Chain& chain : frames_.chains[scene.index]) {
      const bool near = chain.end_token > begin && chain.first_token < end;
      if (near && chain.stage) add_stage(draft, unit, Kind::kChainNear, *chain.stage);
    }
  }

  void add_sentence(const Scene& scene, Unit unit, const Who& club, Draft& draft) {
    add_words(scene, unit, draft);
    add_around(scene, unit, *club.mention, false, draft);
    add_near(scene, unit, club, draft);
    add_count(draft, unit, Kind::kClubs, here_.clubs);
    add_count(draft, unit, Kind::kGroup,
              (club.group->home ? 0U : 1U) + (club.group->members.size() > 1 ? 2U : 0U));
  }

  void add_same(const Scene& scene, const Who& player, const Who& club, Draft& draft) {
    ++draft.together;
    add_sentence(scene, Unit::kSame, club, draft);
    add_around(scene, Unit::kSame, *player.mention, true, draft);
    add_count(draft, Unit::kSame, Kind::kPlayers, here_.players);
    add_count(draft, Unit::kSame, Kind::kAt, scene.index);
    const bool first = player.mention->first_token < club.mention->first_token;
    const std::uint32_t from =
        first ? player.mention->end_token : club.mention->end_token;
    const std::uint32_t to =
        first ? club.mention->first_token : player.mention->first_token;
    add_between(from, to, first ? Kind::kBetween : Kind::kBetweenBack, draft);
  }

  // What stands between the two, in the tokens [from, to).
  void add_between(std::uint32_t from, std::uint32_t to, Kind kind, Draft& draft) {
    constexpr std::array<std::uint32_t, 4> kGaps = {2, 5, 10, 20};
    const std::uint32_t gap = to > from ? to - from : 0;
    const auto step = std::ranges::upper_bound(kGaps, gap) - kGaps.begin();
    add_count(draft, Unit::kSame, Kind::kGap, static_cast<std::size_t>(step));
    for (std::uint32_t at = from; at < to && gap <= kFarthest; ++at) {
      add_word(draft, Unit::kSame, kind, word_at(at));
      if (at + 1 < to) add_two(draft, Unit::kSame, kind, word_at(at), word_at(at + 1));
    }
    if (chains_ == nullptr) return;
    for (const Chain& chain : *chains_) {
      const bool inside = chain.head_token >= from && chain.head_token < to;
      if (chain.stage && inside)
        add_stage(draft, Unit::kSame, Kind::kChainBetween, *chain.stage);
    }
  }

  void add_text_signs(Draft& draft) {
    add(draft, Unit::kText, Kind::kBias);
    add_count(draft, Unit::kText, Kind::kTimes, draft.together);
    const std::size_t player = players_[draft.pair.player.name];
    const std::size_t club = clubs_[draft.pair.to.name];
    add_count(draft, Unit::kText, Kind::kRank,
              (player == most_player_ ? 1U : 0U) + (club == most_club_ ? 2U : 0U));
    add_count(draft, Unit::kText, Kind::kPlayers, players_.size());
    const std::size_t sentences = page_.scenes.size();
    add_count(draft, Unit::kText, Kind::kSize,
              sentences <= 2    ? 0
              : sentences <= 6  ? 1
              : sentences <= 20 ? 2
                                : 3);
    add_count(draft, Unit::kText, Kind::kAt, draft.pair.sentence);
  }

  // One ruling of each kind, the furthest; what is off the ladder counts as furthest.
  void add_rulings(const std::vector<Ruling>& rulings, Draft& draft) {
    std::array<std::optional<Stage>, 4> furthest;
    constexpr std::array<Kind, 4> kKindsOfRuling = {Kind::kRule, Kind::kRival,
                                                    Kind::kStay, Kind::kExit};
    for (const Ruling& ruling : rulings) {
      if (!(ruling.player == draft.pair.player)) continue;
      const std::size_t kind = ruling.move == Move::kRenewal ? 2U
                               : ruling.move == Move::kExit  ? 3U
                               : ruling.to == draft.pair.to  ? 0U
                                                             : 1U;
      furthest[kind] = std::max(furthest[kind].value_or(ruling.stage), ruling.stage);
    }
    for (std::size_t i = 0; i < furthest.size(); ++i) {
      const std::optional<Stage>& stage = furthest[i];
      if (stage) add_stage(draft, Unit::kText, kKindsOfRuling[i], *stage);
    }
  }

  void add_frames() {
    for (const Frame& frame : frames_.frames) {
      for (const Subject& player : frame.players) add_frame(frame, player);
    }
  }

  void add_frame(const Frame& frame, const Subject& player) {
    const Kind kind = frame.loose ? Kind::kLoose : Kind::kFrame;
    for (const Party& to : frame.buyers) {
      if (Draft* draft = find(player, to))
        add_stage(*draft, Unit::kText, kind, frame.stage);
    }
    for (const Party& from : frame.sellers) {
      if (Draft* draft = find(player, from)) add(*draft, Unit::kText, Kind::kSeller);
    }
  }

  Pair finish(Pair pair) const {
    if (!named_) {
      std::ranges::sort(pair.signs);
      const auto again = std::ranges::unique(pair.signs);
      pair.signs.erase(again.begin(), again.end());
      return pair;
    }
    std::ranges::sort(pair.names);
    const auto again = std::ranges::unique(pair.names);
    pair.names.erase(again.begin(), again.end());
    return pair;
  }

  struct Counts {
    std::size_t players = 0;
    std::size_t clubs = 0;
  };

  const Page& page_;
  const Setting& setting_;
  const Frames& frames_;
  bool named_;
  const WordSet& determiner_;
  const std::vector<Chain>* chains_ = nullptr;  // of the sentence looked at
  Counts here_;
  std::vector<std::uint8_t> kinds_;  // by token: 0 a word, else what is named
  std::unordered_map<std::string, std::size_t> players_;
  std::unordered_map<std::string, std::size_t> clubs_;
  std::size_t most_player_ = 0;
  std::size_t most_club_ = 0;
  const Mention* topic_ = nullptr;  // the player named most; null when none is often
  std::vector<Who> last_players_;
  std::uint32_t last_at_ = 0;
  std::vector<Who> last_clubs_;
  std::uint32_t clubs_at_ = 0;
  std::vector<Draft> drafts_;
  std::unordered_map<std::string, std::size_t> places_;  // by player and club
};

}  // namespace

std::vector<Pair> find_pairs(const Setting& setting, const Frames& frames,
                             const std::vector<Ruling>& rulings, bool named) {
  return Finder(setting, frames, named).run(rulings);
}

}  // namespace hearsay::claim
