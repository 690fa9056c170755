// The command: argv in, exit status out.

#pragma once

#include <string>
#include <vector>

namespace hearsay::cli {

struct World;

// 0: all went well; 1: some input was bad or nothing was found; 2: the command line, the
// data or the ledger could not be used; 130: stopped by Ctrl-C.
int run(int argc, char** argv);

// The same in a world of the caller's.
int run(const std::vector<std::string>& arguments, World world);

}  // namespace hearsay::cli
