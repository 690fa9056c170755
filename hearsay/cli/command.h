// The commands: one file each, and one list of them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/cli/session.h"
#include "hearsay/cli/terminal.h"

namespace hearsay::cli {

enum ExitStatus : std::uint8_t {
  kAllWell = 0,
  kSomethingWrong = 1,  // some input was bad, or nothing was found
  kUnusable = 2,        // the command line, the data or the ledger
  kInterrupted = 130,   // by Ctrl-C, as shells have it
};

struct Command {
  std::string_view name;      // "saga"
  std::string_view operands;  // "PLAYER"; empty when it takes none
  std::size_t least_operands;
  std::string_view summary;   // one line
  std::string_view details;   // a paragraph or nothing
  std::string_view examples;  // whole lines: the command, then what it does
  std::uint32_t groups;       // of flags, beside the global ones
  ExitStatus (*run)(Session& session);
};

extern const Command kRead;
extern const Command kExplain;
extern const Command kRestore;
extern const Command kAdd;
extern const Command kClaims;
extern const Command kSagas;
extern const Command kSaga;
extern const Command kDocuments;
extern const Command kSearch;
extern const Command kKnowledgeBase;

// In the order in which one meets them.
std::span<const Command* const> commands();

std::string print_help(const Command& command, const Terminal& terminal);
std::string print_short_help(const Terminal& terminal);

// The word of `known` that was probably meant by `typed`; nothing when none is near.
std::optional<std::string_view> find_nearest(std::string_view typed,
                                             std::span<const std::string_view> known);

}  // namespace hearsay::cli
