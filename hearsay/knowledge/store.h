// The compiled base as a file: what it was made of, and how it is replaced.
//
// A user's base holds the records that were imported; what it says is made of them, of
// the tables that ship, and of kb.local beside it. Its stamp tells of which. When one of
// them has changed since, it is made anew.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/knowledge/local_edits.h"
#include "hearsay/knowledge/mapped_file.h"
#include "hearsay/knowledge/merge.h"
#include "hearsay/knowledge/records.h"

namespace hearsay {

using Listener = std::function<void(const std::string&)>;

// Where a base and what it is made of lie.
struct BasePlace {
  std::filesystem::path data;  // knowledge/, lang/ …
  std::filesystem::path file;  // the compiled base
  std::filesystem::path local() const { return file.parent_path() / "kb.local"; }
};

struct BuiltBase {
  std::string bytes;  // compiled
  MergeCounts clubs;
  MergeCounts players;
  MergeCounts spells;
  std::vector<std::string> conflicts;
  EditCounts edits;
};

// Makes a base of the shipped tables, records, and the edits in kb.local if it is there.
Result<BuiltBase> build_base(const BasePlace& place, const Records& records,
                             const Listener& on_skip);

// The records in a compiled file; none when there is no such file.
Result<Records> read_records(const std::filesystem::path& file);

// Writes the bytes beside the file, and then in its place, at once: whoever opens it sees
// the old file or the new one, also when this process is killed. Makes the folder.
Result<void> replace_file(const std::filesystem::path& file, const std::string& bytes);

// Keeps other processes from changing a base; reading goes on. kBusy when another does.
class BaseLock {
 public:
  static Result<BaseLock> take(const std::filesystem::path& file);
  BaseLock(BaseLock&&) noexcept;
  BaseLock& operator=(BaseLock&&) = delete;
  BaseLock(const BaseLock&) = delete;
  BaseLock& operator=(const BaseLock&) = delete;
  ~BaseLock();

 private:
  explicit BaseLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Opens the base at `place`; makes it anew first when tables or edits have changed since,
// in memory only where the file cannot be written or is being changed. `on_note` hears
// that, and which edits were left out.
Result<KnowledgeBase> open_base(const BasePlace& place, const Listener& on_note);

// Opens a base that was compiled of the shipped tables alone, if it is one and still true
// to them; else reads the tables.
Result<KnowledgeBase> load_shipped(const std::filesystem::path& data,
                                   const std::filesystem::path& compiled);

}  // namespace hearsay
