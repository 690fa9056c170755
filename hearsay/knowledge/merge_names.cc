#include "hearsay/knowledge/merge_names.h"

#include <algorithm>

#include "hearsay/base/fold.h"
#include "hearsay/base/token.h"
#include "hearsay/base/tsv.h"

namespace hearsay {
namespace {

constexpr std::size_t kFewLetters = 3;

bool is_figure(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string comparable(std::string_view name) {
  std::string text = fold(name);
  std::ranges::replace(text, '-', ' ');
  std::erase(text, '.');
  std::string plain;
  for (const std::string_view word : split_list(text, ' ')) {
    plain.append(plain.empty() ? "" : " ").append(word);
  }
  return plain;
}

std::string_view without_brackets(std::string_view name) {
  const std::size_t open = name.find(" (");
  return open == std::string_view::npos || open < kFewLetters
             ? name
             : trim(name.substr(0, open));
}

void NameJudge::learn(const EditTable& table,
                      const std::vector<std::string_view>& columns) {
  for (const std::string_view column : columns) {
    const auto place = table.find_column(column);
    if (!place) continue;
    for (std::size_t row = 0; row < table.size(); ++row) {
      for (const std::string_view name : split_list(table.cell(row, *place))) learn(name);
    }
  }
}

Worth NameJudge::judge(std::string_view name) const {
  const std::string plain = comparable(name);
  const auto words = split_list(plain, ' ');
  if (words.empty() || plain.size() < kFewLetters || words.front().size() == 1) {
    return Worth::kNone;
  }
  if (std::ranges::all_of(words, is_figure)) return Worth::kNone;
  if (words.size() == 1 || taken_.contains(plain)) return Worth::kContext;
  const bool ordinary = std::ranges::all_of(words, [this](std::string_view word) {
    return is_figure(word) || word.size() < kFewLetters || words_.is_ordinary(word);
  });
  return ordinary ? Worth::kContext : Worth::kSure;
}

}  // namespace hearsay
