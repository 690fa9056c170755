// What does it say once the noise is gone?
//
// Decodes, restores look-alike letters, brings the text to NFC, tells its language, and
// finds sentences and tokens. Every change is recorded, and the map leads back to the
// bytes of the document.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/text.h"

namespace hearsay::text {

// A text whose letters are right again; nothing else is known of it.
struct Cleaned {
  std::string bytes;  // UTF-8, NFC
  OffsetMap map;      // from `bytes` to what was given
  std::vector<Repair> repairs;
  double repaired_share = 0;
  bool obfuscated = false;
};

// Built once, then asked by any number of threads. Does not need the knowledge base after
// it was loaded.
class Cleaner {
 public:
  // Reads `text/*.tsv` and `lang/*/{words,stop_words,abbreviations}.tsv` of a data
  // folder. Fails at the first malformed row, naming file and line.
  static Result<Cleaner> load(const std::filesystem::path& data,
                              const KnowledgeBase& knowledge);

  // The same with nothing known but these names.
  static Result<Cleaner> load(const std::filesystem::path& data,
                              std::span<const std::string_view> names);

  // The clean text of an article. Cannot fail: bytes that are no text become U+FFFD.
  // A pure function of its arguments; linear in the size of the article.
  Text clean(const Article& article) const;

  // Only the letters: no language, no tokens, no sentences. `language` is what is known
  // of it (BCP 47, or empty).
  Cleaned restore(std::string_view bytes, std::string_view language = {}) const;

  // The same for two texts that differ only in look-alikes, invisible characters, case
  // and white space. For finding copies.
  std::uint64_t match_key(std::string_view bytes) const;

  Cleaner(Cleaner&&) noexcept;
  Cleaner& operator=(Cleaner&&) noexcept;
  Cleaner(const Cleaner&) = delete;
  Cleaner& operator=(const Cleaner&) = delete;
  ~Cleaner();

 private:
  struct Tables;
  explicit Cleaner(std::unique_ptr<const Tables> tables);

  std::unique_ptr<const Tables> tables_;
};

}  // namespace hearsay::text
