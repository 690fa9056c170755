// A mail (.eml): headers, and of its parts the one that has the text.
//
//     Subject: =?utf-8?Q?Ramos_offered?=           → title
//     From: "The Desk" <desk@a.example>            → author
//     Date: Wed, 1 Mar 2023 09:30:00 +0000         → published
//     Message-ID: <1@a.example>                    → uri mid:1@a.example
//     Content-Type: multipart/alternative; boundary="x"
//       ├ text/plain; quoted-printable             ← this one, when it is no mere stub
//       └ text/html; base64                        ← else this one

#pragma once

#include <string>
#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"

namespace hearsay::source {

// kMalformed, without the place, when there is no text in it. Parts are looked for eight
// levels deep. The document's bytes are those of the part, without its transfer coding.
Result<Document> parse_mail(std::string_view bytes, std::string_view place);

}  // namespace hearsay::source
