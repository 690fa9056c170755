// Any bytes as a table, a dump or a list to import: what is taken can be printed, read
// back and merged, and the merged tables are tables.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "hearsay/knowledge/import.h"
#include "hearsay/knowledge/loader.h"
#include "hearsay/knowledge/merge.h"
#include "hearsay/knowledge/testing.h"

namespace {

using namespace hearsay;

const ImportWords& words() {
  static const Result<ImportWords> kWords =
      ImportWords::load(std::string(HEARSAY_SOURCE_DIR) + "/data");
  if (!kWords) std::abort();
  return *kWords;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path kFile =
      std::filesystem::temp_directory_path() /
      ("hearsay-import-fuzz-" + std::to_string(getpid()));
  std::ofstream(kFile, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  Records records;
  if (!import_file(kFile, ImportRun{words(), {}, {}, {}, {}}, records)) return 0;
  const std::string text = print_records(records);
  const Result<Records> again = parse_records(text);
  if (!again || print_records(*again) != text) std::abort();
  static const Tables kTables = testing_tables();
  const Result<Merged> merged = merge(kTables, records, words());
  if (!merged || !KnowledgeLoader(merged->tables).load()) std::abort();
  return 0;
}
