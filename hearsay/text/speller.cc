// Two searches. The first tries all ways to read the word, as long as they are few, and
// looks each up: nearly all words end here. The second, for words in no list, keeps the
// cheapest prefixes by letter costs and trigrams.

#include "hearsay/text/speller.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/points.h"

namespace hearsay::text {
namespace {

using Character = Speller::Desk::Character;
using Prefix = Speller::Desk::Prefix;

constexpr std::size_t kBeam = 24;
constexpr std::size_t kMostTries = 1024;
constexpr float kFallbackCost = 4.0F;  // a word of another language
// A known word this much dearer than the cheapest reading may be beaten by an unknown
// one.
constexpr float kDearWord = 3.0F;

float cost_of(const LetterReading& reading) {
  return std::min(reading.small_cost, reading.capital_cost);
}

// "О" between digits is a nought.
char digit_for(std::string_view letters) {
  if (letters == "o" || letters == "0") return '0';
  return letters == "l" || letters == "i" || letters == "1" ? '1' : '\0';
}

// When every character may be a digit, the digits beside it say that it is one.
void prefer_digits(Speller::Desk& desk) {
  std::vector<LetterReading> digits;
  for (const Character& character : desk.characters) {
    char digit = '\0';
    for (std::uint32_t i = character.first; i < character.end && digit == '\0'; ++i) {
      digit = digit_for(desk.readings[i].text());
    }
    if (digit == '\0') return;
    digits.push_back({.letters = {digit}, .size = 1});
  }
  for (std::uint32_t i = 0; i < digits.size(); ++i) desk.characters[i] = {i, i + 1};
  desk.readings = std::move(digits);
}

void lay_out(std::string_view bytes, const SuspectWord& word, Alphabet& alphabet,
             Speller::Desk& desk) {
  desk.characters.clear();
  desk.readings.clear();
  for (std::size_t at = word.begin; at < word.end;) {
    const Point point = point_at(bytes, at);
    const auto first = static_cast<std::uint32_t>(desk.readings.size());
    const auto readings = alphabet.readings(point.value);
    desk.readings.insert(desk.readings.end(), readings.begin(), readings.end());
    desk.characters.push_back({first, static_cast<std::uint32_t>(desk.readings.size())});
    at += point.bytes;
  }
  const bool beside_digits = word.digit_before || word.digit_after;
  if (beside_digits && (word.parts & kAscii) == 0) prefer_digits(desk);
}

// The best reading so far, and the next best.
struct Best {
  Prefix prefix;
  const KnownWord* known = nullptr;
  const Vocabulary* source = nullptr;
  float score = -1e9F;
  float second = -1e9F;
  float cheapest = 1e9F;  // of all readings, known or not

  bool found() const { return score > -1e9F; }

  void offer(const Prefix& candidate, float total, const KnownWord* word,
             const Vocabulary* vocabulary) {
    if (total <= score) {
      second = std::max(second, total);
      return;
    }
    second = score;
    score = total;
    known = word;
    source = vocabulary;
    prefix.size = candidate.size;
    prefix.length = candidate.length;
    prefix.cost = candidate.cost;
    std::copy_n(candidate.text.begin(), candidate.size, prefix.text.begin());
    std::copy_n(candidate.choices.begin(), candidate.length, prefix.choices.begin());
  }
};

std::string_view text_of(const Prefix& prefix) {
  return {prefix.text.data(), prefix.size};
}

void push(Prefix& prefix, const LetterReading& reading, std::size_t choice) {
  std::copy_n(reading.letters.begin(), reading.size, prefix.text.begin() + prefix.size);
  prefix.size = static_cast<std::uint16_t>(prefix.size + reading.size);
  prefix.choices[prefix.length++] = static_cast<std::uint8_t>(choice);
  prefix.cost += cost_of(reading);
}

class Search {
 public:
  Search(Speller::Desk& desk, const Vocabulary& words, const Vocabulary& fallback)
      : desk_(desk), words_(words), fallback_(fallback) {}

  Best run() && {
    if (tries() <= kMostTries) {
      best_.cheapest = cheapest();
      Prefix prefix;
      try_all(prefix, 0);
    }
    const bool settled = best_.found() && best_.prefix.cost <= best_.cheapest + kDearWord;
    if (!settled) search_beam();
    return best_;
  }

 private:
  std::size_t tries() const {
    std::size_t product = 1;
    for (const Character& character : desk_.characters) {
      product *= character.end - character.first;
      if (product > kMostTries) break;
    }
    return product;
  }

  void try_all(Prefix& prefix, std::size_t at) {
    if (at == desk_.characters.size()) {
      offer_known(prefix);
      return;
    }
    const Character& character = desk_.characters[at];
    for (std::uint32_t i = character.first; i < character.end; ++i) {
      const std::uint16_t size = prefix.size;
      const float cost = prefix.cost;
      push(prefix, desk_.readings[i], i - character.first);
      if (leads_on(prefix, size)) try_all(prefix, at + 1);
      prefix.size = size;
      prefix.cost = cost;
      --prefix.length;
    }
  }

  // Whether a word starts as the prefix does, as far as its last letter decided it.
  bool leads_on(const Prefix& prefix, std::size_t size_before) const {
    for (const std::size_t size : Vocabulary::kStarts) {
      if (size_before >= size || prefix.size < size) continue;
      const std::string_view start(prefix.text.data(), size);
      if (!words_.may_start(start) && !fallback_.may_start(start)) return false;
    }
    return true;
  }

  float cheapest() const {
    float sum = 0;
    for (const Character& character : desk_.characters) {
      float least = cost_of(desk_.readings[character.first]);
      for (std::uint32_t i = character.first + 1; i < character.end; ++i) {
        least = std::min(least, cost_of(desk_.readings[i]));
      }
      sum += least;
    }
    return sum;
  }

  bool offer_known(const Prefix& prefix) {
    const std::uint64_t hash = Vocabulary::hash_of(text_of(prefix));
    if (const KnownWord* known = words_.find(hash)) {
      best_.offer(prefix, known->likelihood - prefix.cost, known, &words_);
      return true;
    }
    const KnownWord* known = fallback_.find(hash);
    if (known == nullptr) return false;
    const float likelihood = known->likelihood - kFallbackCost;
    best_.offer(prefix, likelihood - prefix.cost, known, &fallback_);
    return true;
  }

  void search_beam() {
    const Best earlier = best_;
    best_ = Best{};
    desk_.beam.assign(1, Prefix{});
    for (const Character& character : desk_.characters) {
      desk_.next.clear();
      for (const Prefix& prefix : desk_.beam) {
        for (std::uint32_t i = character.first; i < character.end; ++i) {
          Prefix& longer = desk_.next.emplace_back(prefix);
          push(longer, desk_.readings[i], i - character.first);
          longer.likelihood +=
              words_.likelihood_behind(longer.ending, desk_.readings[i].text());
        }
      }
      narrow();
      desk_.beam.swap(desk_.next);
    }
    for (const Prefix& prefix : desk_.beam) {
      if (offer_known(prefix)) continue;
      const auto likelihood =
          static_cast<float>(words_.likelihood_of_unknown(text_of(prefix)));
      best_.offer(prefix, likelihood - prefix.cost, nullptr, &words_);
    }
    if (earlier.found()) {
      const float second = std::max(best_.second, std::min(best_.score, earlier.score));
      if (earlier.score > best_.score) best_ = earlier;
      best_.second = second;
    }
  }

  // Keeps the best prefixes, the best first.
  void narrow() {
    if (desk_.next.size() <= kBeam) return;
    desk_.order.clear();
    for (const Prefix& prefix : desk_.next) {
      desk_.order.emplace_back(prefix.cost - prefix.likelihood,
                               static_cast<std::uint32_t>(desk_.order.size()));
    }
    std::ranges::partial_sort(desk_.order, desk_.order.begin() + kBeam);
    desk_.beam.clear();
    for (std::size_t i = 0; i < kBeam; ++i) {
      desk_.beam.push_back(desk_.next[desk_.order[i].second]);
    }
    desk_.next.swap(desk_.beam);
  }

  Speller::Desk& desk_;
  const Vocabulary& words_;
  const Vocabulary& fallback_;
  Best best_;
};

}  // namespace

std::uint32_t Speller::count_of(std::string_view small_letters) const {
  const std::uint64_t hash = Vocabulary::hash_of(small_letters);
  const KnownWord* known = words_.find(hash);
  if (known == nullptr) known = fallback_.find(hash);
  return known == nullptr ? 0 : known->count;
}

bool Speller::usually_capital(std::string_view small_letters) const {
  const KnownWord* known = words_.find(small_letters);
  if (known == nullptr) known = fallback_.find(small_letters);
  return known != nullptr && known->capital > known->small;
}

Spelling Speller::read(std::string_view bytes, const SuspectWord& word,
                       Alphabet& alphabet, Desk& desk) const {
  lay_out(bytes, word, alphabet, desk);
  const Best best = Search(desk, words_, fallback_).run();
  desk.chosen.clear();
  for (std::size_t i = 0; i < desk.characters.size(); ++i) {
    desk.chosen.push_back(
        desk.readings[desk.characters[i].first + best.prefix.choices[i]]);
  }
  Setting setting{word.starts, word.quoted, word.shouted, word.code, word.tagged,
                  best.known,  {}};
  if (best.known != nullptr && !word.code)
    setting.mixed_form = best.source->mixed_form(*best.known);
  const Capitals capitals = choose_capitals(desk.chosen, setting);
  Spelling spelling;
  spelling.known = best.known != nullptr;
  spelling.count = best.known != nullptr ? best.known->count : 0;
  spelling.margin = best.score - best.second;
  spelling.case_margin = capitals.margin;
  spelling.capital_cost = capitals.capital_cost;
  for (std::size_t i = 0; i < desk.chosen.size(); ++i) {
    const bool capital = (capitals.letters >> i & 1) != 0;
    const std::size_t before = spelling.text.size();
    append(desk.chosen[i], capital, spelling.text);
    spelling.sizes[i] = static_cast<std::uint8_t>(spelling.text.size() - before);
  }
  return spelling;
}

void Speller::teach(std::string_view bytes, const SuspectWord& word,
                    const Spelling& spelling, Evidence& evidence) {
  std::size_t made = 0;
  std::size_t index = 0;
  for (std::size_t at = word.begin; at < word.end; ++index) {
    const Point point = point_at(bytes, at);
    at += point.bytes;
    const std::string_view text =
        std::string_view(spelling.text).substr(made, spelling.sizes[index]);
    made += text.size();
    if (point.value < 0x80 || text.empty()) continue;
    if (text.size() == 1) {
      const char small = static_cast<char>(to_small(static_cast<unsigned char>(text[0])));
      evidence.count(point.value, {&small, 1}, small != text[0]);
      continue;
    }
    evidence.count(point.value, to_small(text), is_capital(point_at(text, 0).value));
  }
}

}  // namespace hearsay::text
