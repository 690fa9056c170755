// Every player with every club that stands near him in a text, and the signs of whether
// the text links the two.
//
//     Chelsea are keen on Rice, who has also spoken to former club Arsenal.
//     Rice → Chelsea   same.other.btw<=keen   same.other.chain=interest …
//     Rice → Arsenal   same.former.before=club …
//
// The rules (frame.h) read the sentences they know; the signs carry what they miss, and
// what speaks against them. data/lang/<xx>/claim_weights.tsv says what each is worth.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/claim/background.h"
#include "hearsay/claim/frame.h"
#include "hearsay/claim/scene.h"
#include "hearsay/knowledge/weights.h"

namespace hearsay::claim {

// What the rules made of a pair; of a player alone when he stays or leaves.
struct Ruling {
  Subject player;
  Party to;                    // empty for an exit
  Move move = Move::kUnknown;  // kRenewal and kExit, else open
  Stage stage = Stage::kLinked;
};

// A player and a club, or a player alone: whether he leaves (kExit) or stays (kRenewal).
struct Pair {
  Subject player;
  Party to;  // empty when he leaves or stays
  Move move = Move::kUnknown;
  std::uint32_t sentence = 0;      // where they first stand together, or nearest
  std::vector<SignKey> signs;      // each once
  std::vector<std::string> names;  // of the signs, when asked for
};

// In the order of the text, players alone at the end. Pairs that stand in no sentence
// together and in none side by side are not there. With `named`, the signs are told by
// name too (to learn from).
std::vector<Pair> find_pairs(const Setting& setting, const Frames& frames,
                             const std::vector<Ruling>& rulings, bool named = false);

}  // namespace hearsay::claim
