// What the tests of this module share: one cleaner with a few names.

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/clean.h"

namespace hearsay::text {

inline const Cleaner& test_cleaner() {
  static const Cleaner instance = [] {
    const std::vector<std::string_view> names = {
        "Sergio Ramos", "Lionel Messi",  "Scott McTominay",  "İlkay Gündoğan",
        "Jordi Alba",   "Kylian Mbappé", "Łukasz Fabiański", "Inter Miami"};
    Result<Cleaner> loaded = Cleaner::load(HEARSAY_SOURCE_DIR "/data", names);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return instance;
}

inline std::string restored(std::string_view bytes) {
  return test_cleaner().restore(bytes).bytes;
}

inline Text cleaned(std::string_view bytes) {
  Article article;
  article.bytes = bytes;
  article.map = OffsetMap::identity(bytes.size());
  article.blocks.push_back({{0, bytes.size()}, BlockKind::kParagraph, {}});
  return test_cleaner().clean(article);
}

}  // namespace hearsay::text
