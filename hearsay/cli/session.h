// One run of a command: what was asked for, where the answer goes, and what it needs.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/cli/options.h"
#include "hearsay/cli/terminal.h"
#include "hearsay/knowledge/store.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/pipeline/reader.h"
#include "hearsay/pipeline/restore.h"

namespace hearsay::cli {

// The world outside the program. Tests bring their own.
struct World {
  std::function<bool(std::string_view)> out;  // false: nobody reads any more
  std::function<bool(std::string_view)> err;
  Screen out_screen;
  Screen err_screen;
  Environment environment;
  std::filesystem::path program;  // where it lies; data may lie beside it
};

class Session {
 public:
  Session(Options asked, World world);

  const Options& options() const { return options_; }
  const Terminal& terminal() const { return out_; }
  const Terminal& error_terminal() const { return err_; }

  // Writes to standard output; false when nobody reads it any more: stop quietly.
  bool print(std::string_view text);

  // "hearsay: <message>" on standard error: one line, or more where the message draws the
  // line of a data file that is wrong.
  void complain(std::string_view message);

  // Standard error as it is, for progress.
  void show(std::string_view text);

  Result<pipeline::Reader> load_reader();
  Result<pipeline::Restorer> load_restorer();

  // The knowledge base that was asked for, else the user's, else the shipped one.
  Result<KnowledgeBase> load_knowledge();

  // Where the base that is read from lies; no file when it is the shipped one.
  Result<BasePlace> base_place() const;

  // Where the base that is imported into lies: --into, else as base_place().
  Result<BasePlace> target_place() const;

  // The first path of the user's own data.
  std::optional<std::filesystem::path> user_base() const;

  // With `create` false a missing ledger is an error that says how to make one.
  Result<std::unique_ptr<Ledger>> open_ledger(bool create);

 private:
  Options options_;
  World world_;
  Terminal out_;
  Terminal err_;
};

}  // namespace hearsay::cli
