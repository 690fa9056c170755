// The order of the stages, for one document: bytes in, a reading out.
//
// This is the only place that knows their order. It is a pure function of the document
// and the knowledge base: no clock, no network, no storage.

#pragma once

#include <string>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"
#include "hearsay/model/reading.h"

namespace hearsay::pipeline {

// Fails when the document holds no text; the message names its uri.
Result<Reading> read(const Document& document, const KnowledgeBase& knowledge);

// One JSON object as docs/formats/reading.md describes it, without a line end.
struct JsonOptions {
  bool text = false;
  bool mentions = false;
};
std::string print_json(const Reading& reading, JsonOptions options = {});

}  // namespace hearsay::pipeline
