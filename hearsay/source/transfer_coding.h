// The codings that let mail carry any bytes in ASCII lines.

#pragma once

#include <string>
#include <string_view>

namespace hearsay::source {

// "=?iso-8859-1?Q?Sal=E9?= today" → "Salé today". Words in charsets other than UTF-8,
// Latin-1 and Windows-1252 stay as they are written.
std::string decode_words(std::string_view text);

// What is no coding stays as it is.
std::string decode_quoted_printable(std::string_view text);
std::string decode_base64(std::string_view text);  // foreign characters are passed over

}  // namespace hearsay::source
