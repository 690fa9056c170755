#include "hearsay/text/alphabet.h"

#include <algorithm>
#include <cmath>

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"

namespace hearsay::text {
namespace {

constexpr float kHard = 12.0F;      // against what a plain letter says
constexpr float kStripCost = 5.0F;  // reading ü as u where marks are doubted
constexpr float kKeepCost = 2.0F;   // reading ü as ü where they are stripped
constexpr float kWildcardCost =
    5.0F;  // reading a character as a letter it does not look like
constexpr float kWildcardCapital = 2.0F;
// How many sightings the table's own costs are worth against the document's.
constexpr float kPriorWeight = 1.5F;
constexpr float kCapitalShare = 0.05F;  // of the letters of a text
constexpr float kRareCase = 50;         // sightings of one case for each of the other

LetterReading itself(char32_t character) {
  LetterReading reading;
  std::string small;
  append_utf8(small, to_small(character));
  reading.size = static_cast<std::uint8_t>(small.size());
  std::ranges::copy(small, reading.letters.begin());
  const bool capital = is_capital(character);
  const bool has_case = to_small(character) != to_capital(character);
  reading.small_cost = capital && has_case ? kHard : 0;
  reading.capital_cost = capital || !has_case ? 0 : kHard;
  return reading;
}

LetterReading count_of(std::string_view letters) {
  LetterReading reading;
  reading.size =
      static_cast<std::uint8_t>(std::min(letters.size(), reading.letters.size()));
  std::copy_n(letters.begin(), reading.size, reading.letters.begin());
  return reading;
}

// What speaks against a case that was seen so often, while the other was seen `others`
// times: the table, and that it was never seen. One sighting in some is enough to show
// that the character tells nothing of the case.
float lean_against(float seen, float others, float table, float usual_share) {
  if (others > seen * kRareCase) return table + std::log1p(others * usual_share);
  return seen > 0 ? 0 : table;
}

// `seen` holds how often the letters were small and capital, of `sum` sightings of the
// character.
void adapt_to(const LetterReading& seen, float sum, LetterReading& reading) {
  const float prior = std::min(reading.small_cost, reading.capital_cost);
  const float times = seen.small_cost + seen.capital_cost;
  const float cost =
      -std::log((times + kPriorWeight * std::exp(-prior)) / (sum + kPriorWeight));
  reading.small_cost = cost + lean_against(seen.small_cost, seen.capital_cost,
                                           reading.small_cost - prior, 1 - kCapitalShare);
  reading.capital_cost = cost + lean_against(seen.capital_cost, seen.small_cost,
                                             reading.capital_cost - prior, kCapitalShare);
}

}  // namespace

void Evidence::count(char32_t character, std::string_view letters, bool capital) {
  std::uint32_t& head = heads_[character & 0xFF];
  std::uint32_t at = head;
  while (at != 0 && (counts_[at - 1].character != character ||
                     counts_[at - 1].reading.text() != letters)) {
    at = next_[at - 1];
  }
  if (at == 0) {
    counts_.push_back({character, count_of(letters)});
    next_.push_back(head);
    head = at = static_cast<std::uint32_t>(counts_.size());
  }
  LetterReading& reading = counts_[at - 1].reading;
  (capital ? reading.capital_cost : reading.small_cost) += 1;
}

void Evidence::adapt(char32_t character, std::span<LetterReading> readings) const {
  float sum = 0;
  for (std::uint32_t at = heads_[character & 0xFF]; at != 0; at = next_[at - 1]) {
    const Count& count = counts_[at - 1];
    if (count.character == character)
      sum += count.reading.small_cost + count.reading.capital_cost;
  }
  if (sum == 0) return;
  for (LetterReading& reading : readings) {
    LetterReading seen;
    for (std::uint32_t at = heads_[character & 0xFF]; at != 0; at = next_[at - 1]) {
      const Count& count = counts_[at - 1];
      if (count.character == character && count.reading.text() == reading.text()) {
        seen = count.reading;
      }
    }
    adapt_to(seen, sum, reading);
  }
}

Alphabet::Alphabet(const LookAlikes& look_alikes, const Options& options)
    : look_alikes_(look_alikes),
      marks_(options.marks),
      evidence_(options.evidence != nullptr ? *options.evidence : Evidence()),
      has_evidence_(options.evidence != nullptr),
      words_(options.words),
      wildcards_(options.wildcards.begin(), options.wildcards.end()),
      entries_(256) {}

Alphabet::Entry& Alphabet::place_of(char32_t character) {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = (character * 0x9E3779B1U >> 8U) & mask;
  while (entries_[at].character != 0 && entries_[at].character != character) {
    at = (at + 1) & mask;
  }
  return entries_[at];
}

std::span<const LetterReading> Alphabet::readings(char32_t character) {
  Entry* entry = &place_of(character);
  if (entry->character == 0) {
    if ((used_ + 1) * 2 > entries_.size()) {
      std::vector<Entry> old(entries_.size() * 4);
      old.swap(entries_);
      for (const Entry& one : old) {
        if (one.character != 0) place_of(one.character) = one;
      }
      entry = &place_of(character);
    }
    ++used_;
    fill(*entry, character);
  }
  return std::span(readings_).subspan(entry->first, entry->end - entry->first);
}

void Alphabet::fill(Entry& entry, char32_t character) {
  const std::size_t first = readings_.size();
  const LookAlike* row = character < 0x80 ? nullptr : look_alikes_.find(character);
  const bool natural = row != nullptr && row->kind == LookAlikeKind::kNatural;
  const bool wildcard = std::ranges::binary_search(wildcards_, character);
  if (natural)
    add_natural(character, *row, wildcard);
  else if (row != nullptr)
    add_table(*row, 0);
  else if (!wildcard)
    readings_.push_back(itself(character));
  if (wildcard && !natural) add_any_letter(first);
  if (has_evidence_ && !natural && (row != nullptr || wildcard)) {
    evidence_.adapt(character, std::span(readings_).subspan(first));
  }
  entry = {character, static_cast<std::uint32_t>(first),
           static_cast<std::uint32_t>(readings_.size())};
}

void Alphabet::add_table(const LookAlike& row, float raised) {
  for (LetterReading reading : look_alikes_.readings(row)) {
    reading.small_cost += raised;
    reading.capital_cost += raised;
    readings_.push_back(reading);
  }
}

void Alphabet::add_natural(char32_t character, const LookAlike& row, bool doubted) {
  const bool used = words_ == nullptr || words_->has_letter(to_small(character));
  if (marks_ == Marks::kStripped && !used) {
    add_table(row, 0);
    return;
  }
  readings_.push_back(itself(character));
  if (marks_ == Marks::kStripped) {
    readings_.back().small_cost += kKeepCost;
    readings_.back().capital_cost += kKeepCost;
    add_table(row, 0);
  } else if (marks_ == Marks::kDoubted || doubted) {
    add_table(row, kStripCost);
  }
}

// The letters that no reading since `first` has, each for the same high price.
void Alphabet::add_any_letter(std::size_t first) {
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const auto known = std::span(readings_).subspan(first);
    const bool listed =
        std::ranges::any_of(known, [letter](const LetterReading& reading) {
          return reading.size == 1 && reading.letters[0] == letter;
        });
    if (listed) continue;
    readings_.push_back({.letters = {letter},
                         .size = 1,
                         .small_cost = kWildcardCost,
                         .capital_cost = kWildcardCost + kWildcardCapital});
  }
}

}  // namespace hearsay::text
