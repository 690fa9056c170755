// A sentence as the reading of claims sees it: who and what stands in it, in groups.
//
//     Arsenal, Chelsea and Spurs are all keen on Norwich City right-back Max Aarons, 21.
//     [club: Arsenal, Chelsea, Spurs]              (of: Norwich City) [player: Max
//     Aarons]
//
// Mentions of one kind joined by commas and "and" act together. A club that only says
// where a player plays ("Norwich City right-back") is his home and no side of the deal.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/knowledge/lexicon.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay::claim {

// Somebody on one side of a deal: a club, or a league or country in brackets.
struct Party {
  std::string name;
  std::optional<ClubId> club;
  std::optional<CompetitionId> competition;  // of a league in brackets

  bool operator==(const Party& other) const { return name == other.name; }
};

enum class GroupKind : std::uint8_t { kPlayer, kClub, kPlace };

struct Group {
  GroupKind kind = GroupKind::kClub;
  std::vector<const Mention*> members;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // half open
  const Token* before =
      nullptr;         // the word before it and its determiner; null at the start
  bool owner = false;  // followed by a possessive: "Chelsea's"
  bool home = false;   // only says where a player plays
};

struct Scene {
  const Sentence* sentence = nullptr;
  std::uint32_t index = 0;  // of the sentence in Text::sentences
  std::vector<Group> groups;
};

// Where each player of a text plays, as the text itself says it.
struct Home {
  const Mention* player = nullptr;
  const Mention* club = nullptr;
};

// Everything the later steps look at. Holds references: it lives as long as its inputs.
struct Page {
  const Text& text;
  std::span<const Mention> mentions;
  const Lexicon& lexicon;
  std::vector<Scene> scenes;  // one a sentence
  std::vector<Home> homes;    // ascending by player mention
  std::vector<bool> named;    // one a token: it is part of a name ("United States")

  // The club of a player mention as its own words say; null when they do not.
  const Mention* home_of(const Mention& player) const;

  const Token& token(std::uint32_t index) const { return text.tokens[index]; }
  bool is(std::uint32_t index, const WordSet& words) const {
    return words.has(text.tokens[index].key);
  }
};

Page look_at(const Text& text, std::span<const Mention> mentions, const Lexicon& lexicon);

Party party_of(const Mention& mention);

}  // namespace hearsay::claim
