// Any bytes as JSON documents: documents with a uri, or one clear error.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hearsay/source/json_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto documents = hearsay::source::parse_json_documents(text, "some.json");
  if (!documents) {
    if (documents.error().message.empty()) std::abort();
    return 0;
  }
  for (const hearsay::Document& document : *documents) {
    if (document.imprint.uri.empty()) std::abort();
  }
  return 0;
}
