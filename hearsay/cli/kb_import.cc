// hearsay kb import, hearsay kb build: make the user's base of more.
//
// Nothing is changed until all sources were read and the new base was made and written;
// then it takes the place of the old one at once.

#include <chrono>
#include <fstream>

#include <fmt/format.h>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/kb.h"
#include "hearsay/knowledge/import.h"
#include "hearsay/knowledge/store.h"

namespace hearsay::cli {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono_literals::operator""ms;

constexpr auto kBetween = 100ms;           // two drawings of the progress
constexpr std::size_t kMostMessages = 20;  // of skipped rows; the rest is counted

class ImportCommand {
 public:
  explicit ImportCommand(Session& session) : session_(session) {}

  ExitStatus run(bool with_sources) {
    const Result<BasePlace> place = session_.target_place();
    if (!place) return give_up(place.error());
    const Result<BaseLock> lock = BaseLock::take(place->file);
    if (!lock) return give_up(lock.error());
    Result<Records> records = read_records(place->file);
    if (!records) return give_up(records.error());
    if (with_sources && !import_all(*place, *records)) return kUnusable;
    show("making the base");
    const auto listen = [this](const std::string& message) { on_skip(message); };
    const Result<BuiltBase> built = build_base(*place, *records, listen);
    clear();
    if (!built) return give_up(built.error());
    if (const auto written = replace_file(place->file, built->bytes); !written) {
      return give_up(written.error());
    }
    if (const auto failed = write_conflicts(built->conflicts)) return *failed;
    report(*place, *built);
    return total_.skipped + built->edits.skipped == 0 ? kAllWell : kSomethingWrong;
  }

 private:
  ExitStatus give_up(const Error& error) {
    clear();
    session_.complain(error.message);
    return kUnusable;
  }

  bool import_all(const BasePlace& place, Records& records) {
    const Result<ImportWords> words = ImportWords::load(place.data);
    if (!words) {
      give_up(words.error());
      return false;
    }
    ImportRun run{*words, session_.options().source.value_or(""), {}, {}, {}};
    run.on_skip = [this](const std::string& message) { on_skip(message); };
    run.on_progress = [this](std::size_t bytes, std::size_t rows) {
      show(fmt::format("{}  {} rows  {:.1f} MB", file_, rows,
                       static_cast<double>(bytes) / 1e6));
    };
    const std::vector<std::string>& operands = session_.options().operands;
    for (std::size_t i = 1; i < operands.size(); ++i) {
      file_ = operands[i];
      const Result<ImportCounts> counts = import_file(operands[i], run, records);
      if (!counts) {
        give_up(counts.error());
        session_.complain("nothing was changed");
        return false;
      }
      add(*counts);
    }
    return true;
  }

  void add(const ImportCounts& counts) {
    total_.rows += counts.rows;
    total_.clubs += counts.clubs;
    total_.players += counts.players;
    total_.spells += counts.spells;
    total_.skipped += counts.skipped;
  }

  void on_skip(const std::string& message) {
    if (++messages_ > kMostMessages) return;
    clear();
    session_.complain(message);
    if (messages_ == kMostMessages) {
      session_.complain("more rows like these are only counted");
    }
  }

  std::optional<ExitStatus> write_conflicts(const std::vector<std::string>& conflicts) {
    const auto& path = session_.options().conflicts;
    if (!path) return std::nullopt;
    std::ofstream file(*path, std::ios::binary);
    for (const std::string& conflict : conflicts) file << conflict << '\n';
    file.close();
    if (file) return std::nullopt;
    session_.complain(*path + ": cannot be written");
    return kUnusable;
  }

  void report(const BasePlace& place, const BuiltBase& built) {
    std::string text;
    if (total_.rows > 0) {
      text += fmt::format("{} read, {} skipped\n", counted(total_.rows, "row"),
                          total_.skipped);
    }
    const auto line = [&](const char* what, const MergeCounts& counts) {
      text += fmt::format("{}: {} known, {} new, {} left out\n", what, counts.known,
                          counts.added, counts.left_out);
    };
    if (built.players.known + built.players.added + built.clubs.known +
            built.clubs.added >
        0) {
      line("clubs", built.clubs);
      line("players", built.players);
      text += fmt::format("spells: {} new, {} left out\n", built.spells.added,
                          built.spells.left_out);
      text += fmt::format("{}{}\n", counted(built.conflicts.size(), "conflict"),
                          built.conflicts.empty() || session_.options().conflicts
                              ? ""
                              : "; --conflicts FILE lists them");
    }
    if (built.edits.applied + built.edits.skipped > 0) {
      text += fmt::format("kb.local: {} made, {} skipped\n",
                          counted(built.edits.applied, "edit"), built.edits.skipped);
    }
    text += fmt::format("{}: {:.1f} MB\n", place.file.string(),
                        static_cast<double>(built.bytes.size()) / 1e6);
    session_.print(text);
  }

  void show(const std::string& text) {
    const Clock::time_point now = Clock::now();
    if (!session_.error_terminal().interactive || now - drawn_ < kBetween) return;
    drawn_ = now;
    shown_ = true;
    session_.show("\r\x1b[K" + text);
  }

  void clear() {
    if (shown_) session_.show("\r\x1b[K");
    shown_ = false;
  }

  Session& session_;
  ImportCounts total_;
  std::string file_;
  std::size_t messages_ = 0;
  Clock::time_point drawn_;
  bool shown_ = false;
};

}  // namespace

ExitStatus kb_import(Session& session) {
  return ImportCommand(session).run(true);
}

ExitStatus kb_build(Session& session) {
  return ImportCommand(session).run(false);
}

}  // namespace hearsay::cli
