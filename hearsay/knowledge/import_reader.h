// What the readers of all kinds share: the lines of a file, and the word about a row that
// is skipped. Inside of importing only.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "hearsay/base/byte_stream.h"
#include "hearsay/knowledge/import.h"

namespace hearsay {

// A file that is being imported.
struct ImportFile {
  std::string name;  // for messages
  LineReader& lines;
  const ImportRun& run;
  ImportCounts counts;

  // "name:line:column: what" to whoever listens.
  void skip(std::size_t line, std::size_t column, std::string_view what);
  // Tells how far it is; false when the import has to end.
  bool go_on();
};

Result<void> import_csv(ImportFile& file, SourceRecords& records);
Result<void> import_wikidata(ImportFile& file, SourceRecords& records);
Result<void> import_openfootball(ImportFile& file, SourceRecords& records);

// A day, or a window or season that stands for one: "2018-summer" begins on 1 July and is
// the last of 30 June; "2019-winter", "2014/15" alike. Nothing from anything else.
std::optional<std::string> find_day(std::string_view text, bool last);

}  // namespace hearsay
