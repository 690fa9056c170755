// The command: argv in, exit status out.

#pragma once

namespace hearsay::cli {

// 0: all went well; 1: something was wrong with the input or nothing was found;
// 2: the command line or the ledger was wrong and nothing was done.
int run(int argc, char** argv);

}  // namespace hearsay::cli
