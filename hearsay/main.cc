// The program: everything is in hearsay/cli.

#include "hearsay/cli/run.h"

int main(int argc, char** argv) {
  return hearsay::cli::run(argc, argv);
}
