// The small print: sums, contract ends, options, and what they belong to.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/claim/scene.h"
#include "hearsay/model/claim.h"

namespace hearsay::claim {

// A sum as the text states it, and what the words around it call it.
struct Sum {
  Money money;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::string wage_period;  // "week" …; empty for a fee
};

// What a sentence says of a player's contract.
struct ContractFact {
  std::string player;
  std::string club;   // whose contract, as far as the sentence says
  std::string until;  // ISO, as precise as stated
  bool ending = false;
  std::optional<int> years;
  std::optional<ContractOption> option;
  std::uint32_t sentence = 0;
  TextSpan words;
};

// The year that a token states: "2021"; nothing for any other number.
std::optional<int> year_at(const Page& page, std::uint32_t at);

std::vector<Sum> find_sums(const Page& page, const Sentence& sentence);

// The contract facts of all sentences, each with the player it is about; a sentence that
// names nobody speaks of the player the text is at.
std::vector<ContractFact> find_contract_facts(const Page& page);

}  // namespace hearsay::claim
