// How far a run has come in each of its files, so that the next one goes on there.
//
//     {"file": "a.warc.gz", "size": 81240, "modified": 1700000000000000000,
//      "at": 40960, "skip": 0, "records": 17}              one JSON object a line,
//     {"file": "b.html", …, "finished": true}              the last one of a file counts
//
// A file that was changed meanwhile is begun anew. Lines are only added; the file may be
// deleted at any time, which costs time and nothing else.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "hearsay/base/byte_stream.h"
#include "hearsay/base/error.h"

namespace hearsay::source {

struct Bookmark {
  std::string file;
  std::size_t size_bytes = 0;
  std::int64_t modified = 0;  // nanoseconds
  bool finished = false;
  StreamPlace place;        // of what comes next
  std::size_t records = 0;  // or lines, before it

  bool operator==(const Bookmark&) const = default;
};

// A bookmark at the beginning of a file, as it is now; size 0 when it cannot be told.
Bookmark bookmark_of(const std::string& file);

using Bookmarks = std::map<std::string, Bookmark>;

// None when there is no such file. kMalformed when it is something else. A line that was
// cut off is passed over.
Result<Bookmarks> load_bookmarks(const std::string& path);

// Adds lines at the end; the file is made when there is none.
Result<void> add_bookmarks(const std::string& path, const std::vector<Bookmark>& fresh);

}  // namespace hearsay::source
