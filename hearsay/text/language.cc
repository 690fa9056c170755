// A stop word counts for every language that has it, the more the fewer they are. The
// winner must have a fair share of all words: names alone are no language.

#include "hearsay/text/language.h"

#include <algorithm>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"

namespace hearsay::text {
namespace {

constexpr std::size_t kMostWords = 400;
constexpr double kLeastShare = 0.10;  // of words that must be stop words of the language
constexpr double kLead = 1.12;  // over the second: Danish and Norwegian are 1.1 apart

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;

std::uint64_t step(std::uint64_t hash, char32_t character) {
  return (hash ^ character) * 0x9E3779B97F4A7C15ULL ^ hash >> 29;
}

// The keys of the words of a text in small letters, one after another.
template <class Take>
void each_word(std::string_view text, Take take) {
  std::uint64_t key = kSeed;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < kMostWords;) {
    const CodePoint point = decode_at(text, at);
    at += point.bytes;
    if (point.valid && is_letter(point.value)) {
      key = step(key, to_small(point.value));
    } else if (key != kSeed) {
      take(key);
      key = kSeed;
      ++count;
    }
  }
  if (key != kSeed) take(key);
}

std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = kSeed;
  each_word(word, [&](std::uint64_t only) { key = only; });
  return key;
}

}  // namespace

Result<Languages> Languages::load(const std::filesystem::path& lang) {
  Languages languages;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(lang, error)) {
    if (std::filesystem::exists(entry.path() / "stop_words.tsv")) {
      languages.names_.push_back(entry.path().filename().string());
    }
  }
  if (error) {
    return fail(ErrorCode::kNotFound, lang.string() + ": " + error.message() +
                                          "; this should be the folder of the languages");
  }
  std::ranges::sort(languages.names_);
  for (std::size_t i = 0; i < languages.names_.size(); ++i) {
    const Result<Tsv> rows =
        Tsv::load(lang / languages.names_[i] / "stop_words.tsv", {"word"});
    if (!rows) return std::unexpected(rows.error());
    for (const Tsv::Row& row : rows->rows()) {
      languages.words_[key_of(row.cells[0])].push_back(static_cast<std::uint16_t>(i));
    }
  }
  return languages;
}

std::string Languages::detect(std::string_view text) const {
  std::vector<double> scores(names_.size());
  std::vector<std::size_t> hits(names_.size());
  std::size_t words = 0;
  each_word(text, [&](std::uint64_t key) {
    ++words;
    const auto found = words_.find(key);
    if (found == words_.end()) return;
    for (const std::uint16_t language : found->second) {
      scores[language] += 1.0 + 2.0 / static_cast<double>(found->second.size());
      ++hits[language];
    }
  });
  if (scores.empty() || words == 0) return "und";
  const auto best = std::ranges::max_element(scores);
  const auto at = static_cast<std::size_t>(best - scores.begin());
  const double top = *best;
  *best = 0;
  const double next = *std::ranges::max_element(scores);
  const bool clear =
      hits[at] >= 2 && top >= kLead * next &&
      static_cast<double>(hits[at]) >= kLeastShare * static_cast<double>(words);
  return clear ? names_[at] : "und";
}

}  // namespace hearsay::text
