#include "hearsay/source/whole_file.h"

#include <utility>

#include "hearsay/source/feed.h"
#include "hearsay/source/json_document.h"
#include "hearsay/source/mail.h"
#include "hearsay/source/newsml.h"

namespace hearsay::source {
namespace {

using Documents = Result<std::vector<Document>>;

Documents one(Result<Document> document) {
  if (!document) return std::unexpected(document.error());
  std::vector<Document> documents;
  documents.push_back(std::move(*document));
  return documents;
}

Document page_of(std::string bytes, std::string_view name, MediaType media) {
  Document document;
  document.bytes = std::move(bytes);
  document.media = media;
  document.imprint.uri = name;
  return document;
}

}  // namespace

Documents documents_in(std::string bytes, std::string_view name, FileKind kind,
                       const FieldMap& fields) {
  switch (kind) {
    case FileKind::kJson:
      return parse_json_documents(bytes, name, fields);
    case FileKind::kMail:
      return one(parse_mail(bytes, name));
    case FileKind::kNewsMl:
      return parse_newsml(bytes, name);
    case FileKind::kFeed: {
      auto feed = parse_feed(bytes);
      if (!feed) return std::unexpected(feed.error());
      return documents_of(std::move(*feed), name);
    }
    case FileKind::kHtml:
      return one(page_of(std::move(bytes), name, MediaType::kHtml));
    default:
      return one(page_of(std::move(bytes), name, MediaType::kPlain));
  }
}

bool is_news_json(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 64 << 10;
  const std::string_view head = bytes.substr(0, kLookedAt);
  const auto has = [&](std::string_view word) {
    return head.find(word) != std::string_view::npos;
  };
  return has("jsonfeed.org/version") || has("ninjs") ||
         (has("\"versioncreated\"") && (has("\"body_") || has("\"bodies\"")));
}

}  // namespace hearsay::source
