// The articles of an archive of the web: WARC 1.0 and 1.1, ARC 1.0.
//
//     record │ record │ record …
//       └ head, block     response: 2xx, a page, a feed or a news item → documents
//                         request, metadata, pictures, scripts …       → passed
//                         broken, cut off                              → counted
//
// One record is in memory at a time. A broken one costs itself: reading goes on at the
// next head, in a packed archive at the next member. What had to be left out is told
// once, at the end of the archive.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"
#include "hearsay/source/archive_head.h"
#include "hearsay/source/byte_window.h"

namespace hearsay::source {

class ArchiveReader {
 public:
  enum class Form : std::uint8_t { kWarc, kArc };

  // `first_record`: how many came before, for a reader that begins at a place.
  ArchiveReader(ByteWindow window, Form form, std::size_t document_bytes,
                std::size_t first_record = 0);

  // The documents of the next record that has some; at last, once, what had to be left
  // out, in an Error without the archive's name; then nothing.
  std::optional<Result<std::vector<Document>>> next();

  std::size_t records() const { return records_; }  // passed so far
  std::optional<StreamPlace> place() { return window_.place(); }
  std::size_t consumed_bytes() const { return window_.consumed_bytes(); }

 private:
  struct Losses {
    std::size_t broken = 0;
    std::size_t first_record = 0;  // broken
    std::size_t first_offset = 0;
    std::size_t coded = 0;
    std::size_t too_large = 0;
  };

  std::optional<RecordHead> head_ahead(std::size_t& bytes);
  std::optional<RecordHead> take_head();
  bool find_head();
  std::vector<Document> take_block(const RecordHead& head);
  std::vector<Document> read_block(const RecordHead& head, std::string_view block);
  void count_broken();
  std::optional<Error> losses();

  ByteWindow window_;
  Form form_;
  std::size_t document_bytes_;
  std::size_t records_;
  std::size_t good_ = 0;
  std::size_t record_offset_ = 0;  // of the head that was taken last
  bool lost_ = false;              // between records, after a broken one
  bool ended_ = false;
  Losses lost_counts_;
};

}  // namespace hearsay::source
