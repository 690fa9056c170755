// What is read whole, because it is one piece: a page, a feed, a mail, a news item.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"
#include "hearsay/source/field_map.h"
#include "hearsay/source/file_kind.h"

namespace hearsay::source {

// The documents in `bytes`; `name` is the uri of what has none. Messages are without it.
// REQUIRES: kind is none of those that are read bit by bit (lines, tables, archives).
Result<std::vector<Document>> documents_in(std::string bytes, std::string_view name,
                                           FileKind kind, const FieldMap& fields);

// Whether a JSON text is a feed or a news item, by its first bytes.
bool is_news_json(std::string_view bytes);

}  // namespace hearsay::source
