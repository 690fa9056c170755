// Everything the command line can say, as it was meant.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/cli/terminal.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/source/field_map.h"

namespace hearsay::cli {

enum class Format : std::uint8_t { kHuman, kJson, kCsv, kPlain, kDiff };

struct Options {
  std::vector<std::string> operands;  // what is no flag
  std::optional<std::string>
      data;  // --data; else the environment, else what is installed
  std::optional<std::string> ledger;
  std::optional<std::string> kb;         // --kb; else the environment, else the user's
  std::optional<std::string> into;       // the base that 'kb import' changes
  std::optional<std::string> source;     // what imported records go by
  std::optional<std::string> conflicts;  // the file for them
  ColourChoice colour = ColourChoice::kAuto;
  std::optional<std::size_t> width;
  std::size_t threads = 0;  // 0: one per core
  Format format = Format::kHuman;
  std::optional<std::string> language;
  source::FieldMap fields;            // --map
  std::optional<std::string> resume;  // the position file of 'add'
  bool text = false;
  bool mentions = false;
  bool help = false;
  bool version = false;
  Filter filter;
};

}  // namespace hearsay::cli
