// A player is known by his number in the tables ours were grown from, by name and birth
// date, or, where a birth date is missing, by name and a club in common.

#include "hearsay/knowledge/merge_players.h"

#include <algorithm>
#include <charconv>

#include "hearsay/base/date.h"
#include "hearsay/base/tsv.h"

namespace hearsay {
namespace {

// What a market value tells of how well known a player is; without one he is least.
struct Step {
  std::uint64_t value;
  std::string_view notability;
};
constexpr Step kSteps[] = {{50'000'000, "60"}, {10'000'000, "45"}, {2'000'000, "30"},
                           {300'000, "20"},    {1, "10"},          {0, "5"}};

std::string_view notability_of(const std::string& value) {
  std::uint64_t euros = 0;
  std::from_chars(value.data(), value.data() + value.size(), euros);
  return std::ranges::find_if(kSteps,
                              [&](const Step& step) { return euros >= step.value; })
      ->notability;
}

std::string_view number_of(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  return colon == std::string_view::npos ? id : id.substr(colon + 1);
}

std::vector<std::string_view> all_names(const PlayerRecordIn& player) {
  std::vector<std::string_view> names{player.name};
  if (!player.full_name.empty()) names.push_back(player.full_name);
  names.insert(names.end(), player.names.begin(), player.names.end());
  return names;
}

std::string day_before(const std::string& day) {
  const std::optional<Date> date = parse_date(day);
  return date ? print(*date - std::chrono::days(1)) : std::string();
}

}  // namespace

std::vector<MergedSpell> in_order(std::vector<MergedSpell> spells) {
  std::ranges::sort(spells);
  const auto same = [](const MergedSpell& left, const MergedSpell& right) {
    return left.from == right.from && left.club == right.club;
  };
  spells.erase(std::unique(spells.begin(), spells.end(), same), spells.end());
  std::string next;  // first day of the contract behind
  for (auto spell = spells.rbegin(); spell != spells.rend(); ++spell) {
    if (spell->loan || spell->from.empty()) continue;
    const bool open = spell->to.empty() && !spell->present;
    if (!next.empty() && (open || spell->to.empty() || spell->to >= next)) {
      spell->to = std::max(day_before(next), spell->from);
    }
    next = spell->from;
  }
  std::erase_if(spells, [](const MergedSpell& spell) {
    return !spell.from.empty() && !spell.to.empty() && spell.to < spell.from;
  });
  return spells;
}

PlayerMerger::PlayerMerger(Tables tables, const ClubMerger& clubs,
                           const CountryFinder& countries, NameJudge& judge)
    : tables_(tables),
      clubs_(clubs),
      countries_(countries),
      judge_(judge),
      name_(tables.players.column("name")),
      full_name_(tables.players.column("full_name")),
      other_names_(tables.players.column("other_names")),
      context_(tables.players.column("context_names")),
      born_(tables.players.column("born_on")),
      nations_(tables.players.column("nationalities")),
      position_(tables.players.column("position")),
      women_(tables.players.column("women")),
      notability_(tables.players.column("notability")),
      refs_(tables.players.column("refs")),
      sources_(tables.players.column("sources")) {
  EditTable& players = tables_.players;
  for (std::size_t row = 0; row < players.size(); ++row) {
    players.cell(row, sources_) = "hearsay";
    learn_row(row);
  }
  const std::size_t from = tables_.spells.column("from");
  const std::size_t club = tables_.spells.column("club");
  const std::size_t to = tables_.spells.column("to");
  const std::size_t kind = tables_.spells.column("kind");
  for (std::size_t row = 0; row < tables_.spells.size(); ++row) {
    const EditTable::Row& cells = tables_.spells.row(row);
    spells_[cells[0]].push_back(
        {cells[from], cells[club], cells[to], cells[kind] == "loan", false});
  }
}

void PlayerMerger::learn_row(std::size_t row) {
  EditTable& players = tables_.players;
  for (const std::size_t column : {name_, full_name_, other_names_}) {
    for (const std::string_view name : split_list(players.cell(row, column))) {
      by_name_.emplace(comparable(name), row);
    }
  }
  for (const std::string_view ref : split_list(players.cell(row, refs_))) {
    by_ref_.emplace(ref, row);
  }
}

void PlayerMerger::read_spells(const std::string& source, const SourceRecords& records,
                               Merged& merged) {
  incoming_.clear();
  for (const auto& [key, spell] : records.spells) {
    if (!records.players.contains(key.player)) {
      ++merged.spells.left_out;
      continue;
    }
    const auto club = clubs_.key_of(source, key.club);
    if (!club) {
      ++merged.spells.left_out;
      continue;
    }
    // Of a present club the day when he was seen there is known, not his last.
    incoming_[key.player].push_back(
        {key.from, *club, key.seen ? "" : spell.to, spell.loan, key.seen});
  }
}

void PlayerMerger::merge(const std::string& source, const SourceRecords& records,
                         Merged& merged) {
  read_spells(source, records, merged);
  births_.clear();
  met_.clear();
  for (const auto& [id, player] : records.players) {
    Incoming in{source, id, player, {}, {}};
    for (const std::string& nation : player.nationalities) {
      std::string key = countries_.find(records.places, nation);
      if (!key.empty()) in.nationalities.push_back(std::move(key));
    }
    if (const auto spells = incoming_.find(id); spells != incoming_.end()) {
      in.spells = spells->second;
    }
    if (player.doubtful && in.spells.empty()) {
      ++merged.players.left_out;
      continue;
    }
    merge_one(std::move(in), merged);
  }
}

void PlayerMerger::merge_one(Incoming in, Merged& merged) {
  if (!in.player.born_on.empty()) {
    const auto [before, fresh] =
        births_.try_emplace({comparable(in.player.name), in.player.born_on}, in.id);
    if (!fresh) {
      merged.conflicts.push_back(in.source + ": '" + in.player.name + "', born " +
                                 in.player.born_on + ", is " + before->second + " and " +
                                 in.id + "; both were kept");
    }
  }
  std::optional<std::size_t> row = find_row(in);
  if (row) {
    ++merged.players.known;
    fill_row(*row, in);
    const std::string& born = tables_.players.cell(*row, born_);
    if (!in.player.born_on.empty() && born != in.player.born_on) {
      merged.conflicts.push_back(in.source + ": '" + in.player.name + "' (" + in.id +
                                 ") was born on " + in.player.born_on + " there, on " +
                                 born + " here; ours was kept");
    }
  } else {
    ++merged.players.added;
    row = add_row(in);
  }
  met_.try_emplace(*row, in.id);
  merged.spells.added += add_spells(*row, std::move(in.spells));
}

std::optional<std::size_t> PlayerMerger::find_row(const Incoming& in) const {
  const auto names = all_names(in.player);
  for (const std::string_view ref : {std::string_view(in.id), number_of(in.id)}) {
    const auto [begin, end] = by_ref_.equal_range(std::string(ref));
    for (auto entry = begin; entry != end; ++entry) {
      for (const std::string_view name : names) {
        const auto [first, last] = by_name_.equal_range(comparable(name));
        const auto same = [&](const auto& each) { return each.second == entry->second; };
        if (std::any_of(first, last, same)) return entry->second;
      }
    }
  }
  for (const std::string_view name : names) {
    const auto [begin, end] = by_name_.equal_range(comparable(name));
    for (auto entry = begin; entry != end; ++entry) {
      // Two ids of one source are two persons, until a number of ours says otherwise.
      if (!met_.contains(entry->second) && is_same(in, entry->second))
        return entry->second;
    }
  }
  return std::nullopt;
}

bool PlayerMerger::is_same(const Incoming& in, std::size_t row) const {
  const std::string& born = tables_.players.cell(row, born_);
  const bool woman = tables_.players.cell(row, women_) == "yes";
  if (woman != in.player.woman) return false;
  if (!born.empty() && !in.player.born_on.empty()) return born == in.player.born_on;
  return shares_club(in, row);
}

bool PlayerMerger::shares_club(const Incoming& in, std::size_t row) const {
  const auto known = spells_.find(tables_.players.cell(row, 0));
  if (known == spells_.end()) return false;
  return std::ranges::any_of(in.spells, [&](const MergedSpell& spell) {
    return std::ranges::find(known->second, spell.club, &MergedSpell::club) !=
           known->second.end();
  });
}

std::string PlayerMerger::free_key(const Incoming& in) const {
  std::string key = key_for(in.player.name);
  if (key.empty()) key = key_for("player " + in.id);
  if (!tables_.players.find(key)) return key;
  if (!in.player.born_on.empty()) key += "-" + in.player.born_on.substr(0, 4);
  const std::string stem = key;
  for (int number = 2; tables_.players.find(key); ++number) {
    key = stem + "-" + std::to_string(number);
  }
  return key;
}

std::size_t PlayerMerger::add_row(const Incoming& in) {
  EditTable& players = tables_.players;
  const std::size_t row = players.add(free_key(in));
  players.cell(row, name_) = in.player.name;
  players.cell(row, women_) = in.player.woman ? "yes" : "";
  players.cell(row, notability_) = notability_of(in.player.value);
  fill_row(row, in);
  if (judge_.judge(in.player.name) != Worth::kSure) {
    players.add_item(row, context_, in.player.name);
  }
  add_names(row, in);
  learn_row(row);
  for (const std::string_view name : all_names(in.player)) judge_.learn(name);
  return row;
}

void PlayerMerger::add_names(std::size_t row, const Incoming& in) {
  for (const std::string_view name : all_names(in.player)) {
    if (name == in.player.name) continue;
    const Worth worth = judge_.judge(name);
    if (worth == Worth::kContext) tables_.players.add_item(row, context_, name);
    if (worth == Worth::kSure) tables_.players.add_item(row, other_names_, name);
  }
}

void PlayerMerger::fill_row(std::size_t row, const Incoming& in) {
  EditTable& players = tables_.players;
  if (players.cell(row, born_).empty()) players.cell(row, born_) = in.player.born_on;
  if (players.cell(row, position_).empty()) {
    players.cell(row, position_) = in.player.position;
  }
  if (players.cell(row, nations_).empty()) {
    for (const std::string& nation : in.nationalities) {
      players.add_item(row, nations_, nation);
    }
  }
  players.add_item(row, sources_, in.source + ":" + in.id);
}

// What we know of a career stands; what is later than all of it is added.
std::size_t PlayerMerger::add_spells(std::size_t row, std::vector<MergedSpell> spells) {
  std::vector<MergedSpell>& known = spells_[tables_.players.cell(row, 0)];
  const std::size_t before = known.size();
  if (!known.empty()) {
    std::string last;
    for (const MergedSpell& spell : known) {
      last = std::max({last, spell.from, spell.to});
    }
    const bool present = known.back().to.empty();
    const std::string& club = known.back().club;
    std::erase_if(spells, [&](const MergedSpell& spell) {
      return spell.from <= last || (present && spell.club == club);
    });
  }
  known.insert(known.end(), spells.begin(), spells.end());
  if (known.size() > before) known = in_order(std::move(known));
  return known.size() - std::min(before, known.size());
}

void PlayerMerger::finish() {
  EditTable& table = tables_.spells;
  const std::size_t from = table.column("from");
  const std::size_t club = table.column("club");
  const std::size_t to = table.column("to");
  const std::size_t kind = table.column("kind");
  for (std::size_t row = 0; row < table.size(); ++row) table.remove(row);
  for (const auto& [player, spells] : spells_) {
    for (const MergedSpell& spell : spells) {
      const std::size_t row = table.add(player);
      table.cell(row, from) = spell.from;
      table.cell(row, club) = spell.club;
      table.cell(row, to) = spell.to;
      table.cell(row, kind) = spell.loan ? "loan" : "";
    }
  }
}

}  // namespace hearsay
