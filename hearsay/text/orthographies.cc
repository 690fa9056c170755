#include "hearsay/text/orthographies.h"

#include <algorithm>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"

namespace hearsay::text {
namespace {

constexpr std::size_t kFewestLetters = 4;  // fewer fit some language by chance

}  // namespace

Result<Orthographies> Orthographies::load(const std::filesystem::path& table) {
  Orthographies found;
  if (!std::filesystem::exists(table)) return found;
  const Result<Tsv> rows = Tsv::load(table, {"language", "letters"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    std::vector<char32_t>& letters = found.languages_.emplace_back();
    for (std::size_t at = 0; at < row.cells[1].size();) {
      const CodePoint point = decode_at(row.cells[1], at);
      if (!point.valid)
        return std::unexpected(rows->error_at(row, 1, "letters in UTF-8"));
      letters.push_back(point.value);
      at += point.bytes;
    }
    std::ranges::sort(letters);
  }
  return found;
}

bool Orthographies::belong_together(std::span<const char32_t> letters) const {
  if (letters.size() < kFewestLetters) return false;
  return std::ranges::any_of(languages_, [&](const std::vector<char32_t>& known) {
    return std::ranges::all_of(letters, [&](char32_t letter) {
      return std::ranges::binary_search(known, letter);
    });
  });
}

}  // namespace hearsay::text
