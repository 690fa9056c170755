// A club is known by its number in the tables ours were grown from, or by a name in its
// country. Youth and reserve sides become no rows: time there counts for the club itself.

#include "hearsay/knowledge/merge_clubs.h"

#include <algorithm>

#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/cells.h"

namespace hearsay {
namespace {

constexpr std::string_view kUnknownNotability = "5";
constexpr std::size_t kShortestAlone = 4;  // letters of a name that tells a club alone

// "tm:252" → "252"; an id without a colon is all number.
std::string_view number_of(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  return colon == std::string_view::npos ? id : id.substr(colon + 1);
}

std::vector<std::string_view> all_names(const ClubRecordIn& club) {
  std::vector<std::string_view> names{club.name};
  if (without_brackets(club.name) != club.name) {
    names.push_back(without_brackets(club.name));
  }
  names.insert(names.end(), club.names.begin(), club.names.end());
  return names;
}

}  // namespace

CountryFinder::CountryFinder(const EditTable& countries, const ImportWords& words)
    : words_(words) {
  for (std::size_t row = 0; row < countries.size(); ++row) {
    const std::string& key = countries.cell(row, 0);
    keys_.try_emplace(comparable(key), key);
    for (const char* column : {"name", "other_names", "demonyms"}) {
      const auto place = countries.find_column(column);
      if (!place) continue;
      for (const std::string_view name : split_list(countries.cell(row, *place))) {
        keys_.try_emplace(comparable(name), key);
      }
    }
  }
}

std::string CountryFinder::find(const std::map<std::string, std::string>& places,
                                const std::string& name) const {
  if (name.empty()) return {};
  if (const auto key = words_.find("country", name)) return std::string(*key);
  const auto place = places.find(name);
  const auto found = keys_.find(comparable(place == places.end() ? name : place->second));
  return found == keys_.end() ? std::string() : found->second;
}

ClubMerger::ClubMerger(EditTable& clubs, const CountryFinder& countries,
                       const ImportWords& words, NameJudge& judge)
    : clubs_(clubs),
      countries_(countries),
      words_(words),
      judge_(judge),
      name_(clubs.column("name")),
      official_(clubs.column("official")),
      context_(clubs.column("context_names")),
      country_(clubs.column("country")),
      city_(clubs.column("city")),
      women_(clubs.column("women")),
      notability_(clubs.column("notability")),
      refs_(clubs.column("refs")),
      sources_(clubs.column("sources")) {
  for (std::size_t row = 0; row < clubs_.size(); ++row) {
    clubs_.cell(row, sources_) = "hearsay";
    learn_row(row);
  }
}

void ClubMerger::learn_row(std::size_t row) {
  for (const char* column : {"name", "official", "short", "foreign", "context_names"}) {
    for (const std::string_view name :
         split_list(clubs_.cell(row, clubs_.column(column)))) {
      by_name_.emplace(comparable(name), row);
    }
  }
  for (const std::string_view ref : split_list(clubs_.cell(row, refs_))) {
    by_ref_.emplace(ref, row);
  }
}

bool ClubMerger::is_side(const ClubRecordIn& club) const {
  if (club.side) return true;
  const auto words = split_list(without_brackets(club.name), ' ');
  return words.size() > 1 && words_.find("side", words.back()).has_value();
}

bool ClubMerger::is_women(const ClubRecordIn& club) const {
  return club.women || std::ranges::any_of(split_list(club.name, ' '), [&](auto word) {
           return words_.find("women", word).has_value();
         });
}

void ClubMerger::merge(const std::string& source, const SourceRecords& records,
                       Merged& merged) {
  for (const auto& [id, club] : records.clubs) {
    const Incoming in{source, id, club, countries_.find(records.places, club.country),
                      is_women(club)};
    merge_one(in, merged);
  }
  settle_sides(source, records);
  // Spells may name a club by the number alone.
  std::map<std::string, std::string>& keys = keys_[source];
  for (const auto& [id, club] : records.clubs) {
    const auto key = keys.find(id);
    if (key != keys.end()) keys.try_emplace(std::string(number_of(id)), key->second);
  }
}

void ClubMerger::merge_one(const Incoming& in, Merged& merged) {
  if (words_.find("no_club", in.club.name)) {
    ++merged.clubs.left_out;
    return;
  }
  std::optional<std::size_t> row = find_row(in);
  if (!row && is_side(in.club)) {
    ++merged.clubs.left_out;
    return;
  }
  if (row) {
    ++merged.clubs.known;
    fill_row(*row, in);
  } else {
    ++merged.clubs.added;
    row = add_row(in);
  }
  keys_[in.source].try_emplace(in.id, clubs_.cell(*row, 0));
}

std::optional<std::size_t> ClubMerger::find_row(const Incoming& in) const {
  if (const auto row = find_by_ref(in)) return row;
  return is_side(in.club) ? std::nullopt : find_by_name(in);
}

bool ClubMerger::shares_name(const Incoming& in, std::size_t row) const {
  return std::ranges::any_of(all_names(in.club), [&](std::string_view name) {
    const auto [begin, end] = by_name_.equal_range(comparable(name));
    return std::any_of(begin, end,
                       [row](const auto& entry) { return entry.second == row; });
  });
}

// The number alone is not enough: another table may count from one as well.
std::optional<std::size_t> ClubMerger::find_by_ref(const Incoming& in) const {
  for (const std::string& id : {in.id, in.club.other_id}) {
    if (const auto row = by_other_id_.find(id); row != by_other_id_.end())
      return row->second;
  }
  for (const std::string_view ref : {std::string_view(in.id), number_of(in.id)}) {
    const auto [begin, end] = by_ref_.equal_range(std::string(ref));
    for (auto entry = begin; entry != end; ++entry) {
      if (shares_name(in, entry->second)) return entry->second;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> ClubMerger::find_by_name(const Incoming& in) const {
  std::optional<std::size_t> found;
  for (const std::string_view name : all_names(in.club)) {
    const std::string plain = comparable(name);
    const bool alone = plain.find(' ') != std::string::npos;
    if (plain.size() < kShortestAlone) continue;
    const auto [begin, end] = by_name_.equal_range(plain);
    for (auto entry = begin; entry != end; ++entry) {
      const std::size_t row = entry->second;
      const std::string& country = clubs_.cell(row, country_);
      const bool same = country == in.country && !country.empty();
      const bool open = (country.empty() || in.country.empty()) && alone;
      const bool women = clubs_.cell(row, women_) == "yes";
      if ((!same && !open) || women != in.women) continue;
      if (found && *found != row) return std::nullopt;  // it could be either
      found = row;
    }
  }
  return found;
}

std::string ClubMerger::free_key(const Incoming& in) const {
  std::string key = key_for(without_brackets(in.club.name));
  if (key.empty()) key = key_for("club " + in.id);
  if (!clubs_.find(key)) return key;
  if (!in.country.empty()) key += "-" + in.country;
  const std::string stem = key;
  for (int number = 2; clubs_.find(key); ++number)
    key = stem + "-" + std::to_string(number);
  return key;
}

std::size_t ClubMerger::add_row(const Incoming& in) {
  const std::size_t row = clubs_.add(free_key(in));
  clubs_.cell(row, name_) = without_brackets(in.club.name);
  clubs_.cell(row, women_) = in.women ? "yes" : "";
  clubs_.cell(row, notability_) = kUnknownNotability;
  fill_row(row, in);
  if (judge_.judge(clubs_.cell(row, name_)) != Worth::kSure) {
    clubs_.add_item(row, context_, clubs_.cell(row, name_));
  }
  add_names(row, in);
  learn_row(row);
  for (const std::string_view name : all_names(in.club)) judge_.learn(name);
  return row;
}

void ClubMerger::add_names(std::size_t row, const Incoming& in) {
  for (const std::string& name : in.club.names) {
    switch (judge_.judge(name)) {
      case Worth::kNone:
        break;
      case Worth::kContext:
        clubs_.add_item(row, context_, name);
        break;
      case Worth::kSure:
        clubs_.add_item(row, official_, name);
        break;
    }
  }
}

// A club of ours is called as we say; what is missing is filled in.
void ClubMerger::fill_row(std::size_t row, const Incoming& in) {
  if (clubs_.cell(row, country_).empty()) clubs_.cell(row, country_) = in.country;
  if (clubs_.cell(row, city_).empty()) clubs_.cell(row, city_) = in.club.city;
  clubs_.add_item(row, sources_, in.source + ":" + in.id);
  if (!in.club.other_id.empty()) by_other_id_.try_emplace(in.club.other_id, row);
  if (in.id.starts_with('Q')) by_other_id_.try_emplace(in.id, row);
}

// "Ajax U19" is Ajax, when there is one.
void ClubMerger::settle_sides(const std::string& source, const SourceRecords& records) {
  std::map<std::string, std::string>& keys = keys_[source];
  std::unordered_map<std::string, std::string> names;
  for (const auto& [id, club] : records.clubs) {
    const auto key = keys.find(id);
    if (key == keys.end() || is_women(club)) continue;
    for (const std::string_view name : all_names(club)) {
      names.try_emplace(comparable(name), key->second);
    }
  }
  for (const auto& [id, club] : records.clubs) {
    if (keys.contains(id) || !is_side(club)) continue;
    auto words = split_list(without_brackets(club.name), ' ');
    while (words.size() > 1 && words_.find("side", words.back())) words.pop_back();
    std::string rest;
    for (const std::string_view word : words)
      rest.append(rest.empty() ? "" : " ").append(word);
    const auto found = names.find(comparable(rest));
    if (found != names.end()) keys.try_emplace(id, found->second);
  }
}

std::optional<std::string> ClubMerger::key_of(const std::string& source,
                                              const std::string& id) const {
  const auto keys = keys_.find(source);
  if (keys == keys_.end()) return std::nullopt;
  const auto found = keys->second.find(id);
  if (found != keys->second.end()) return found->second;
  const auto [begin, end] = by_name_.equal_range(comparable(id));
  const bool one = std::all_of(begin, end, [begin = begin](const auto& entry) {
    return entry.second == begin->second;
  });
  if (begin == end || !one) return std::nullopt;
  return clubs_.cell(begin->second, 0);
}

}  // namespace hearsay
