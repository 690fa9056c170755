// What stands before the bytes of a page in an archive of the web.
//
//     WARC/1.0                                          http://a.example/ 1.2.3.4
//     WARC-Type: response                               20230301093000 text/html 5120
//     WARC-Target-URI: http://a.example/                └ ARC: one line
//     WARC-Date: 2023-03-01T09:30:00Z
//     Content-Length: 5120       └ WARC: until an empty line

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/base/date.h"

namespace hearsay::source {

enum class RecordKind : std::uint8_t {
  kResponse,  // what a server answered, with its headers
  kResource,  // the page itself
  kOther,     // requests, metadata, revisits
};

struct RecordHead {
  RecordKind kind = RecordKind::kOther;
  std::string uri;
  std::optional<Moment> fetched;
  std::string content_type;  // of the block
  std::size_t block_bytes = 0;
};

// Nothing when it is no such head: no version, no length.
std::optional<RecordHead> parse_warc_head(std::string_view head);

// `line` without its end. Nothing when it has no address, day and length.
std::optional<RecordHead> parse_arc_head(std::string_view line);

}  // namespace hearsay::source
