// Tested by merge_test.cc.

#include "hearsay/knowledge/merge.h"

#include "hearsay/knowledge/merge_clubs.h"
#include "hearsay/knowledge/merge_players.h"

namespace hearsay {
namespace {

using Columns = std::vector<std::string_view>;

// Everything that a name may mean already.
Result<void> learn_names(const Tables& tables, NameJudge& judge) {
  const std::pair<std::string_view, Columns> named[] = {
      {"countries", {"name", "other_names", "demonyms"}},
      {"competitions", {"name", "other_names", "context_names"}},
      {"clubs",
       {"name", "official", "short", "nicknames", "foreign", "context_names", "city"}},
      {"outlets", {"name", "other_names", "context_names"}},
      {"people", {"name", "other_names", "short"}},
      {"players", {"name", "full_name", "other_names", "short", "nicknames"}},
  };
  for (const auto& [name, columns] : named) {
    const Result<EditTable> table = EditTable::parse(tables.find(name)->second);
    if (!table) return std::unexpected(table.error());
    judge.learn(*table, columns);
  }
  return {};
}

}  // namespace

Result<Merged> merge(const Tables& shipped, const Records& records,
                     const ImportWords& words) {
  Merged merged;
  merged.tables = shipped;
  if (records.empty()) return merged;
  NameJudge judge(words);
  if (const auto learnt = learn_names(shipped, judge); !learnt) {
    return std::unexpected(learnt.error());
  }
  Result<EditTable> countries = EditTable::parse(shipped.find("countries")->second);
  if (!countries) return std::unexpected(countries.error());
  Result<EditTable> clubs = EditTable::parse(shipped.find("clubs")->second);
  if (!clubs) return std::unexpected(clubs.error());
  Result<EditTable> players = EditTable::parse(shipped.find("players")->second);
  if (!players) return std::unexpected(players.error());
  Result<EditTable> spells = EditTable::parse(shipped.find("spells")->second);
  if (!spells) return std::unexpected(spells.error());
  const CountryFinder finder(*countries, words);
  ClubMerger club_merger(*clubs, finder, words, judge);
  for (const auto& [source, each] : records) club_merger.merge(source, each, merged);
  PlayerMerger player_merger({*players, *spells}, club_merger, finder, judge);
  for (const auto& [source, each] : records) player_merger.merge(source, each, merged);
  player_merger.finish();
  merged.tables["clubs"] = clubs->print();
  merged.tables["players"] = players->print();
  merged.tables["spells"] = spells->print();
  return merged;
}

}  // namespace hearsay
