// An answer of an HTTP server, as an archive has kept it: status, headers, body.
//
//     HTTP/1.1 200 OK
//     Content-Type: text/html; charset=utf-8
//     Transfer-Encoding: chunked        ← taken off first
//     Content-Encoding: gzip            ← then this one
//
//     5\r\nHello\r\n0\r\n\r\n

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::source {

struct HttpAnswer {
  enum class Fault : std::uint8_t {
    kNone,
    kBroken,    // no headers, or packed bytes that cannot be unpacked at all
    kCoding,    // a content coding that is not read (br)
    kTooLarge,  // unpacked
  };
  Fault fault = Fault::kNone;
  int status = 0;
  std::string media_type;  // in small letters; may be empty
  std::string charset;
  std::string body;  // without codings
};

// Bodies are unpacked up to `limit_bytes`, and only where the status is 2xx and
// `wanted(media type)`: others come without one. A body that lacks the coding it is said
// to have is taken as it is; one that is cut off, as far as it goes.
HttpAnswer parse_http_answer(std::string_view block, std::size_t limit_bytes,
                             bool (*wanted)(std::string_view media_type));

// The body of a chunked one; what is no chunk ends it, and a body without a first chunk
// is taken as it is.
std::string join_chunks(std::string_view body);

}  // namespace hearsay::source
