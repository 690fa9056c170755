// Where the data lies, first hit wins:
//
//     --data DIR · HEARSAY_DATA · <program>/../share/hearsay · the source tree it was
//     built from
//
// and the knowledge base:
//
//     --kb FILE · HEARSAY_KB · $XDG_DATA_HOME/hearsay/hearsay.kb (~/.local/share/…), when
//     it or a kb.local beside it is there · what ships, compiled when it was built
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

constexpr std::string_view kShipped = "shipped";  // as the name of a base

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

Result<std::filesystem::path> find_data(const Options& options, const World& world) {
  std::filesystem::path folder = data_folder(options, world);
  std::error_code ignored;
  if (std::filesystem::is_directory(folder, ignored)) return folder;
  return fail(ErrorCode::kNotFound,
              folder.string() + ": there is no data folder here; name one with --data");
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
  const auto folder = find_data(options_, world_);
  if (!folder) return std::unexpected(folder.error());
  Result<KnowledgeBase> knowledge = load_knowledge();
  if (!knowledge) return std::unexpected(knowledge.error());
  return pipeline::Reader::load(*folder, std::move(*knowledge));
}

// The user's base counts as soon as it, or an edit beside it, is there.
Result<BasePlace> Session::base_place() const {
  const auto folder = find_data(options_, world_);
  if (!folder) return std::unexpected(folder.error());
  std::optional<std::string> named = options_.kb;
  if (!named) named = world_.environment("HEARSAY_KB");
  if (named == kShipped) return BasePlace{*folder, {}};
  std::error_code ignored;
  if (named && !named->empty()) {
    if (std::filesystem::exists(*named, ignored)) return BasePlace{*folder, *named};
    return fail(ErrorCode::kNotFound,
                *named +
                    ": there is no knowledge base here; make one with 'hearsay kb "
                    "import SOURCE --into FILE'");
  }
  BasePlace place{*folder, user_base().value_or(std::filesystem::path())};
  const bool there =
      !place.file.empty() && (std::filesystem::exists(place.file, ignored) ||
                              std::filesystem::exists(place.local(), ignored));
  if (!there) place.file.clear();
  return place;
}

Result<BasePlace> Session::target_place() const {
  const auto folder = find_data(options_, world_);
  if (!folder) return std::unexpected(folder.error());
  std::optional<std::string> named = options_.into ? options_.into : options_.kb;
  if (!named) named = world_.environment("HEARSAY_KB");
  if (named && !named->empty() && named != kShipped) return BasePlace{*folder, *named};
  if (const auto own = user_base()) return BasePlace{*folder, *own};
  return fail(
      ErrorCode::kNotFound,
      "there is no place for your own base (HOME is not set); name one with --into");
}

std::optional<std::filesystem::path> Session::user_base() const {
  const auto data = world_.environment("XDG_DATA_HOME");
  if (data && data->starts_with('/')) {
    return std::filesystem::path(*data) / "hearsay" / "hearsay.kb";
  }
  const auto home = world_.environment("HOME");
  if (!home || home->empty()) return std::nullopt;
  return std::filesystem::path(*home) / ".local" / "share" / "hearsay" / "hearsay.kb";
}

Result<KnowledgeBase> Session::load_knowledge() {
  const Result<BasePlace> place = base_place();
  if (!place) return std::unexpected(place.error());
  if (!place->file.empty()) {
    return open_base(*place, [this](const std::string& note) { complain(note); });
  }
  std::error_code ignored;
  std::filesystem::path compiled = place->data / "hearsay.kb";
  if (!std::filesystem::exists(compiled, ignored)) {
    compiled = world_.program.parent_path() / "hearsay.kb";
  }
  return load_shipped(place->data, compiled);
}

Result<pipeline::Restorer> Session::load_restorer() {
  const auto folder = find_data(options_, world_);
  if (!folder) return std::unexpected(folder.error());
  const Result<KnowledgeBase> knowledge = load_knowledge();
  if (!knowledge) return std::unexpected(knowledge.error());
  return pipeline::Restorer::load(*folder, *knowledge);
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
