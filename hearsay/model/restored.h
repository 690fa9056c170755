// A document whose letters are right again, and nothing else known of it.
//
//     document  Rа&#8203;mos to Mіami     bytes     Ramos to Miami
//                ^^^^^^^^^      ^         repairs    ^          ^
//                                                   look-alike, entity …
//
// What `hearsay restore` prints and lists.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/span.h"
#include "hearsay/model/article.h"
#include "hearsay/model/offset_map.h"
#include "hearsay/model/text.h"

namespace hearsay {

// "look_alike", "split", "invisible", "encoding", "entity", "form".
std::string_view to_string(RepairKind kind);

struct Restored {
  Document document;  // as it came
  std::string bytes;  // UTF-8, NFC
  OffsetMap map;      // from `bytes` to document.bytes
  std::vector<Repair> repairs;
  std::optional<std::string> encoding;  // of document.bytes: "utf-8"; nothing if unknown
  std::optional<std::string> language;  // BCP 47; nothing if unknown
  double repaired_share = 0;            // of words with a look-alike repaired, 0…1
  bool obfuscated = false;              // so many that somebody meant to hide the text

  // The bytes of the document that a repair replaced. They are its `from`, unless another
  // repair was made before it at the same place. REQUIRES: it is one of `repairs`.
  RawSpan raw(const Repair& repair) const;
};

}  // namespace hearsay
