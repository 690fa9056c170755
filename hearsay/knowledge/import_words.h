// The words that importing has to understand: data/knowledge/import_words.tsv.

#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/fold.h"

namespace hearsay {

class ImportWords {
 public:
  // Reads the table, and from data/lang/*/words.tsv which words are mostly written small.
  // A folder without them has no such words.
  static Result<ImportWords> load(const std::filesystem::path& data);

  // What a word of this kind means: ("position", "Right Winger") → "forward". Case and
  // accents do not matter.
  std::optional<std::string_view> find(std::string_view kind,
                                       std::string_view word) const;

  // All words of a kind, as the table writes them.
  std::vector<std::string> words_of(std::string_view kind) const;

  // Whether it is an ordinary word of some language: "motor", "best".
  bool is_ordinary(std::string_view word) const;

 private:
  struct Meaning {
    std::string word;  // as the table writes it
    std::string meaning;
  };
  std::map<std::pair<std::string, std::string>, Meaning> meanings_;  // kind, folded word
  std::unordered_set<WordKey> ordinary_;
};

}  // namespace hearsay
