#include "hearsay/knowledge/import_words.h"

#include <charconv>
#include <utility>

#include "hearsay/base/tsv.h"

namespace hearsay {
namespace {

// Of a word that is written small more often than once in four, a capital alone does not
// make a name.
constexpr std::size_t kSmallShare = 4;

std::size_t number_in(std::string_view cell) {
  std::size_t number = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

}  // namespace

Result<ImportWords> ImportWords::load(const std::filesystem::path& data) {
  ImportWords words;
  std::error_code ignored;
  const std::filesystem::path path = data / "knowledge" / "import_words.tsv";
  if (std::filesystem::exists(path, ignored)) {
    const Result<Tsv> table = Tsv::load(path, {"word", "kind", "meaning"});
    if (!table) return std::unexpected(table.error());
    for (const Tsv::Row& row : table->rows()) {
      words.meanings_.insert_or_assign(
          std::pair(std::string(row.cells[1]), fold(row.cells[0])),
          Meaning{std::string(row.cells[0]), std::string(row.cells[2])});
    }
  }
  for (std::filesystem::directory_iterator at(data / "lang", ignored), end;
       !ignored && at != end; at.increment(ignored)) {
    const std::filesystem::path list = at->path() / "words.tsv";
    if (!std::filesystem::exists(list, ignored)) continue;
    const Result<Tsv> table = Tsv::load(list, {"word", "count", "small"});
    if (!table) return std::unexpected(table.error());
    for (const Tsv::Row& row : table->rows()) {
      if (number_in(row.cells[2]) * kSmallShare >= number_in(row.cells[1])) {
        words.ordinary_.insert(word_key(row.cells[0]));
      }
    }
  }
  return words;
}

std::optional<std::string_view> ImportWords::find(std::string_view kind,
                                                  std::string_view word) const {
  const auto found = meanings_.find(std::pair(std::string(kind), fold(word)));
  if (found == meanings_.end()) return std::nullopt;
  return found->second.meaning;
}

std::vector<std::string> ImportWords::words_of(std::string_view kind) const {
  std::vector<std::string> words;
  for (const auto& [key, meaning] : meanings_) {
    if (key.first == kind) words.push_back(meaning.word);
  }
  return words;
}

bool ImportWords::is_ordinary(std::string_view word) const {
  return ordinary_.contains(word_key(word));
}

}  // namespace hearsay
