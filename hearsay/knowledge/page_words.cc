#include "hearsay/knowledge/page_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPhraseKeyBytes = 2;

// Folded, with one space between words: how phrases are compared.
std::string fold_phrase(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::optional<std::uint32_t> number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool has_file(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

}  // namespace

Result<PageWords> PageWords::load(const fs::path& folder) {
  PageWords words;
  if (auto done = words.load_months(folder / "months.tsv"); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = words.load_marks(folder / "marks.tsv"); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = words.load_phrases(folder / "phrases.tsv"); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = words.load_entities(folder / "entities.tsv"); !done) {
    return std::unexpected(done.error());
  }
  return words;
}

Result<void> PageWords::load_months(const fs::path& path) {
  if (!has_file(path)) return {};
  const Result<Tsv> rows = Tsv::load(path, {"language", "month", "names"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    const auto month = number(row.cells[1]);
    if (!month || *month < 1 || *month > 12) {
      return std::unexpected(rows->error_at(row, 1, "a month from 1 to 12"));
    }
    for (const std::string_view name : split_list(row.cells[2])) {
      months_[word_key(name)].push_back(
          {std::string(row.cells[0]), static_cast<int>(*month)});
    }
  }
  return {};
}

Result<void> PageWords::load_marks(const fs::path& path) {
  if (!has_file(path)) return {};
  const Result<Tsv> rows = Tsv::load(path, {"word", "meaning"});
  if (!rows) return std::unexpected(rows.error());
  constexpr std::array<std::pair<std::string_view, PageMark>, 6> kMeanings = {
      {{"drop", PageMark::kDrop},
       {"body", PageMark::kBody},
       {"post", PageMark::kPost},
       {"caption", PageMark::kCaption},
       {"teaser", PageMark::kTeaser},
       {"keep", PageMark::kKeep}}};
  for (const Tsv::Row& row : rows->rows()) {
    const auto meaning = std::ranges::find(kMeanings, row.cells[1],
                                           &std::pair<std::string_view, PageMark>::first);
    if (meaning == kMeanings.end()) {
      return std::unexpected(
          rows->error_at(row, 1, "drop, body, post, caption, teaser or keep"));
    }
    std::string_view name = row.cells[0];
    const bool whole = name.ends_with('=');
    if (whole) name.remove_suffix(1);
    marks_.emplace(name, Mark{meaning->second, whole});
  }
  return {};
}

Result<void> PageWords::load_phrases(const fs::path& path) {
  if (!has_file(path)) return {};
  const Result<Tsv> rows = Tsv::load(path, {"phrase"});
  if (!rows) return std::unexpected(rows.error());
  constexpr std::string_view kLinkSign = "…";
  for (const Tsv::Row& row : rows->rows()) {
    std::string_view phrase = row.cells[0];
    When when = When::kStart;
    if (phrase.ends_with(kLinkSign)) {
      when = When::kLink;
      phrase.remove_suffix(kLinkSign.size());
    } else if (phrase.ends_with('=')) {
      when = When::kWhole;
      phrase.remove_suffix(1);
    }
    std::string folded = fold_phrase(phrase);
    if (folded.size() < kPhraseKeyBytes) {
      return std::unexpected(rows->error_at(row, 0, "a phrase of at least two letters"));
    }
    phrases_[folded.substr(0, kPhraseKeyBytes)].emplace_back(std::move(folded), when);
  }
  return {};
}

Result<void> PageWords::load_entities(const fs::path& path) {
  if (!has_file(path)) return {};
  const Result<Tsv> rows = Tsv::load(path, {"name", "codes", "bare"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    Entity entity;
    entity.bare = row.cells[2] == "1";
    for (const std::string_view code : split_list(row.cells[1])) {
      const auto value = number(code);
      if (!value || *value > 0x10FFFF) {
        return std::unexpected(rows->error_at(row, 1, "the numbers of characters"));
      }
      append_utf8(entity.characters, *value);
    }
    entities_.emplace(row.cells[0], std::move(entity));
  }
  return {};
}

int PageWords::month(std::string_view word, std::string_view language) const {
  const auto found = months_.find(word_key(word));
  if (found == months_.end()) return 0;
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  for (const Month& month : found->second) {
    if (month.language == primary) return month.number;
  }
  return found->second.front().number;
}

PageMark PageWords::mark_of_name(std::string_view name) const {
  const auto found = marks_.find(name);
  return found == marks_.end() ? PageMark::kNone : found->second.meaning;
}

PageMark PageWords::mark_of_word(std::string_view word) const {
  const auto found = marks_.find(word);
  return found == marks_.end() || found->second.whole ? PageMark::kNone
                                                      : found->second.meaning;
}

bool PageWords::is_boilerplate(std::string_view text, bool mostly_link) const {
  constexpr std::size_t kLongestStart = 160;
  const std::string folded = fold_phrase(text.substr(0, kLongestStart));
  if (folded.size() < kPhraseKeyBytes) return false;
  const auto found = phrases_.find(std::string_view(folded).substr(0, kPhraseKeyBytes));
  if (found == phrases_.end()) return false;
  return std::ranges::any_of(found->second, [&](const auto& phrase) {
    switch (phrase.second) {
      case When::kStart:
        return folded.starts_with(phrase.first);
      case When::kLink:
        return mostly_link && folded.starts_with(phrase.first);
      case When::kWhole:
        return folded == phrase.first && text.size() <= kLongestStart;
    }
    return false;
  });
}

std::string_view PageWords::entity(std::string_view name) const {
  const auto found = entities_.find(name);
  return found == entities_.end() ? std::string_view() : found->second.characters;
}

std::size_t PageWords::bare_entity(std::string_view text) const {
  constexpr std::size_t kLongestBare = 6;
  for (std::size_t length = std::min(text.size(), kLongestBare); length >= 2; --length) {
    const auto found = entities_.find(text.substr(0, length));
    if (found != entities_.end() && found->second.bare) return length;
  }
  return 0;
}

}  // namespace hearsay
