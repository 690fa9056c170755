// The clubs of imported records among ours. Inside of merging only.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hearsay/knowledge/merge.h"
#include "hearsay/knowledge/merge_names.h"

namespace hearsay {

// What a source calls a country, as a key of ours.
class CountryFinder {
 public:
  CountryFinder(const EditTable& countries, const ImportWords& words);
  // Empty when it is none we know. `places` are those of the source.
  std::string find(const std::map<std::string, std::string>& places,
                   const std::string& name) const;

 private:
  const ImportWords& words_;
  std::unordered_map<std::string, std::string> keys_;
};

class ClubMerger {
 public:
  ClubMerger(EditTable& clubs, const CountryFinder& countries, const ImportWords& words,
             NameJudge& judge);

  void merge(const std::string& source, const SourceRecords& records, Merged& merged);

  // The key of the club that a source means by an id or a name.
  std::optional<std::string> key_of(const std::string& source,
                                    const std::string& id) const;

 private:
  struct Incoming {
    const std::string& source;
    const std::string& id;
    const ClubRecordIn& club;
    std::string country;
    bool women = false;
  };

  void learn_row(std::size_t row);
  void merge_one(const Incoming& in, Merged& merged);
  std::optional<std::size_t> find_row(const Incoming& in) const;
  std::optional<std::size_t> find_by_ref(const Incoming& in) const;
  std::optional<std::size_t> find_by_name(const Incoming& in) const;
  bool shares_name(const Incoming& in, std::size_t row) const;
  std::size_t add_row(const Incoming& in);
  void fill_row(std::size_t row, const Incoming& in);
  void add_names(std::size_t row, const Incoming& in);
  bool is_side(const ClubRecordIn& club) const;
  bool is_women(const ClubRecordIn& club) const;
  std::string free_key(const Incoming& in) const;
  void settle_sides(const std::string& source, const SourceRecords& records);

  EditTable& clubs_;
  const CountryFinder& countries_;
  const ImportWords& words_;
  NameJudge& judge_;
  std::size_t name_, official_, context_, country_, city_, women_, notability_, refs_,
      sources_;
  std::unordered_multimap<std::string, std::size_t> by_name_;  // comparable names
  std::unordered_multimap<std::string, std::size_t> by_ref_;
  std::unordered_map<std::string, std::size_t> by_other_id_;        // and of Wikidata
  std::map<std::string, std::map<std::string, std::string>> keys_;  // source, id → key
};

}  // namespace hearsay
