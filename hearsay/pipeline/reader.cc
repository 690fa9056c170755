#include "hearsay/pipeline/reader.h"

#include <utility>

#include "hearsay/base/hash.h"
#include "hearsay/claim/extract.h"
#include "hearsay/page/extract.h"

namespace hearsay::pipeline {
namespace {

constexpr std::size_t kIdDigits = 16;

// The same bytes from the same place are the same document. A file's path is no part of
// it: a moved or copied file is still the same; a feed item's or line's own uri is.
std::string id_of(const Document& document) {
  const bool named_from_outside = document.imprint.outlet || document.imprint.published;
  if (!named_from_outside) return fingerprint(document.bytes).substr(0, kIdDigits);
  return fingerprint(document.imprint.uri + '\n' + document.bytes).substr(0, kIdDigits);
}

}  // namespace

Reader::Reader(KnowledgeBase knowledge, text::Cleaner cleaner)
    : knowledge_(std::move(knowledge)),
      cleaner_(std::move(cleaner)),
      finder_(knowledge_) {}

Result<Reader> Reader::load(const std::filesystem::path& data) {
  Result<KnowledgeBase> knowledge = KnowledgeBase::load(data);
  if (!knowledge) return std::unexpected(knowledge.error());
  return load(data, std::move(*knowledge));
}

Result<Reader> Reader::load(const std::filesystem::path& data, KnowledgeBase knowledge) {
  Result<text::Cleaner> cleaner = text::Cleaner::load(data, knowledge);
  if (!cleaner) return std::unexpected(cleaner.error());
  return Reader(std::move(knowledge), std::move(*cleaner));
}

Result<Reading> Reader::read(const Document& document) const {
  Result<Article> article = page::extract(document, knowledge_);
  if (!article) return std::unexpected(article.error());
  Reading reading;
  reading.id = id_of(document);
  reading.text = cleaner_.clean(*article);
  reading.imprint = std::move(article->imprint);
  if (!reading.imprint.language) reading.imprint.language = reading.text.language;
  reading.mentions = finder_.find(reading.text, reading.imprint, knowledge_);
  claim::Extract extract =
      claim::extract(reading.text, reading.imprint, reading.mentions, knowledge_);
  reading.claims = std::move(extract.claims);
  reading.quotes = std::move(extract.quotes);
  reading.dropped = std::move(extract.dropped);
  return reading;
}

}  // namespace hearsay::pipeline
