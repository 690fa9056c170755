// IPTC NewsML-G2: news items in XML, one or a message of many.
//
//     <newsMessage><itemSet> <newsItem guid="…">
//       <itemMeta>     provider, versionCreated, firstCreated, pubStatus
//       <contentMeta>  headline, by, creator, language, contentCreated
//       <contentSet>   <inlineXML> XHTML or NITF │ <inlineData> text
//
// Elements are told by their local names. NITF's become those of HTML.

#pragma once

#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"

namespace hearsay::source {

// The items that have a text and are not withdrawn; pictures and packages are passed
// over. kMalformed, without the place, when there is none. Ill-formed XML gives what can
// be had.
Result<std::vector<Document>> parse_newsml(std::string_view bytes,
                                           std::string_view place);

}  // namespace hearsay::source
