// What kind of file is this? Told by its ending where that is plain, else by its first
// bytes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay::source {

enum class FileKind : std::uint8_t {
  kPlain,      // text
  kHtml,       // one page
  kJsonLines,  // a document a line
  kJson,       // a JSON feed, an array of documents, or one document
  kFeed,       // RSS, RDF or Atom
  kNewsMl,     // NewsML-G2
  kMail,       // .eml
  kTable,      // CSV, with a heading
  kWarc,       // archives of the web
  kArc,
  kTar,
};

// How many bytes a kind is told by.
inline constexpr std::size_t kHeadBytes = 64 << 10;

// REQUIRES: head is the first kHeadBytes of the file or all of it, unpacked, not empty.
// kMalformed when the bytes are no text: the message, without a path, says what they are.
Result<FileKind> kind_of(std::string_view name, std::string_view head);

}  // namespace hearsay::source
