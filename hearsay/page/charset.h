// Which characters do the bytes mean? Everything becomes UTF-8, and the map leads back.
//
//     byte order mark  >  declared outside (HTTP)  >  <meta charset>, <?xml encoding>
//                      >  UTF-8 when it is UTF-8   >  Windows-1252
//
// Browsers' reading of the names: latin1 and ascii mean Windows-1252, gb2312 means GB
// 18030.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hearsay/model/article.h"
#include "hearsay/model/offset_map.h"

namespace hearsay::page {

struct Decoded {
  std::string_view as_it_came;   // a part of the document's bytes, when they are UTF-8
  std::string converted;         // else
  std::optional<OffsetMap> map;  // of `converted`, to the document's bytes
  std::size_t mark_bytes = 0;    // of the byte order mark before the text

  std::string_view text() const { return map ? std::string_view(converted) : as_it_came; }
};

// The document's text. Bytes that mean nothing in their charset stay as they are when it
// is UTF-8 (the text stage repairs them), else they become U+FFFD. The result looks into
// document.bytes.
Decoded decode(const Document& document);

}  // namespace hearsay::page
