// What a document shows of clubs and their world: what short names are resolved by.

#pragma once

#include <cstdint>
#include <unordered_map>

#include "hearsay/base/id.h"
#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay::mention {

// What a document shows of clubs and their world, over its title and its text.
struct Evidence {
  struct ClubSeen {
    int count = 0;
    std::uint32_t last_token = 0;
  };
  std::unordered_map<ClubId, ClubSeen> clubs;  // named beyond doubt
  std::unordered_map<std::uint32_t, int>
      countries;                                   // of those clubs, by CountryId::value
  std::unordered_map<std::uint32_t, int> leagues;  // by CompetitionId::value
  bool women = false;

  void see(ClubId club, const KnowledgeBase& knowledge, std::uint32_t token);
  // A league that was named speaks for its clubs.
  void see(CompetitionId competition, const KnowledgeBase& knowledge);
  int count(ClubId club) const;
  // Before another text of the same document.
  void forget_places() {
    for (auto& [club, seen] : clubs) seen.last_token = 0;
  }
};

}  // namespace hearsay::mention
