// An edit is checked before it is made: a wrong one is named and skipped, so that one
// slip of the pen does not cost the whole base.
//
// Tested by store_test.cc.

#include "hearsay/knowledge/local_edits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "hearsay/base/date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/knowledge/cells.h"
#include "hearsay/knowledge/edit_table.h"
#include "hearsay/knowledge/records.h"

namespace hearsay {
namespace {

using Complaint = std::optional<std::string>;

constexpr std::array<std::string_view, 4> kPositions = {"goalkeeper", "defender",
                                                        "midfielder", "forward"};

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

class Editor {
 public:
  explicit Editor(Tables& tables) : tables_(tables) {}

  // What is wrong with the row; nothing when the edit was made.
  Result<Complaint> apply(const std::vector<std::string_view>& cells) {
    const std::string_view name = cells[0];
    if (name == "common_words" || !tables_.contains(name)) {
      return Complaint("there is no table " + quoted(name) + " to edit");
    }
    if (cells[1].empty()) return Complaint("the key is missing");
    if (const auto opened = open(name); !opened) return std::unexpected(opened.error());
    if (name == "spells") return edit_spell(cells[1], cells[2], cells[3]);
    return edit_cell(name, cells[1], cells[2], clean(cells[3]));
  }

  void finish() {
    for (const auto& [name, table] : open_) tables_[std::string(name)] = table.print();
  }

 private:
  Result<void> open(std::string_view name) {
    for (const std::string_view each :
         {name, std::string_view("countries"), std::string_view("competitions"),
          std::string_view("clubs"), std::string_view("players")}) {
      if (open_.contains(each)) continue;
      Result<EditTable> table = EditTable::parse(tables_.find(each)->second);
      if (!table) return std::unexpected(table.error());
      open_.emplace(each, std::move(*table));
    }
    return {};
  }

  EditTable& table(std::string_view name) { return open_.find(name)->second; }

  // Lists keep their bars.
  static std::string clean(std::string_view value) {
    std::string list;
    for (const std::string_view part : split_list(value)) {
      list.append(list.empty() ? "" : "|").append(clean_cell(part));
    }
    return list;
  }

  Complaint edit_cell(std::string_view name, std::string_view key,
                      std::string_view column_name, const std::string& value) {
    EditTable& edited = table(name);
    std::optional<std::size_t> row = edited.find(key);
    if (column_name == "remove") {
      if (!row) return "there is no row " + quoted(key);
      edited.remove(*row);
      return std::nullopt;
    }
    const bool usual = column_name == "context_names" || column_name == "sources";
    if (column_name == "key" || (!usual && !edited.find_column(column_name))) {
      return "there is no column " + quoted(column_name);
    }
    if (key_for(key) != key)
      return quoted(key) + " is no key: small letters, digits, hyphens";
    if (const auto wrong = wrong_value(name, column_name, value)) return wrong;
    if (!row && column_name != "name") {
      return "there is no row " + quoted(key) + "; name it first, with an edit of 'name'";
    }
    const std::size_t sources = edited.column("sources");
    if (!row) {
      row = make_row(name, key);
    } else if (edited.cell(*row, sources).empty()) {
      edited.cell(*row, sources) = "hearsay";
    }
    set(edited, *row, edited.column(column_name), value);
    edited.add_item(*row, sources, "local");
    return std::nullopt;
  }

  // A row needs some cells from the start.
  std::size_t make_row(std::string_view name, std::string_view key) {
    EditTable& edited = table(name);
    const std::size_t row = edited.add(key);
    const auto set_if = [&](std::string_view column, std::string_view value) {
      if (const auto place = edited.find_column(column)) edited.cell(row, *place) = value;
    };
    set_if("notability", "20");
    if (name == "competitions") set_if("kind", "cup");
    if (name == "people") set_if("role", "journalist");
    return row;
  }

  static void set(EditTable& table, std::size_t row, std::size_t column,
                  const std::string& value) {
    if (value.starts_with('+')) {
      for (const std::string_view item : split_list(std::string_view(value).substr(1))) {
        table.add_item(row, column, item);
      }
      return;
    }
    if (!value.starts_with('-')) {
      table.cell(row, column) = value;
      return;
    }
    std::string rest;
    for (const std::string_view item : split_list(table.cell(row, column))) {
      if (item == std::string_view(value).substr(1)) continue;
      rest.append(rest.empty() ? "" : "|").append(item);
    }
    table.cell(row, column) = rest;
  }

  Complaint wrong_value(std::string_view name, std::string_view column,
                        std::string_view value) {
    const bool change = value.starts_with('+') || value.starts_with('-');
    const std::string_view bare = change ? value.substr(1) : value;
    if (column == "name" && bare.empty()) return "a name is missing";
    if (column == "born_on" && !value.empty() && !parse_date(value)) {
      return quoted(value) + " is no day of the calendar: write 2023-07-01";
    }
    if (column == "notability" && !is_percent(value))
      return "a number from 0 to 100 is expected";
    if (column == "women" && !value.empty() && value != "yes")
      return "'yes' or nothing is expected";
    if (column == "position" && !value.empty() &&
        !std::ranges::count(kPositions, value)) {
      return "the position is 'goalkeeper', 'defender', 'midfielder' or 'forward'";
    }
    for (const std::string_view key : split_list(bare)) {
      if (const auto wrong = wrong_key(name, column, key)) return wrong;
    }
    return std::nullopt;
  }

  static bool is_percent(std::string_view value) {
    int number = -1;
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() && number >= 0 &&
           number <= 100;
  }

  Complaint wrong_key(std::string_view name, std::string_view column,
                      std::string_view key) {
    std::string_view other;
    if (column == "country" || column == "nationalities") other = "countries";
    if (column == "league") other = "competitions";
    if (column == "parent") other = "clubs";
    if (column == "organisations" || column == "role" ||
        (column == "kind" && name == "competitions")) {
      return "the column " + quoted(column) + " cannot be edited here";
    }
    if (other.empty() || table(other).find(key)) return std::nullopt;
    return quoted(key) + " is no key of " + std::string(other);
  }

  // "2021-07-08..2023-06-30 loan"; "-" drops what is known of this club.
  Complaint edit_spell(std::string_view player, std::string_view club,
                       std::string_view value) {
    if (!table("players").find(player)) return quoted(player) + " is no key of players";
    if (!table("clubs").find(club)) return quoted(club) + " is no key of clubs";
    const bool loan = value.ends_with(" loan");
    if (loan) value.remove_suffix(5);
    const std::size_t dots = value.find("..");
    if (value != "-" && dots == std::string_view::npos) {
      return "a spell is written 2021-07-08..2023-06-30, with either day left out";
    }
    EditTable& spells = table("spells");
    const std::size_t from = spells.column("from");
    const std::size_t to = spells.column("to");
    const std::size_t at = spells.column("club");
    if (value == "-") {
      for (std::size_t row = 0; row < spells.size(); ++row) {
        const auto& cells = spells.row(row);
        if (!cells.empty() && cells[0] == player && cells[at] == club) spells.remove(row);
      }
      return std::nullopt;
    }
    const std::string_view first = trim(value.substr(0, dots));
    const std::string_view last = trim(value.substr(dots + 2));
    for (const std::string_view day : {first, last}) {
      if (!day.empty() && !parse_date(day)) {
        return quoted(day) + " is no day of the calendar: write 2023-07-01";
      }
    }
    if (!first.empty() && !last.empty() && last < first) {
      return "the spell ends before it begins";
    }
    const std::size_t row = spells.add(player);
    spells.cell(row, from) = first;
    spells.cell(row, to) = last;
    spells.cell(row, at) = club;
    spells.cell(row, spells.column("kind")) = loan ? "loan" : "";
    return std::nullopt;
  }

  Tables& tables_;
  std::map<std::string_view, EditTable> open_;
};

}  // namespace

Result<EditCounts> apply_edits(const TableText& local, Tables& tables,
                               const std::function<void(const std::string&)>& on_skip) {
  const std::vector<std::string> columns = {"table", "key", "column", "value"};
  const Result<Tsv> edits = Tsv::parse(local.bytes, local.path, columns);
  if (!edits) return std::unexpected(edits.error());
  EditCounts counts;
  Editor editor(tables);
  for (const Tsv::Row& row : edits->rows()) {
    const Result<Complaint> edited = editor.apply(row.cells);
    if (!edited) return std::unexpected(edited.error());
    const Complaint& wrong = *edited;
    if (!wrong) {
      ++counts.applied;
      continue;
    }
    ++counts.skipped;
    if (on_skip) {
      on_skip(local.path + ":" + std::to_string(row.line) + ": " + *wrong +
              "; the edit is left out");
    }
  }
  editor.finish();
  return counts;
}

}  // namespace hearsay
