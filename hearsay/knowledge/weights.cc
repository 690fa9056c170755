#include "hearsay/knowledge/weights.h"

#include <charconv>

#include "hearsay/base/tsv.h"

namespace hearsay {
namespace {

// "same.other.near=close to" as the key that claim/pairs.cc makes of it.
SignKey key_of(std::string_view name) {
  const std::size_t equal = name.find('=');
  const SignKey kind = sign_kind(name.substr(0, equal));
  if (equal == std::string_view::npos) return sign_key(kind, 0);
  const std::string_view value = name.substr(equal + 1);
  const std::size_t blank = value.find(' ');
  const WordKey first = word_key(value.substr(0, blank));
  if (blank == std::string_view::npos) return sign_key(kind, first);
  return sign_key(kind, first, word_key(value.substr(blank + 1)));
}

bool parse_weight(std::string_view cell, float& weight) {
  if (cell.empty()) return true;  // nothing is said
  const auto [end, error] =
      std::from_chars(cell.data(), cell.data() + cell.size(), weight);
  return error == std::errc{} && end == cell.data() + cell.size();
}

}  // namespace

SignKey sign_kind(std::string_view kind) {
  SignKey hash = 0xCBF29CE484222325ULL;
  for (const char c : kind) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash;
}

Result<Weights> Weights::load(const std::filesystem::path& table) {
  Weights weights;
  if (!std::filesystem::exists(table)) return weights;
  std::vector<std::string> columns = {"sign", "claim"};
  for (std::size_t i = 0; i < kStageCount; ++i) {
    columns.emplace_back(to_string(static_cast<Stage>(i)));
  }
  const Result<Tsv> rows = Tsv::load(table, columns);
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    Row& made = weights.rows_.emplace_back();
    made.name = row.cells[0];
    for (std::size_t i = 0; i <= kStageCount; ++i) {
      float& weight = i == 0 ? made.claim : made.stages[i - 1];
      if (!parse_weight(row.cells[i + 1], weight)) {
        return std::unexpected(rows->error_at(row, i + 1, "a number"));
      }
    }
    const auto place = static_cast<std::uint32_t>(weights.rows_.size() - 1);
    weights.places_.emplace(key_of(made.name), place);
  }
  return weights;
}

const Weights::Row* Weights::find(SignKey key) const {
  const auto found = places_.find(key);
  return found == places_.end() ? nullptr : &rows_[found->second];
}

}  // namespace hearsay
