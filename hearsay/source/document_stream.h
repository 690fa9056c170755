// Where bytes come from: files, folders and line files, one document after the other.
//
// A folder is walked in the order of its names; `-` is standard input. A file is told by
// its content and its ending:
//
//     .jsonl .ndjson     one document a line: uri, title, outlet, published_on, language,
//                        text; or a ninjs item
//     .csv .tsv          one document a row
//     WARC, ARC          the pages, feeds and news items of an archive
//     tar                whatever its files are
//     HTML, feeds, NewsML-G2, .eml, .json, plain text: read whole
//
// All of it may be packed with gzip or zstd. Only one document, or one record or row with
// its documents, is in memory at a time, however large the inputs are.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"
#include "hearsay/source/bookmarks.h"
#include "hearsay/source/field_map.h"

namespace hearsay::source {

struct Limits {
  std::size_t document_bytes = 64UL
                               << 20;   // of one document; larger ones are an error each
  std::size_t line_bytes = 64UL << 20;  // of one JSON line
};

enum class Contents : std::uint8_t {
  kByKind,  // pages, feeds and plain text are told apart
  kText,    // whatever is no line file is plain text, markup and all
};

class DocumentStream {
 public:
  explicit DocumentStream(const std::vector<std::string>& inputs, Limits limits = {},
                          Contents contents = Contents::kByKind,
                          const FieldMap& fields = {});
  DocumentStream(DocumentStream&&) noexcept;
  DocumentStream& operator=(DocumentStream&&) noexcept;
  DocumentStream(const DocumentStream&) = delete;
  DocumentStream& operator=(const DocumentStream&) = delete;
  ~DocumentStream();

  // The next document, or what kept it from being read; the stream goes on behind an
  // error. Nothing at the end. The Error's message names file, place (a line) and remedy.
  std::optional<Result<Document>> next();

  // Goes on where a former run was. REQUIRES: nothing was asked for yet.
  void resume(Bookmarks bookmarks);

  // What became true with the last next(): how far the open file was read with the
  // document that it gave, and which files were finished before it.
  std::vector<Bookmark> take_bookmarks();

  // For progress: what of the inputs has been read, and what there is in all, as far as
  // their sizes are known; 0 for a total that cannot be known (standard input).
  std::size_t read_bytes() const;
  std::size_t total_bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay::source
