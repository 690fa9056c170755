// What do we remember?
//
// The ledger holds what was read and nothing that could be derived from it. Rows are only
// added: the same document again changes nothing. Every call either happens whole or not
// at all, also when the process is killed in the middle of it.

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/base/error.h"
#include "hearsay/model/reading.h"
#include "hearsay/model/saga.h"

namespace hearsay {

// Which rows to return: those that meet everything that is set. A document meets what is
// asked of a claim when one of its claims does.
struct Filter {
  // Part of the name that starts at a word; case, accents and signs do not matter. A name
  // without a letter or digit asks for nothing.
  std::optional<std::string> player;
  std::optional<std::string> to;  // the same
  std::optional<std::string> from;
  std::optional<std::string> origin;
  std::optional<Stage> stage;
  std::optional<Date> since;  // published on this day or later
  std::optional<Date> until;  // published on this day or earlier
  std::optional<std::size_t> limit;
};

// One thread at a time.
class Ledger {
 public:
  Ledger() = default;
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  Ledger(Ledger&&) = delete;
  Ledger& operator=(Ledger&&) = delete;
  virtual ~Ledger() = default;

  // Files readings in one transaction; returns how many of them were new. A reading whose
  // id is there already is left as it is.
  virtual Result<std::size_t> record(std::span<const Reading> readings) = 0;

  virtual Result<bool> has(const std::string& document) = 0;

  // By date, undated ones last; then by document and place in it.
  virtual Result<std::vector<FiledClaim>> claims(const Filter& filter) = 0;
  virtual Result<std::vector<FiledDocument>> documents(const Filter& filter) = 0;

  // The same order. `player` is the speaker; to, from, origin and stage take the quotes
  // of documents with such a claim.
  virtual Result<std::vector<FiledQuote>> quotes(const Filter& filter) = 0;

  // Documents whose title and text have all these words, and "phrases in quotation
  // marks"; best first. Nothing can be wrong with the words; without any, nothing is
  // found.
  virtual Result<std::vector<FiledDocument>> search(const std::string& words,
                                                    std::size_t limit) = 0;
};

// A ledger that is gone when the process ends.
std::unique_ptr<Ledger> make_memory_ledger();

// Opens or makes an SQLite ledger (WAL, foreign keys, schema brought up to date step by
// step). kUnsupported for a ledger of a newer version, kMalformed for a file that is no
// ledger, kBusy when another process has locked it for over 10 s, kUnreadable without
// permission. With `create` false a missing file is kNotFound, and an empty one
// kMalformed. What may not be written is opened for reading; recording is then
// kUnreadable.
Result<std::unique_ptr<Ledger>> open_sqlite_ledger(const std::filesystem::path& path,
                                                   bool create = true);

}  // namespace hearsay
