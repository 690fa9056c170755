// The kinds of signs that tell whether a text links a player and a club.
//
//     same.any.lead=with      the word before the club, where both stand in one sentence
//     before.home.chain=talks a predicate beside the club he plays for; he stands before
//
// A sign's name is unit.bond.kind=value; its key is what the weights are looked up by.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "hearsay/knowledge/weights.h"

namespace hearsay::claim {

// Where the two stand to each other.
enum class Unit : std::uint8_t { kSame, kBefore, kBehind, kTopic, kText };
inline constexpr std::array<std::string_view, 5> kUnits = {"same", "before", "behind",
                                                           "topic", "text"};

// What the club is to the player on the day.
// Players alone have signs of their own.
enum class Bond : std::uint8_t { kAny, kHome, kFormer, kPlace, kLeave, kStay };
inline constexpr std::array<std::string_view, 6> kBonds = {"any",   "home",  "former",
                                                           "place", "leave", "stay"};

enum class Kind : std::uint8_t {
  kBetween,      // a word between them, the player first
  kBetweenBack,  // the club first
  kLead,         // the word, and the two words, before the club
  kTail,         // behind the club
  kPlayerLead,
  kPlayerTail,
  kWord,          // any word of the sentence
  kChainBetween,  // the stage of a predicate between them
  kChain,         // of any predicate of the sentence
  kNear,          // a word near the club, no other club between
  kChainNear,
  kGap,
  kClubs,  // in the sentence
  kPlayers,
  kAt,  // which sentence of the text
  kGroup,
  kFrame,  // the stage of a frame that has both
  kLoose,
  kRule,    // what the rules made of the pair
  kRival,   // what they made of him and another club
  kStay,    // of his staying
  kExit,    // of his leaving
  kSeller,  // a frame has the club as his seller
  kTimes,
  kRank,
  kSize,
  kBias,
};
inline constexpr std::array<std::string_view, 27> kKinds = {
    "btw>",     "btw<",   "lead",  "tail",      "plead", "ptail", "word",
    "chainbtw", "chain",  "near",  "chainnear", "gap",   "clubs", "players",
    "at",       "group",  "frame", "loose",     "rule",  "rival", "stay",
    "exit",     "seller", "times", "rank",      "size",  "bias"};

std::string name_of(Unit unit, Bond bond, Kind kind);
SignKey key_of(Unit unit, Bond bond, Kind kind);

WordKey stage_key(Stage stage);

// Small counts as words: "0" … "4", which stands for more as well.
std::string_view count_word(std::size_t count);
WordKey count_key(std::size_t count);

}  // namespace hearsay::claim
