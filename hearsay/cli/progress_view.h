// How far a run is, in words.

#pragma once

#include <chrono>
#include <string>

#include "hearsay/cli/terminal.h"
#include "hearsay/pipeline/record.h"

namespace hearsay::cli {

// "1,234 documents  45.6 of 120.0 MB  12.3 MB/s  6 s left": one line, without its end.
std::string print_progress(const pipeline::Progress& progress,
                           std::chrono::duration<double> elapsed,
                           const Terminal& terminal);

// "36 documents, 34 new, 85 claims, 1 failed"
std::string print_summary(const pipeline::Progress& progress);

}  // namespace hearsay::cli
