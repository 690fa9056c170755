// The actions of `hearsay kb`, one file for each group.

#pragma once

#include "hearsay/cli/command.h"

namespace hearsay::cli {

ExitStatus kb_import(Session& session);  // operands: sources
ExitStatus kb_build(Session& session);
ExitStatus kb_show(Session& session);    // operands: one name, key or id
ExitStatus kb_search(Session& session);  // operands: words
ExitStatus kb_stats(Session& session);
ExitStatus kb_check(Session& session);

// The operands behind the action, joined by blanks.
std::string kb_words(const Session& session);

}  // namespace hearsay::cli
