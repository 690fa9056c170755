// Every flag of the command line: its name, its help, what it does.
//
// One flag is one block in flags.cc. The parser, the help of every command, the check of
// docs/commands.md and the words in messages are all made from this table.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/cli/options.h"

namespace hearsay::cli {

// What a flag is for. A command takes the flags of some groups.
enum FlagGroup : std::uint16_t {
  kGlobal = 1U << 0U,   // every command
  kReading = 1U << 1U,  // what to show of a reading
  kJson = 1U << 2U,
  kCsv = 1U << 3U,
  kPlain = 1U << 4U,
  kPlayer = 1U << 5U,       // --player, where it is no operand
  kFiltering = 1U << 6U,    // the other filters of claims
  kOutletDates = 1U << 7U,  // the filters that documents have as well
  kLimit = 1U << 8U,
  kRestoring = 1U << 9U,   // what to show of a restored text
  kKnowledge = 1U << 10U,  // of 'kb'
  kMapping = 1U << 11U,    // how the columns of tables are called
  kResuming = 1U << 12U,
};

struct Flag {
  std::string_view name;    // "ledger"
  std::string_view letter;  // "h"; empty when it has none
  std::string_view value;   // "FILE"; empty for a switch
  FlagGroup group;
  std::string_view help;
  // Writes the flag into the options; says what is wrong with the value, if anything is.
  std::optional<std::string> (*apply)(Options& options, const std::string& value);
};

std::span<const Flag> flags();

}  // namespace hearsay::cli
