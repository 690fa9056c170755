// One way for both kinds of document: decode the bytes, read the article, lead its map
// back through the decoding, and complete the imprint.

#include "hearsay/page/page.h"

#include <string>
#include <string_view>
#include <utility>

#include "hearsay/page/charset.h"
#include "hearsay/page/html_article.h"
#include "hearsay/page/plain.h"

namespace hearsay::page {
namespace {

// The map of `step`, which leads to the decoded text, on to the document's bytes.
OffsetMap lead_back(OffsetMap step, const Decoded& decoded, std::size_t document_bytes) {
  step.skip(decoded.text().size() - step.origin_size());
  if (decoded.map) return OffsetMap::compose(*decoded.map, step);
  if (decoded.mark_bytes == 0) return step;
  OffsetMap unmarked;
  unmarked.skip(decoded.mark_bytes);
  unmarked.copy(document_bytes - decoded.mark_bytes);
  return OffsetMap::compose(unmarked, step);
}

// What the container said wins; what it did not say the page may tell.
void complete(Imprint& imprint, Imprint&& page) {
  if (imprint.uri.empty()) imprint.uri = page.uri;
  if (!imprint.title) imprint.title = std::move(page.title);
  if (!imprint.outlet) imprint.outlet = std::move(page.outlet);
  if (imprint.authors.empty()) imprint.authors = std::move(page.authors);
  if (!imprint.published) imprint.published = page.published;
  if (!imprint.language) imprint.language = std::move(page.language);
}

// Bytes of a picture or a program: control characters that no text has.
bool is_binary(std::string_view text) {
  constexpr std::size_t kLookedAt = 4096;
  std::size_t controls = 0;
  const std::string_view head = text.substr(0, kLookedAt);
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B) ? 1 : 0;
  }
  return controls * 50 > head.size();
}

}  // namespace

Result<Article> read_page(const Document& document, const PageWords& words,
                          std::string* address) {
  const Decoded decoded = decode(document);
  if (is_binary(decoded.text())) {
    return fail(ErrorCode::kMalformed,
                document.imprint.uri + ": is not text (binary bytes); leave it out");
  }
  const std::string language = document.imprint.language.value_or("");
  Article article = document.media == MediaType::kHtml
                        ? read_html(decoded.text(), words, document.imprint)
                        : read_plain(decoded.text(), words, language);
  if (article.blocks.empty()) {
    return fail(ErrorCode::kMalformed, document.imprint.uri + ": has no text to read");
  }
  article.map = lead_back(std::move(article.map), decoded, document.bytes.size());
  Imprint page = std::move(article.imprint);
  if (address != nullptr) *address = page.uri.empty() ? document.imprint.uri : page.uri;
  article.imprint = document.imprint;
  const auto impossible = [&](const std::optional<Moment>& published) {
    return published && document.fetched &&
           is_surely_later(*published, *document.fetched);
  };
  if (impossible(article.imprint.published)) article.imprint.published.reset();
  if (impossible(page.published)) page.published.reset();
  complete(article.imprint, std::move(page));
  return article;
}

}  // namespace hearsay::page
