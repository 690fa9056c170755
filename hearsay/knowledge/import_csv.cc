// CSV (RFC 4180) with a heading. The columns that are there tell what its rows are:
//
//     id, name, dob …               players
//     id, name, official_name …     clubs (also known by `league`, `stadium`, `city`)
//     player_id, club_id, from, to  spells

#include <algorithm>
#include <charconv>
#include <map>

#include "hearsay/base/date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/knowledge/import_reader.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostLinesInARow = 64;

struct Cells {
  std::vector<std::string> values;
  std::vector<std::size_t> columns;  // where each begins in the row, from 1
  bool open = false;                 // a quotation mark is not closed
};

// One cell from line[at]; returns the place of what ends it.
std::size_t take_cell(std::string_view line, std::size_t at, Cells& cells) {
  std::string value;
  cells.columns.push_back(at + 1);
  bool quoted = at < line.size() && line[at] == '"';
  if (quoted) ++at;
  while (at < line.size()) {
    if (quoted && line[at] == '"') {
      if (at + 1 >= line.size() || line[at + 1] != '"') {
        quoted = false;
        ++at;
        continue;
      }
      ++at;  // two of them mean one
    } else if (!quoted && line[at] == ',') {
      break;
    }
    value += line[at++];
  }
  cells.open = quoted;
  cells.values.push_back(std::move(value));
  return at;
}

Cells split_row(std::string_view line) {
  Cells cells;
  for (std::size_t at = 0;; ++at) {
    at = take_cell(line, at, cells);
    if (at >= line.size()) return cells;
  }
}

bool is_one_window(const std::string& earlier, const std::string& later) {
  constexpr auto kLongestWindow = std::chrono::days(100);
  const std::optional<Date> first = parse_date(earlier);
  const std::optional<Date> second = parse_date(later);
  return first && second && *second - *first <= kLongestWindow;
}

class CsvImport {
 public:
  CsvImport(ImportFile& file, SourceRecords& records) : file_(file), records_(records) {}

  Result<void> run() {
    bool first = true;
    while (file_.go_on()) {
      const auto line = file_.lines.next();
      if (!line) return {};
      if (!*line) {
        if (line->error().code != ErrorCode::kTooLarge) {
          return std::unexpected(line->error());
        }
        file_.skip(file_.lines.line(), 1, line->error().message);
        continue;
      }
      line_ = file_.lines.line();
      std::string row(**line);
      if (row.starts_with("\xEF\xBB\xBF")) row.erase(0, 3);
      if (row.empty()) continue;
      take_row(std::move(row), first);
      first = false;
    }
    return {};
  }

 private:
  void take_row(std::string row, bool heading) {
    cells_ = split_row(row);
    for (std::size_t i = 0; cells_.open && i < kMostLinesInARow; ++i) {
      const auto more = file_.lines.next();  // a line break inside quotation marks
      if (!more || !*more) break;
      row.append("\n").append(**more);
      cells_ = split_row(row);
    }
    if (heading) return read_heading();
    ++file_.counts.rows;
    if (cells_.open)
      return skip(cells_.values.size() - 1, "a quotation mark is not closed");
    if (!is_utf8(row))
      return file_.skip(line_, 1, "the row is not UTF-8; convert the file");
    if (cells_.values.size() != places_.size()) {
      return skip(std::min(cells_.values.size(), places_.size()) - 1,
                  std::to_string(places_.size()) + " columns expected, " +
                      std::to_string(cells_.values.size()) + " found");
    }
    if (has("player_id")) return take_spell();
    if (has("dob") || has("nationality") || has("position")) return take_player();
    take_club();
  }

  void read_heading() {
    for (std::size_t i = 0; i < cells_.values.size(); ++i) {
      places_.insert_or_assign(std::string(trim(cells_.values[i])), i);
    }
    for (std::size_t i = places_.size(); i < cells_.values.size(); ++i) {
      places_.emplace("\x01" + std::to_string(i),
                      i);  // columns of one name count as well
    }
  }

  bool has(const std::string& column) const { return places_.contains(column); }

  std::string cell(const std::string& column) const {
    const auto found = places_.find(column);
    if (found == places_.end()) return {};
    return clean_cell(cells_.values[found->second]);
  }

  std::vector<std::string> list(const std::string& column) const {
    std::vector<std::string> parts;
    const auto found = places_.find(column);
    if (found == places_.end()) return parts;
    for (const std::string_view part : split_list(cells_.values[found->second])) {
      std::string clean = clean_cell(part);
      if (!clean.empty()) parts.push_back(std::move(clean));
    }
    return parts;
  }

  void skip(std::size_t place, std::string_view what) {
    file_.skip(line_, place < cells_.columns.size() ? cells_.columns[place] : 1, what);
  }
  void skip(const std::string& column, std::string_view what) {
    const auto found = places_.find(column);
    skip(found == places_.end() ? 0 : found->second, what);
  }

  // The id and the name of a row; false when one is missing.
  bool is_named(const std::string& id, const std::string& name) {
    if (id.empty()) skip("id", "the id is missing");
    if (!id.empty() && name.empty()) skip("name", "the name is missing");
    return !id.empty() && !name.empty();
  }

  void take_club() {
    ClubRecordIn club;
    const std::string id = cell("id");
    club.name = cell("name");
    if (!is_named(id, club.name)) return;
    club.names = list("aliases");
    if (std::string official = cell("official_name"); !official.empty()) {
      club.names.insert(club.names.begin(), std::move(official));
    }
    club.city = cell("city");
    club.country = cell("country");
    club.other_id = cell("wikidata");
    club.women = cell("women") == "1" || cell("women") == "yes";
    records_.clubs.insert_or_assign(id, std::move(club));
    ++file_.counts.clubs;
  }

  void take_player() {
    PlayerRecordIn player;
    const std::string id = cell("id");
    player.name = cell("name");
    if (!is_named(id, player.name)) return;
    player.full_name = cell("full_name");
    player.names = list("aliases");
    player.born_on = cell("dob");
    if (!player.born_on.empty() && !parse_date(player.born_on)) {
      return skip("dob",
                  "'" + player.born_on + "' is no day of the calendar; write 2023-07-01");
    }
    player.nationalities = list("nationality");
    player.position = position_of(cell("position"));
    player.value = cell("market_value_eur_2025");
    if (player.value.empty()) player.value = cell("market_value_eur");
    player.woman = cell("women") == "1" || cell("women") == "yes";
    add_present_club(id);
    records_.players.insert_or_assign(id, std::move(player));
    ++file_.counts.players;
  }

  // "CDM, RB" and "CM/CDM" name the usual place first.
  std::string position_of(const std::string& text) const {
    const std::size_t end = text.find_first_of(",/");
    return std::string(
        file_.run.words.find("position", trim(std::string_view(text).substr(0, end)))
            .value_or(""));
  }

  // A squad list says where he is; a move that was seen last is among the spells.
  void add_present_club(const std::string& player) {
    const std::string club = cell("current_club_id");
    const std::string day = cell("as_of");
    if (club.empty() || !parse_date(day) || cell("current_club_source") == "last-move") {
      return;
    }
    records_.spells.insert_or_assign(SpellKey{player, "", club, true},
                                     SpellRecordIn{day, false});
  }

  void take_spell() {
    const std::string player = cell("player_id");
    if (player.empty()) return skip("player_id", "the player's id is missing");
    std::string club = cell("club_id");
    if (club.empty()) club = cell("club");
    if (club.empty()) return skip("club_id", "the club is missing");
    const std::string from = cell("from");
    const std::string to = cell("to");
    const auto first = from.empty() ? std::string() : find_day(from, false);
    if (!first) return skip("from", "'" + from + "' is no day; write 2023-07-01");
    const auto last = to.empty() ? std::string() : find_day(to, true);
    if (!last) return skip("to", "'" + to + "' is no day; write 2023-07-01");
    // "2019-01-31" to "2019-winter": he moved on in the window in which he came.
    const bool days = parse_date(from) && parse_date(to);
    if (!first->empty() && !last->empty() && *last < *first &&
        (days || !is_one_window(*last, *first))) {
      return skip("to", "the spell ends before it begins");
    }
    const std::string end = last->empty() ? "" : std::max(*last, *first);
    records_.spells.insert_or_assign(SpellKey{player, *first, club, false},
                                     SpellRecordIn{end, cell("on_loan") == "1"});
    ++file_.counts.spells;
  }

  ImportFile& file_;
  SourceRecords& records_;
  std::map<std::string, std::size_t> places_;  // of the columns
  Cells cells_;
  std::size_t line_ = 0;
};

}  // namespace

Result<void> import_csv(ImportFile& file, SourceRecords& records) {
  return CsvImport(file, records).run();
}

}  // namespace hearsay
