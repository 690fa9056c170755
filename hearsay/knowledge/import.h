// Reads other tables into records: CSV with a heading, Wikidata dumps, openfootball's
// lists of clubs. Which of them a file is, its content tells.
//
// A row that is wrong is named and skipped; nothing stops an import but a file that
// cannot be read.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/import_words.h"
#include "hearsay/knowledge/records.h"

namespace hearsay {

struct ImportCounts {
  std::size_t rows = 0;   // looked at
  std::size_t clubs = 0;  // taken
  std::size_t players = 0;
  std::size_t spells = 0;
  std::size_t skipped = 0;  // malformed
};

struct ImportRun {
  const ImportWords& words;
  std::string source;  // the name its records go by; empty: by the kind of the file
  // Called for each row that was skipped: "players.csv:12:5: what is wrong; remedy".
  std::function<void(const std::string&)> on_skip;
  std::function<void(std::size_t read_bytes, std::size_t rows)> on_progress;
  std::function<bool()> stop;  // asked now and then; true ends the import early
};

// Adds what the file says to the records. Fails when it cannot be read or is of no kind
// that is known; what was read before stays in the records.
Result<ImportCounts> import_file(const std::filesystem::path& path, const ImportRun& run,
                                 Records& records);

}  // namespace hearsay
