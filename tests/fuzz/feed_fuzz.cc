// Any bytes as a feed: items or one clear error, and every item can become a document.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hearsay/source/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto feed = hearsay::source::parse_feed(text);
  if (!feed) {
    if (feed.error().message.empty()) std::abort();
    return 0;
  }
  const std::size_t items = feed->items.size();
  if (hearsay::source::documents_of(*feed, "feed.xml").size() > items) std::abort();
  return 0;
}
