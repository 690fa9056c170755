// A file is replaced by renaming, after its bytes and before its name are on the disk: a
// kill at any moment leaves the old file or the new one, and perhaps a `.new` to sweep.
//
// Tested by store_test.cc and tests/kb_test.py.

#include "hearsay/knowledge/store.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "hearsay/base/file.h"
#include "hearsay/base/hash.h"
#include "hearsay/knowledge/compile.h"
#include "hearsay/knowledge/compiled.h"
#include "hearsay/knowledge/loader.h"

namespace hearsay {
namespace {

constexpr std::size_t kLimitBytes = 64UL << 20;  // of kb.local and the words of importing

Result<std::optional<TableText>> read_if_there(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::nullopt;
  Result<std::string> bytes = read_file(path, kLimitBytes);
  if (!bytes) return std::unexpected(bytes.error());
  return TableText{path.string(), std::move(*bytes)};
}

std::string_view bytes_of(const std::optional<TableText>& table) {
  return table ? std::string_view(table->bytes) : std::string_view();
}

// Of which tables and edits a base is made.
Result<std::string> stamp_of(const BasePlace& place, const Tables& tables,
                             const std::optional<TableText>& local) {
  const auto words = read_if_there(place.data / "knowledge" / "import_words.tsv");
  if (!words) return std::unexpected(words.error());
  return "tables " + fingerprint_of(tables) + "\nwords " + fingerprint(bytes_of(*words)) +
         "\nlocal " + fingerprint(bytes_of(local)) + "\n";
}

Error cannot_write(const std::filesystem::path& path, int number) {
  const ErrorCode code = number == ENOSPC ? ErrorCode::kFull : ErrorCode::kUnreadable;
  return {code, path.string() +
                    ": cannot be written: " + std::generic_category().message(number)};
}

// Writes all of it and waits until the disk has it.
int write_down(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

bool has_stamp(const MappedFile& file, std::string_view stamp) {
  return find_stamp(file) == stamp;
}

}  // namespace

Result<BuiltBase> build_base(const BasePlace& place, const Records& records,
                             const Listener& on_skip) {
  const Result<Tables> shipped = read_tables(place.data);
  if (!shipped) return std::unexpected(shipped.error());
  const auto local = read_if_there(place.local());
  if (!local) return std::unexpected(local.error());
  const Result<std::string> stamp = stamp_of(place, *shipped, *local);
  if (!stamp) return std::unexpected(stamp.error());
  Result<ImportWords> words = records.empty() ? Result<ImportWords>(ImportWords())
                                              : ImportWords::load(place.data);
  if (!words) return std::unexpected(words.error());
  Result<Merged> merged = merge(*shipped, records, *words);
  if (!merged) return std::unexpected(merged.error());
  BuiltBase built;
  if (const std::optional<TableText>& own = *local) {
    const Result<EditCounts> edits = apply_edits(*own, merged->tables, on_skip);
    if (!edits) return std::unexpected(edits.error());
    built.edits = *edits;
  }
  const Result<Draft> draft = KnowledgeLoader(merged->tables).load();
  if (!draft) return std::unexpected(draft.error());
  Result<std::string> bytes = compile(*draft, *stamp, print_records(records));
  if (!bytes) return std::unexpected(bytes.error());
  built.bytes = std::move(*bytes);
  built.clubs = merged->clubs;
  built.players = merged->players;
  built.spells = merged->spells;
  built.conflicts = std::move(merged->conflicts);
  return built;
}

Result<Records> read_records(const std::filesystem::path& file) {
  const Result<MappedFile> mapped = MappedFile::open(file);
  if (!mapped && mapped.error().code == ErrorCode::kNotFound) return Records();
  if (!mapped) return std::unexpected(mapped.error());
  const Result<std::string_view> imported = read_imported(*mapped);
  if (!imported) return std::unexpected(imported.error());
  Result<Records> records = parse_records(*imported);
  if (!records) {
    return fail(records.error().code, file.string() + ": " + records.error().message);
  }
  return records;
}

Result<void> replace_file(const std::filesystem::path& file, const std::string& bytes) {
  std::error_code error;
  const std::filesystem::path folder = file.parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return std::unexpected(cannot_write(folder, error.value()));
  const std::filesystem::path fresh =
      file.string() + ".new." + std::to_string(::getpid());
  const int descriptor =
      ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return std::unexpected(cannot_write(fresh, errno));
  int wrong = write_down(descriptor, bytes);
  ::close(descriptor);
  if (wrong == 0 && ::rename(fresh.c_str(), file.c_str()) != 0) wrong = errno;
  if (wrong != 0) {
    ::unlink(fresh.c_str());
    return std::unexpected(cannot_write(file, wrong));
  }
  const int parent = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (parent >= 0) {
    ::fsync(parent);  // the new name, too
    ::close(parent);
  }
  return {};
}

Result<BaseLock> BaseLock::take(const std::filesystem::path& file) {
  std::error_code ignored;
  if (file.has_parent_path()) {
    std::filesystem::create_directories(file.parent_path(), ignored);
  }
  const std::filesystem::path path = file.string() + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return std::unexpected(cannot_write(path, errno));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor);
    return fail(ErrorCode::kBusy, file.string() +
                                      ": another hearsay is changing this base; try "
                                      "again when it is done");
  }
  return BaseLock(descriptor);
}

BaseLock::BaseLock(BaseLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

BaseLock::~BaseLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<KnowledgeBase> open_base(const BasePlace& place, const Listener& on_note) {
  const Result<Tables> tables = read_tables(place.data);
  if (!tables) return std::unexpected(tables.error());
  const auto local = read_if_there(place.local());
  if (!local) return std::unexpected(local.error());
  const Result<std::string> stamp = stamp_of(place, *tables, *local);
  if (!stamp) return std::unexpected(stamp.error());
  Result<MappedFile> mapped = MappedFile::open(place.file);
  if (!mapped && mapped.error().code != ErrorCode::kNotFound) {
    return std::unexpected(mapped.error());
  }
  if (mapped && has_stamp(*mapped, *stamp)) {
    return KnowledgeBase::open(std::move(*mapped), place.data);
  }
  const Result<BaseLock> lock = BaseLock::take(place.file);
  const Result<Records> records = read_records(place.file);
  if (!records) return std::unexpected(records.error());
  Result<BuiltBase> built = build_base(place, *records, on_note);
  if (!built) return std::unexpected(built.error());
  const Result<void> written =
      lock ? replace_file(place.file, built->bytes) : std::unexpected(lock.error());
  if (on_note) {
    on_note(place.file.string() +
            ": was made anew, for the tables or kb.local have changed" +
            (written ? "" : "; only for now: " + written.error().message));
  }
  return KnowledgeBase::open(MappedFile::of(std::move(built->bytes), place.file.string()),
                             place.data);
}

Result<KnowledgeBase> load_shipped(const std::filesystem::path& data,
                                   const std::filesystem::path& compiled) {
  Result<MappedFile> mapped = MappedFile::open(compiled);
  if (mapped) {
    const Result<Tables> tables = read_tables(data);
    if (!tables) return std::unexpected(tables.error());
    const Result<std::string> stamp = stamp_of({data, compiled}, *tables, std::nullopt);
    if (stamp && has_stamp(*mapped, *stamp)) {
      return KnowledgeBase::open(std::move(*mapped), data);
    }
  }
  return KnowledgeBase::load(data);
}

}  // namespace hearsay
