// Where the data lies, first hit wins:
//
//     --data DIR · HEARSAY_DATA · <program>/../share/hearsay · the source tree it was
//     built from
//
// What is asked for by name is taken as it is, so that its errors are about that name.

#include "hearsay/cli/session.h"

#include <system_error>
#include <utility>

#include "hearsay/cli/display_width.h"

#ifndef HEARSAY_DATA_DIR
#define HEARSAY_DATA_DIR "data"
#endif

namespace hearsay::cli {
namespace {

std::filesystem::path data_folder(const Options& options, const World& world) {
  if (options.data) return *options.data;
  if (const auto told = world.environment("HEARSAY_DATA"); told && !told->empty()) {
    return *told;
  }
  std::error_code ignored;
  std::filesystem::path installed =
      world.program.parent_path().parent_path() / "share" / "hearsay";
  if (std::filesystem::is_directory(installed / "knowledge", ignored)) return installed;
  return HEARSAY_DATA_DIR;
}

std::string ledger_file(const Options& options, const World& world) {
  if (options.ledger) return *options.ledger;
  const auto told = world.environment("HEARSAY_LEDGER");
  return told && !told->empty() ? *told : "hearsay.db";
}

}  // namespace

Session::Session(Options asked, World world)
    : options_(std::move(asked)),
      world_(std::move(world)),
      out_(make_terminal(world_.out_screen, world_.environment, options_.colour,
                         options_.width)),
      err_(make_terminal(world_.err_screen, world_.environment, options_.colour,
                         options_.width)) {}

bool Session::print(std::string_view text) {
  return world_.out(text);
}

void Session::complain(std::string_view message) {
  world_.err(styled("hearsay: ", Style::kBad, err_) + printable_lines(message) + "\n");
}

void Session::show(std::string_view text) {
  world_.err(text);
}

Result<pipeline::Reader> Session::load_reader() {
  const std::filesystem::path folder = data_folder(options_, world_);
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    return fail(ErrorCode::kNotFound,
                folder.string() + ": there is no data folder here; name one with --data");
  }
  return pipeline::Reader::load(folder);
}

Result<std::unique_ptr<Ledger>> Session::open_ledger(bool create) {
  const std::string file = ledger_file(options_, world_);
  auto ledger = open_sqlite_ledger(file, create);
  if (!ledger && ledger.error().code == ErrorCode::kNotFound && !create) {
    return fail(ErrorCode::kNotFound,
                file +
                    ": there is no ledger here; make one with 'hearsay add FILE...' "
                    "or name one with --ledger");
  }
  return ledger;
}

}  // namespace hearsay::cli
