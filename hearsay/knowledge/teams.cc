// The loader's tables of football itself: clubs, players, and who was where.

#include <algorithm>
#include <string>
#include <utility>

#include "hearsay/knowledge/cells.h"
#include "hearsay/knowledge/loader.h"

namespace hearsay {
namespace {

std::optional<Position> find_position(std::string_view name) {
  if (name.empty()) return Position::kUnknown;
  if (name == "goalkeeper") return Position::kGoalkeeper;
  if (name == "defender") return Position::kDefender;
  if (name == "midfielder") return Position::kMidfielder;
  if (name == "forward") return Position::kForward;
  return std::nullopt;
}

}  // namespace

Result<void> KnowledgeLoader::read_clubs() {
  const Columns columns{"key",           "name",    "official", "short",     "nicknames",
                        "foreign",       "city",    "country",  "league",    "parent",
                        "context_names", "handles", "women",    "notability"};
  Result<const Tsv*> table = open("clubs", columns, &clubs_);
  if (!table) return std::unexpected(table.error());
  draft_.clubs.reserve((*table)->rows().size());
  for (const Tsv::Row& row : (*table)->rows()) {
    if (Result<void> read = read_club(**table, row); !read) return read;
  }
  return {};
}

Result<void> KnowledgeLoader::read_club(const Tsv& table, const Tsv::Row& row) {
  const auto country = Cell{table, row, 7}.find_in(countries_, "countries.tsv");
  if (!country) return std::unexpected(country.error());
  const auto league = Cell{table, row, 8}.find_in(competitions_, "competitions.tsv");
  if (!league) return std::unexpected(league.error());
  const auto parent = Cell{table, row, 9}.find_in(clubs_, "clubs.tsv");
  if (!parent) return std::unexpected(parent.error());
  const Result<bool> women = Cell{table, row, 12}.flag("yes");
  if (!women) return std::unexpected(women.error());
  const Result<int> notability = Cell{table, row, 13}.percent();
  if (!notability) return std::unexpected(notability.error());

  const Named what{MentionKind::kClub, static_cast<std::uint32_t>(draft_.clubs.size())};
  add_name(row.cells[1], what, Naming::kFull, has_item(row.cells[10], row.cells[1]));
  add_names(row.cells[2], what, Naming::kFull);
  add_names(row.cells[3], what, Naming::kShort);
  add_names(row.cells[4], what, Naming::kNick);
  add_names(row.cells[5], what, Naming::kFull);
  add_names(row.cells[10], what, Naming::kShort, true);
  add_names(row.cells[11], what, Naming::kHandle);
  draft_.clubs.push_back({named_row(row), row.cells[6], as_id<CountryId>(*country),
                          as_id<CompetitionId>(*league), as_id<ClubId>(*parent),
                          *notability, *women});
  return {};
}

Result<void> KnowledgeLoader::read_players() {
  const Columns columns{"key",      "name",      "full_name", "other_names",
                        "short",    "nicknames", "born_on",   "nationalities",
                        "position", "women",     "notability"};
  Result<const Tsv*> table = open("players", columns, &players_);
  if (!table) return std::unexpected(table.error());
  draft_.players.reserve((*table)->rows().size());
  for (const Tsv::Row& row : (*table)->rows()) {
    if (Result<void> read = read_player(**table, row); !read) return read;
  }
  return {};
}

Result<void> KnowledgeLoader::read_player(const Tsv& table, const Tsv::Row& row) {
  DraftPlayer player;
  static_cast<DraftRow&>(player) = named_row(row);
  player.full_name = row.cells[2];
  const auto born_on = Cell{table, row, 6}.day();
  if (!born_on) return std::unexpected(born_on.error());
  player.born_on = *born_on;
  for (const std::string_view nation : split_list(row.cells[7])) {
    const auto found = find_key(countries_, nation);
    if (!found) {
      return std::unexpected(table.error_at(
          row, 7, "'" + std::string(nation) + "' is no key of countries.tsv"));
    }
    player.nationalities.push_back(CountryId{*found});
  }
  const std::optional<Position> position = find_position(row.cells[8]);
  if (!position) {
    return std::unexpected(table.error_at(
        row, 8, "the position is 'goalkeeper', 'defender', 'midfielder' or 'forward'"));
  }
  player.position = *position;
  const Result<bool> woman = Cell{table, row, 9}.flag("yes");
  if (!woman) return std::unexpected(woman.error());
  player.woman = *woman;
  const Result<int> notability = Cell{table, row, 10}.percent();
  if (!notability) return std::unexpected(notability.error());
  player.notability = *notability;

  const Named what{MentionKind::kPlayer,
                   static_cast<std::uint32_t>(draft_.players.size())};
  const std::string_view context = optional_cell(row, context_column_);
  add_name(row.cells[1], what, Naming::kFull, has_item(context, row.cells[1]));
  if (!row.cells[2].empty()) add_name(row.cells[2], what, Naming::kFull);
  add_names(row.cells[3], what, Naming::kFull);
  add_names(row.cells[4], what, Naming::kShort);
  add_names(row.cells[5], what, Naming::kNick);
  add_names(context, what, Naming::kShort, true);
  draft_.players.push_back(std::move(player));
  return {};
}

Result<void> KnowledgeLoader::read_spells() {
  Result<const Tsv*> table =
      open("spells", {"player", "from", "club", "to", "kind"}, nullptr);
  if (!table) return std::unexpected(table.error());
  std::optional<std::uint32_t> player;  // of the row before: his spells stand together
  for (const Tsv::Row& row : (*table)->rows()) {
    if (!player || players_[*player] != row.cells[0]) {
      const auto found = Cell{**table, row, 0}.find_in(players_, "players.tsv");
      if (!found) return std::unexpected(found.error());
      player = *found;
    }
    if (!player) return std::unexpected((*table)->error_at(row, 0, "the key is missing"));
    if (Result<void> read = read_spell(**table, row, draft_.players[*player]); !read) {
      return read;
    }
  }
  for (DraftPlayer& each : draft_.players) {
    std::ranges::stable_sort(each.spells, {}, [](const Spell& spell) {
      return std::pair(spell.from, spell.loan);
    });
  }
  return {};
}

Result<void> KnowledgeLoader::read_spell(const Tsv& table, const Tsv::Row& row,
                                         DraftPlayer& player) const {
  const auto club = Cell{table, row, 2}.find_in(clubs_, "clubs.tsv");
  if (!club) return std::unexpected(club.error());
  const std::optional<std::uint32_t> place = *club;
  if (!place) return std::unexpected(table.error_at(row, 2, "the key is missing"));
  const auto from = Cell{table, row, 1}.day();
  if (!from) return std::unexpected(from.error());
  const auto to = Cell{table, row, 3}.day();
  if (!to) return std::unexpected(to.error());
  const Result<bool> loan = Cell{table, row, 4}.flag("loan");
  if (!loan) return std::unexpected(loan.error());
  const Spell spell{ClubId{*place}, *from, *to, *loan};
  if (spell.from && spell.to && *spell.to < *spell.from) {
    return std::unexpected(table.error_at(row, 3, "the spell ends before it begins"));
  }
  player.spells.push_back(spell);
  return {};
}

}  // namespace hearsay
