// Each club that is named adds its country and league.

#include "hearsay/mention/evidence.h"

namespace hearsay::mention {

void Evidence::see(ClubId club, const KnowledgeBase& knowledge, std::uint32_t token) {
  ClubSeen& seen = clubs[club];
  ++seen.count;
  seen.last_token = token;
  const Club& row = knowledge.club(club);
  if (row.country) ++countries[row.country->value];
  if (row.league) ++leagues[row.league->value];
  women = women || row.women;
}

void Evidence::see(CompetitionId competition, const KnowledgeBase& knowledge) {
  const Competition& row = knowledge.competition(competition);
  if (!row.league) return;
  ++leagues[competition.value];
  if (row.country) ++countries[row.country->value];
}

int Evidence::count(ClubId club) const {
  const auto seen = clubs.find(club);
  return seen == clubs.end() ? 0 : seen->second.count;
}

}  // namespace hearsay::mention
