// The players of imported records among ours, and where they played. Inside of merging
// only.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/knowledge/merge.h"
#include "hearsay/knowledge/merge_clubs.h"
#include "hearsay/knowledge/merge_names.h"

namespace hearsay {

// A spell between keys; days as written, "" for unknown.
struct MergedSpell {
  std::string from;
  std::string club;
  std::string to;
  bool loan = false;
  bool present = false;

  auto operator<=>(const MergedSpell&) const = default;
};

// By their first day, unknown first; a contract ends before the next begins.
std::vector<MergedSpell> in_order(std::vector<MergedSpell> spells);

class PlayerMerger {
 public:
  struct Tables {
    EditTable& players;
    EditTable& spells;
  };
  PlayerMerger(Tables tables, const ClubMerger& clubs, const CountryFinder& countries,
               NameJudge& judge);

  void merge(const std::string& source, const SourceRecords& records, Merged& merged);

  // Writes the spells; once, at the end.
  void finish();

 private:
  struct Incoming {
    const std::string& source;
    const std::string& id;
    const PlayerRecordIn& player;
    std::vector<std::string> nationalities;  // keys
    std::vector<MergedSpell> spells;
  };

  void learn_row(std::size_t row);
  void read_spells(const std::string& source, const SourceRecords& records,
                   Merged& merged);
  void merge_one(Incoming in, Merged& merged);
  std::optional<std::size_t> find_row(const Incoming& in) const;
  bool is_same(const Incoming& in, std::size_t row) const;
  bool shares_club(const Incoming& in, std::size_t row) const;
  std::size_t add_row(const Incoming& in);
  void add_names(std::size_t row, const Incoming& in);
  void fill_row(std::size_t row, const Incoming& in);
  std::size_t add_spells(std::size_t row, std::vector<MergedSpell> spells);
  std::string free_key(const Incoming& in) const;

  Tables tables_;
  const ClubMerger& clubs_;
  const CountryFinder& countries_;
  NameJudge& judge_;
  std::size_t name_, full_name_, other_names_, context_, born_, nations_, position_,
      women_, notability_, refs_, sources_;
  std::unordered_multimap<std::string, std::size_t> by_name_;
  std::unordered_multimap<std::string, std::size_t> by_ref_;
  std::map<std::string, std::vector<MergedSpell>> spells_;    // by key of the player
  std::map<std::string, std::vector<MergedSpell>> incoming_;  // by id, of one source
  std::map<std::pair<std::string, std::string>, std::string> births_;  // of one source
  std::map<std::size_t, std::string> met_;  // row → id, of one source
};

}  // namespace hearsay
