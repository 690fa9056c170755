// Order matters: a table is read after those it refers to. The names of a row are added
// from the surest to the least sure, because the index keeps the first use of a row.
//
// Tested by knowledge_base_test.cc (made-up tables) and shipped_test.cc (the shipped
// ones).

#include "hearsay/knowledge/loader.h"

#include <algorithm>
#include <utility>

#include "hearsay/base/token.h"
#include "hearsay/knowledge/cells.h"

namespace hearsay {
namespace {

constexpr std::string_view kShipped = "hearsay";  // the source of rows that name none

// A name without any capital letter at the start of a word may be written so in a text.
bool has_capital(std::string_view name) {
  bool word_starts = true;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto byte = static_cast<unsigned char>(name[at]);
    const bool capital = (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
    if (word_starts && capital) return true;
    word_starts = byte == ' ' || byte == '-';
  }
  return false;
}

std::optional<Role> find_role(std::string_view name) {
  if (name == "journalist") return Role::kJournalist;
  if (name == "coach") return Role::kCoach;
  if (name == "official") return Role::kOfficial;
  if (name == "agent") return Role::kAgent;
  return std::nullopt;
}

}  // namespace

Result<Draft> KnowledgeLoader::load() && {
  using Step = Result<void> (KnowledgeLoader::*)();
  constexpr Step kSteps[] = {
      &KnowledgeLoader::read_common_words, &KnowledgeLoader::read_countries,
      &KnowledgeLoader::read_competitions, &KnowledgeLoader::read_clubs,
      &KnowledgeLoader::read_outlets,      &KnowledgeLoader::read_people,
      &KnowledgeLoader::read_players,      &KnowledgeLoader::read_spells,
  };
  for (const Step step : kSteps) {
    if (Result<void> done = (this->*step)(); !done) return std::unexpected(done.error());
  }
  return std::move(draft_);
}

Result<const Tsv*> KnowledgeLoader::open(std::string_view name, const Columns& columns,
                                         Keys* keys) {
  const auto text = tables_.find(name);
  if (text == tables_.end()) {
    return fail(ErrorCode::kInternal, std::string(name) + ": there is no such table");
  }
  Columns asked = columns;
  const auto ask = [&](const char* column) -> std::optional<std::size_t> {
    if (!has_column(text->second, column)) return std::nullopt;
    asked.emplace_back(column);
    return asked.size() - 1;
  };
  sources_column_ = ask("sources");
  context_column_ = ask("context_names");
  Result<Tsv> loaded = Tsv::parse(text->second.bytes, text->second.path, asked);
  if (!loaded) return std::unexpected(loaded.error());
  const Tsv& table = draft_.tables.emplace_back(std::move(*loaded));
  if (keys == nullptr) return &table;
  keys->reserve(table.rows().size());
  for (const Tsv::Row& row : table.rows()) {
    const std::string_view key = row.cells[0];
    if (key.empty()) return std::unexpected(table.error_at(row, 0, "the key is missing"));
    if (!keys->empty() && key <= keys->back()) {
      return std::unexpected(table.error_at(
          row, 0,
          "'" + std::string(key) + "' must stand after '" + std::string(keys->back()) +
              "': rows are sorted by key, each key stands once"));
    }
    keys->push_back(key);
  }
  return &table;
}

std::string_view KnowledgeLoader::optional_cell(
    const Tsv::Row& row, const std::optional<std::size_t>& column) {
  return column ? row.cells[*column] : std::string_view();
}

DraftRow KnowledgeLoader::named_row(const Tsv::Row& row) const {
  const std::string_view sources = optional_cell(row, sources_column_);
  return {row.cells[0], row.cells[1], sources.empty() ? kShipped : sources};
}

bool KnowledgeLoader::is_common(std::string_view name) const {
  return name.find(' ') == std::string_view::npos &&
         common_words_.contains(word_key(name));
}

void KnowledgeLoader::add_name(std::string_view name, Named what, Naming naming,
                               bool needs_context) {
  const bool doubtful = needs_context || (naming != Naming::kHandle && is_common(name));
  draft_.names.push_back(
      {name, {what.kind, what.id, naming, doubtful, has_capital(name)}});
}

void KnowledgeLoader::add_names(std::string_view cell, Named what, Naming naming,
                                bool needs_context) {
  for (const std::string_view name : split_list(cell)) {
    add_name(name, what, naming, needs_context);
  }
}

Result<void> KnowledgeLoader::read_common_words() {
  Result<const Tsv*> table = open("common_words", {"word"}, nullptr);
  if (!table) return std::unexpected(table.error());
  for (const Tsv::Row& row : (*table)->rows()) {
    common_words_.insert(word_key(row.cells[0]));
  }
  return {};
}

Result<void> KnowledgeLoader::read_countries() {
  Result<const Tsv*> table =
      open("countries", {"key", "name", "other_names", "demonyms"}, &countries_);
  if (!table) return std::unexpected(table.error());
  for (const Tsv::Row& row : (*table)->rows()) {
    const auto id = static_cast<std::uint32_t>(draft_.countries.size());
    const Named place{MentionKind::kCountry, id};
    add_name(row.cells[1], place, Naming::kFull);
    add_names(row.cells[2], place, Naming::kShort);
    add_names(row.cells[3], {MentionKind::kNationality, id}, Naming::kFull);
    draft_.countries.push_back({named_row(row), split_list(row.cells[3])});
  }
  return {};
}

Result<void> KnowledgeLoader::read_competitions() {
  Result<const Tsv*> opened = open(
      "competitions", {"key", "name", "other_names", "context_names", "country", "kind"},
      &competitions_);
  if (!opened) return std::unexpected(opened.error());
  const Tsv& table = **opened;
  for (const Tsv::Row& row : table.rows()) {
    const Cell country{table, row, 4};
    Result<std::optional<std::uint32_t>> home =
        country.find_in(countries_, "countries.tsv");
    if (!home) return std::unexpected(home.error());
    const std::string_view kind = row.cells[5];
    if (kind != "league" && kind != "cup") {
      return std::unexpected(table.error_at(row, 5, "the kind is 'league' or 'cup'"));
    }
    const Named what{MentionKind::kCompetition,
                     static_cast<std::uint32_t>(draft_.competitions.size())};
    add_name(row.cells[1], what, Naming::kFull);
    add_names(row.cells[2], what, Naming::kShort);
    add_names(row.cells[3], what, Naming::kShort, true);
    draft_.competitions.push_back(
        {named_row(row), as_id<CountryId>(*home), kind == "league"});
  }
  return {};
}

Result<void> KnowledgeLoader::read_outlets() {
  Result<const Tsv*> opened = open("outlets",
                                   {"key", "name", "other_names", "context_names",
                                    "domains", "handles", "language", "country", "kind"},
                                   &outlets_);
  if (!opened) return std::unexpected(opened.error());
  const Tsv& table = **opened;
  for (const Tsv::Row& row : table.rows()) {
    Result<std::optional<std::uint32_t>> home =
        Cell{table, row, 7}.find_in(countries_, "countries.tsv");
    if (!home) return std::unexpected(home.error());
    const Named what{MentionKind::kOutlet,
                     static_cast<std::uint32_t>(draft_.outlets.size())};
    add_name(row.cells[1], what, Naming::kFull, has_item(row.cells[3], row.cells[1]));
    add_names(row.cells[2], what, Naming::kShort);
    add_names(row.cells[3], what, Naming::kShort, true);
    add_names(row.cells[5], what, Naming::kHandle);
    draft_.outlets.push_back({named_row(row), split_list(row.cells[4]), row.cells[6],
                              as_id<CountryId>(*home), row.cells[8]});
  }
  return {};
}

Result<void> KnowledgeLoader::read_people() {
  Result<const Tsv*> opened =
      open("people",
           {"key", "name", "other_names", "short", "role", "organisations", "handles"},
           &people_);
  if (!opened) return std::unexpected(opened.error());
  const Tsv& table = **opened;
  for (const Tsv::Row& row : table.rows()) {
    const std::optional<Role> role = find_role(row.cells[4]);
    if (!role) {
      return std::unexpected(table.error_at(
          row, 4, "the role is 'journalist', 'coach', 'official' or 'agent'"));
    }
    DraftPerson person{named_row(row), *role, {}};
    for (const std::string_view organisation : split_list(row.cells[5])) {
      const std::string_view key = organisation.substr(organisation.find(':') + 1);
      const bool outlet = organisation.starts_with("outlet:");
      const auto found = find_key(outlet ? outlets_ : clubs_, key);
      if (!found || (!outlet && !organisation.starts_with("club:"))) {
        return std::unexpected(table.error_at(
            row, 5,
            "'" + std::string(organisation) +
                "' is no organisation: write club:<key> or outlet:<key>, with a key "
                "of clubs.tsv or outlets.tsv"));
      }
      person.organisations.push_back(outlet ? draft_.outlets[*found].name
                                            : draft_.clubs[*found].name);
    }
    const Named what{MentionKind::kPerson,
                     static_cast<std::uint32_t>(draft_.people.size())};
    add_name(row.cells[1], what, Naming::kFull);
    add_names(row.cells[2], what, Naming::kFull);
    add_names(row.cells[3], what, Naming::kShort);
    add_names(row.cells[6], what, Naming::kHandle);
    draft_.people.push_back(std::move(person));
  }
  return {};
}

}  // namespace hearsay
