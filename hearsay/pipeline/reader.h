// The order of the stages, for one document: bytes in, a reading out.
//
// This is the only place that knows their order. Reading is a pure function of the
// document and of what was loaded: no clock, no network, no storage.

#pragma once

#include <filesystem>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/mention/find.h"
#include "hearsay/model/article.h"
#include "hearsay/model/reading.h"
#include "hearsay/text/clean.h"

namespace hearsay::pipeline {

// Loaded once, then asked by any number of threads.
class Reader {
 public:
  // Reads a data folder (knowledge, languages, look-alikes). Fails at the first malformed
  // row, naming file and line.
  static Result<Reader> load(const std::filesystem::path& data);

  // The same with a knowledge base that was loaded already.
  static Result<Reader> load(const std::filesystem::path& data, KnowledgeBase knowledge);

  // What a document says. Fails when it holds no text; the message names its uri.
  Result<Reading> read(const Document& document) const;

  const KnowledgeBase& knowledge() const { return knowledge_; }

 private:
  Reader(KnowledgeBase knowledge, text::Cleaner cleaner);

  KnowledgeBase knowledge_;
  text::Cleaner cleaner_;
  mention::Finder finder_;  // of knowledge_
};

}  // namespace hearsay::pipeline
