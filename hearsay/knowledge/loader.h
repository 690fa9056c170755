// Makes a draft of the knowledge base from its tables: rows with ids, and their names.
//
// The tables refer to one another by key ("real-madrid"); an id is the place of a row.
// Rows stand sorted by key, so a key is found by halving and twins are seen at once.
// Everything kept looks into the bytes of the tables: nothing is copied but numbers.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/draft.h"
#include "hearsay/knowledge/tables.h"

namespace hearsay {

class KnowledgeLoader {
 public:
  // The tables must outlive the call of load(), the draft owns what it looks into.
  explicit KnowledgeLoader(const Tables& tables) : tables_(tables) {}

  // Once only. kMalformed names file, line and place of the first row that is wrong: a
  // key out of order or unknown, a date that is none, a number out of its bounds.
  Result<Draft> load() &&;

 private:
  using Columns = std::vector<std::string>;
  // The keys of a table, sorted; the place of a key is its id.
  using Keys = std::vector<std::string_view>;

  Result<void> read_common_words();
  Result<void> read_countries();
  Result<void> read_competitions();
  Result<void> read_clubs();
  Result<void> read_outlets();
  Result<void> read_people();
  Result<void> read_players();
  Result<void> read_spells();

  // The rows of `name`, kept in the draft. The first column is its key: sorted, unique.
  Result<const Tsv*> open(std::string_view name, const Columns& columns, Keys* keys);
  Result<void> read_club(const Tsv& table, const Tsv::Row& row);
  Result<void> read_player(const Tsv& table, const Tsv::Row& row);
  Result<void> read_spell(const Tsv& table, const Tsv::Row& row,
                          DraftPlayer& player) const;

  struct Named {
    MentionKind kind = MentionKind::kPlayer;
    std::uint32_t id = 0;
  };
  // The names of a list cell, which all stand for `what` in the same way.
  void add_names(std::string_view cell, Named what, Naming naming,
                 bool needs_context = false);
  void add_name(std::string_view name, Named what, Naming naming,
                bool needs_context = false);
  bool is_common(std::string_view name) const;  // of names of one word only

  DraftRow named_row(const Tsv::Row& row) const;
  // A cell of a column that a table need not have: of the table that was opened last.
  static std::string_view optional_cell(const Tsv::Row& row,
                                        const std::optional<std::size_t>& column);

  const Tables& tables_;
  std::optional<std::size_t> sources_column_;  // of the table that was opened last
  std::optional<std::size_t> context_column_;  // where it is no column of every table
  Draft draft_;
  Keys countries_;
  Keys competitions_;
  Keys clubs_;
  Keys outlets_;
  Keys people_;
  Keys players_;
  std::unordered_set<WordKey> common_words_;
};

}  // namespace hearsay
