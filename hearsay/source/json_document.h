// A document as a JSON object, and JSON Feed.
//
//     {"uri": …, "title": …, "outlet": …, "published_on": "2023-03-01", "language": "en",
//      "text": "…"}                                   all but text may be missing or null

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/json.h"
#include "hearsay/model/article.h"
#include "hearsay/source/field_map.h"

namespace hearsay::source {

// What a row or an object says of a document, by Field; nothing for what it leaves out.
using DocumentFields = std::array<std::optional<std::string>, kFields>;

// The document that these make; `place` is its uri when they have none. kMalformed,
// without the place, when the day is none. REQUIRES: there is a text.
Result<Document> document_with(DocumentFields fields, std::string_view place);

// The document of one object, or of an IPTC ninjs item; `place` ("file:line") is its uri
// when it names none.
// kMalformed, without the place, when there is no text or a field has the wrong type.
Result<Document> parse_document(const Json& object, std::string_view place,
                                const FieldMap& fields = {});

// The documents of one JSON text: of a JSON Feed, of an array of objects, or of one
// object.
Result<std::vector<Document>> parse_json_documents(std::string_view text,
                                                   std::string_view place,
                                                   const FieldMap& fields = {});

}  // namespace hearsay::source
