// A document as a JSON object, and JSON Feed.
//
//     {"uri": …, "title": …, "outlet": …, "published_on": "2023-03-01", "language": "en",
//      "text": "…"}                                   all but text may be missing or null

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/json.h"
#include "hearsay/model/article.h"

namespace hearsay::source {

// The document of one object; `place` ("file:line") is its uri when it names none.
// kMalformed, without the place, when there is no text or a field has the wrong type.
Result<Document> parse_document(const Json& object, std::string_view place);

// The documents of one JSON text: of a JSON Feed, of an array of objects, or of one
// object.
Result<std::vector<Document>> parse_json_documents(std::string_view text,
                                                   std::string_view place);

}  // namespace hearsay::source
