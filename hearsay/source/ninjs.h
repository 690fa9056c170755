// IPTC ninjs: a news item as a JSON object, versions 1.x, 2.x and 3.x.
//
//     1.x  "headline"  "body_html" "body_text"    "byline"   "versioncreated"
//     2.x  "headlines": [{"value": …}]  "bodies": [{"contenttype": "text/html", …}]  "by"
//     3.x  the same with names like "versionCreated"

#pragma once

#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/base/json.h"
#include "hearsay/model/article.h"

namespace hearsay::source {

bool is_ninjs(const Json& json);

// kMalformed, without the place: no text in it (a picture, a video), or withdrawn.
Result<Document> parse_ninjs(const Json& json, std::string_view place);

}  // namespace hearsay::source
