// Letters put right and nothing else: what `hearsay restore` runs.
//
// A pure function of the document and of what was loaded, as reading is.

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/restored.h"
#include "hearsay/pipeline/record.h"
#include "hearsay/source/document_stream.h"
#include "hearsay/text/clean.h"

namespace hearsay::pipeline {

// Loaded once, then asked by any number of threads.
class Restorer {
 public:
  // Reads a data folder (look-alikes, languages); the names are those of `knowledge`,
  // which need not live on. Fails at the first malformed row, naming file and line.
  static Result<Restorer> load(const std::filesystem::path& data,
                               const KnowledgeBase& knowledge);

  // The languages that the data folder has anything of, sorted: "ar", "az" …
  const std::vector<std::string>& languages() const { return languages_; }

  // The document is taken as text whatever its media type. `language` (BCP 47) wins over
  // what the document's imprint says; empty when nobody knows.
  Restored restore(Document document, std::string_view language = {}) const;

 private:
  Restorer(text::Cleaner cleaner, std::vector<std::string> languages);

  text::Cleaner cleaner_;
  std::vector<std::string> languages_;
};

// Restores everything and hands each document on, in the order of the stream.
Progress restore_all(source::DocumentStream& stream, const Restorer& restorer,
                     std::string_view language, const RunOptions& options,
                     const std::function<void(Restored)>& sink);

}  // namespace hearsay::pipeline
