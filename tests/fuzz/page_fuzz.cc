// Any bytes as a page and as a plain text: an article whose map covers both sides and
// whose blocks are ascending, or one clear error.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/page/page.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void read(const std::string& bytes, hearsay::MediaType media) {
  static const auto kWords = hearsay::PageWords::load(HEARSAY_SOURCE_DIR "/data/page");
  hearsay::Document document;
  document.bytes = bytes;
  document.media = media;
  document.imprint.uri = "fuzz";
  const auto article = hearsay::page::read_page(document, *kWords);
  if (!article) {
    check(!article.error().message.empty());
    return;
  }
  check(article->map.origin_size() == bytes.size());
  check(article->map.made_size() == article->bytes.size());
  std::size_t end = 0;
  for (const auto& block : article->blocks) {
    check(block.span.begin >= end && block.span.begin < block.span.end);
    end = block.span.end;
    const auto home = article->map.origin(block.span.begin, block.span.end);
    check(home.begin < home.end && home.end <= bytes.size());
  }
  check(end <= article->bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  read(text, hearsay::MediaType::kHtml);
  read(text, hearsay::MediaType::kPlain);
  return 0;
}
