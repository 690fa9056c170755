// Any bytes: the restored text is UTF-8, restoring it again changes nothing, and the map
// covers both sides.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "hearsay/base/utf8.h"
#include "hearsay/text/clean.h"

namespace {

const hearsay::text::Cleaner& cleaner() {
  static const hearsay::text::Cleaner instance = [] {
    auto loaded = hearsay::text::Cleaner::load(HEARSAY_SOURCE_DIR "/data",
                                               std::vector<std::string_view>{});
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return instance;
}

void require(bool law) {
  if (!law) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT
  const hearsay::text::Cleaned once = cleaner().restore(bytes);
  require(hearsay::is_utf8(once.bytes));
  require(once.map.origin_size() == size && once.map.made_size() == once.bytes.size());
  require(cleaner().restore(once.bytes).bytes == once.bytes);
  return 0;
}
