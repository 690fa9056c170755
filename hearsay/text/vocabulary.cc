// Words are kept by hash alone (64 bits, open addressing): the texts of 100,000 words
// would only be compared with themselves.

#include "hearsay/text/vocabulary.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"

namespace hearsay::text {
namespace {

// A name that only the knowledge base has counts as if it had been read so often.
constexpr std::uint32_t kNameCount = 2;
// An estimate of the share of words in news that are in no list; it only weighs unknown
// words against known ones.
constexpr double kUnknownShare = 0.014;
constexpr int kReadPair = 1000;                // a pair that was read outweighs the names
constexpr std::uint64_t kFunctionWords = 200;  // "the": one in so many words or more
constexpr double kTrigramFloor = 0.02;

constexpr std::size_t kCommonSlots = 1U << 12;

std::size_t letter_of(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : 26;
}

bool parse_count(std::string_view cell, std::uint32_t& value) {
  const auto [end, error] =
      std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

}  // namespace

std::uint64_t Vocabulary::hash_of(std::string_view word) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ word.size();
  while (!word.empty()) {
    std::uint64_t chunk = 0;
    const std::size_t size = std::min<std::size_t>(8, word.size());
    std::memcpy(&chunk, word.data(), size);
    hash = (hash ^ chunk) * 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32;
    word.remove_prefix(size);
  }
  return hash == 0 ? 1 : hash;
}

Vocabulary::Vocabulary()
    : slots_(1024),
      common_(kCommonSlots),
      filter_(kFilterBits / 64),
      starts_(kFilterBits / 64),
      trigrams_(kLetters * kLetters * kLetters) {}

Result<Vocabulary> Vocabulary::load(const std::filesystem::path& words) {
  Vocabulary vocabulary;
  if (!std::filesystem::exists(words)) return vocabulary;
  const Result<Tsv> rows =
      Tsv::load(words, {"word", "count", "small", "capital", "capitals", "mixed"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    KnownWord word;
    std::array<std::uint32_t*, 4> numbers = {&word.count, &word.small, &word.capital,
                                             &word.capitals};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (!parse_count(row.cells[i + 1], *numbers[i])) {
        return std::unexpected(rows->error_at(row, i + 1, "a whole number"));
      }
    }
    if (!row.cells[5].empty()) {
      word.mixed = static_cast<std::uint32_t>(vocabulary.forms_.size());
      vocabulary.forms_.append(row.cells[5]).push_back('\0');
    }
    vocabulary.add(row.cells[0], word);
  }
  return vocabulary;
}

Vocabulary::Slot& Vocabulary::slot_for(std::uint64_t hash) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].hash != 0 && slots_[at].hash != hash)
    at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.hash != 0) slot_for(slot.hash) = slot;
  }
}

void Vocabulary::add(std::string_view small_letters, const KnownWord& word) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  Slot& slot = slot_for(hash_of(small_letters));
  if (slot.hash == 0) {
    slot.hash = hash_of(small_letters);
    ++used_;
    filter_[(slot.hash & kFilterMask) / 64] |= 1ULL << (slot.hash & 63);
    count_letters(small_letters, std::log1p(word.count));
    remember_letters(small_letters);
    for (const std::size_t size : kStarts) {
      if (small_letters.size() < size) continue;
      const std::uint64_t place = hash_of(small_letters.substr(0, size)) & kFilterMask;
      starts_[place / 64] |= 1ULL << (place & 63);
    }
  }
  slot.word.count += word.count;
  slot.word.small += word.small;
  slot.word.capital += word.capital;
  slot.word.capitals += word.capitals;
  if (slot.word.mixed == 0) slot.word.mixed = word.mixed;
  total_ += word.count;
}

Result<void> Vocabulary::load_pairs(const std::filesystem::path& pairs) {
  if (!std::filesystem::exists(pairs)) return {};
  const Result<Tsv> rows = Tsv::load(pairs, {"first", "second"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    pairs_[pair_of(row.cells[0], row.cells[1])] = kReadPair;
    for (std::size_t i = 0; i < 2; ++i) {
      paired_[hash_of(row.cells[i]) % kPairFilter] = true;
    }
  }
  return {};
}

std::uint64_t Vocabulary::pair_of(std::string_view first, std::string_view second) {
  return hash_of(first) * 0x9E3779B97F4A7C15ULL + hash_of(second);
}

bool Vocabulary::is_capital_pair(std::string_view first, std::string_view second) const {
  if (!paired_[hash_of(first) % kPairFilter] || !paired_[hash_of(second) % kPairFilter])
    return false;
  const auto found = pairs_.find(pair_of(first, second));
  return found != pairs_.end() && found->second > 0;
}

// "Van Dijk", but also "van Persie": a word that is small in as many names is left alone.
void Vocabulary::add_pair(std::string_view first, std::string_view second) {
  const std::string small = to_small(first);
  const KnownWord* known = find(small);
  const bool function = known != nullptr && known->small > total_ / kFunctionWords;
  if (function) return;
  const bool capital =
      shape_of(first) != Shape::kSmall && shape_of(second) != Shape::kSmall;
  const std::string small_second = to_small(second);
  pairs_[pair_of(small, small_second)] += capital ? 1 : -1;
  paired_[hash_of(small) % kPairFilter] = true;
  paired_[hash_of(small_second) % kPairFilter] = true;
}

void Vocabulary::add_name(std::string_view name) {
  std::string_view last;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = word_end(name, at);
    const std::string_view word = name.substr(at, end - at);
    at = end > at ? end : at + 1;
    if (word.empty()) continue;
    add_name_word(word);
    if (!last.empty()) add_pair(last, word);
    last = word;
  }
}

void Vocabulary::add_name_word(std::string_view written) {
  const std::string small = to_small(written);
  KnownWord word{.count = kNameCount};
  switch (shape_of(written)) {
    case Shape::kSmall:
      word.small = kNameCount;
      break;
    case Shape::kCapital:
      word.capital = kNameCount;
      break;
    case Shape::kCapitals:
      word.capitals = kNameCount;
      break;
    case Shape::kMixed:
      if (find(small) == nullptr || find(small)->mixed == 0) {
        word.mixed = static_cast<std::uint32_t>(forms_.size());
        forms_.append(written).push_back('\0');
      }
      break;
  }
  add(small, word);
  const std::string plain = without_marks(small);
  if (plain != small) {
    KnownWord bare = word;
    bare.mixed = 0;
    add(plain, bare);
  }
}

std::string_view Vocabulary::mixed_form(const KnownWord& word) const {
  return word.mixed == 0 ? std::string_view()
                         : std::string_view(forms_.data() + word.mixed);
}

const KnownWord* Vocabulary::find(std::string_view word) const {
  return find(hash_of(word));
}

const KnownWord* Vocabulary::find(std::uint64_t hash) const {
  if ((filter_[(hash & kFilterMask) / 64] >> (hash & 63) & 1) == 0) return nullptr;
  const Slot& common = common_[hash & (kCommonSlots - 1)];
  if (common.hash == hash) return &common.word;
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].hash != 0) {
    if (slots_[at].hash == hash) return &slots_[at].word;
    at = (at + 1) & (slots_.size() - 1);
  }
  return nullptr;
}

void Vocabulary::remember_letters(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    at += point.bytes;
    if (point.value < kMarked) letters_[point.value / 64] |= 1ULL << (point.value % 64);
  }
}

void Vocabulary::count_letters(std::string_view word, double weight) {
  std::size_t before = kEdge;
  std::size_t last = kEdge;
  const auto count = [&](std::size_t letter) {
    trigrams_[(before * kLetters + last) * kLetters + letter] +=
        static_cast<float>(weight);
    before = last;
    last = letter;
  };
  for (const char c : word) count(letter_of(c));
  count(kEdge);
}

// Each place keeps the commonest of the words that fall on it.
void Vocabulary::gather_common() {
  for (const Slot& slot : slots_) {
    Slot& place = common_[slot.hash & (kCommonSlots - 1)];
    if (slot.hash != 0 && slot.word.count > place.word.count) place = slot;
  }
}

void Vocabulary::learn() {
  for (Slot& slot : slots_) {
    if (slot.hash == 0 || total_ == 0) continue;
    const double share =
        static_cast<double>(slot.word.count + 1) / static_cast<double>(total_);
    slot.word.likelihood = static_cast<float>(std::log(share));
  }
  gather_common();
  for (std::size_t pair = 0; pair < kLetters * kLetters; ++pair) {
    float* counts = &trigrams_[pair * kLetters];
    double sum = 0;
    for (std::size_t i = 0; i < kLetters; ++i) sum += counts[i] + kTrigramFloor;
    for (std::size_t i = 0; i < kLetters; ++i) {
      counts[i] = static_cast<float>(std::log((counts[i] + kTrigramFloor) / sum));
    }
  }
}

float Vocabulary::likelihood_behind(Ending& ending, std::string_view letters) const {
  float sum = 0;
  for (const char c : letters) {
    const std::size_t letter = letter_of(c);
    sum += trigrams_[(ending.last_but_one * kLetters + ending.last) * kLetters + letter];
    ending = {ending.last, static_cast<std::uint8_t>(letter)};
  }
  return sum;
}

double Vocabulary::likelihood_of_unknown(std::string_view word) const {
  std::size_t before = kEdge;
  std::size_t last = kEdge;
  double sum = std::log(kUnknownShare);
  for (const char c : word) {
    const std::size_t letter = letter_of(c);
    sum += trigrams_[(before * kLetters + last) * kLetters + letter];
    before = last;
    last = letter;
  }
  return sum + trigrams_[(before * kLetters + last) * kLetters + kEdge];
}

}  // namespace hearsay::text
