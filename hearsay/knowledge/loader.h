// Builds the knowledge base from the tables of a data folder.
//
//     data/knowledge/*.tsv ──► rows with ids ──► names of all kinds in one index
//     data/lang/<xx>/      ──► lexicons
//
// The tables refer to one another by key ("real-madrid"); an id is the place of a row.
// Rows stand sorted by key, so a key is found by halving and twins are seen at once.
// Everything kept looks into the bytes of the tables: nothing is copied but numbers.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay {

class KnowledgeLoader {
 public:
  explicit KnowledgeLoader(std::filesystem::path data) : data_(std::move(data)) {}

  // Once only. kMalformed names file, line and place of the first row that is wrong: a
  // key out of order or unknown, a date that is none, a number out of its bounds.
  Result<KnowledgeBase> load() &&;

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
  Result<void> read_lexicons();

  // The rows of `name`, kept in base_.tables_. The first column is its key: sorted,
  // unique.
  Result<const Tsv*> open(std::string_view name, const Columns& columns, Keys* keys);
  Result<void> read_club(const Tsv& table, const Tsv::Row& row);
  Result<void> read_player(const Tsv& table, const Tsv::Row& row);
  Result<void> read_spell(const Tsv& table, const Tsv::Row& row, Player& player) const;

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

  std::filesystem::path data_;
  KnowledgeBase base_;
  Keys countries_;
  Keys competitions_;
  Keys clubs_;
  Keys outlets_;
  Keys people_;
  Keys players_;
  std::unordered_set<WordKey> common_words_;
};

}  // namespace hearsay
