// A table of articles: CSV (RFC 4180), with commas, semicolons, tabs or bars.
//
//     url,date,body                              ← the first row names the columns
//     https://a.example/1,2023-03-01,"Inter Miami have offered terms.
//     The defender has not replied."             ← a cell may have lines
//
// One row is in memory at a time.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/model/article.h"
#include "hearsay/source/byte_window.h"
#include "hearsay/source/field_map.h"

namespace hearsay::source {

struct Columns {
  char separator = ',';
  std::size_t heading_bytes = 0;
  std::size_t heading_lines = 0;
  std::array<std::optional<std::size_t>, kFields> places;
};

// The columns that the heading names. kMalformed, without the place, when none has the
// text: the message lists what there is. REQUIRES: head begins the file.
Result<Columns> find_columns(std::string_view head, const FieldMap& fields);

class TableReader {
 public:
  // `window` begins at a row; `line` is the one before it. `name` is the file's.
  TableReader(ByteWindow window, Columns columns, std::string name,
              std::size_t limit_bytes);

  // The document of the next row; its uri is "name:line" when the row has none. Messages
  // name file and line.
  std::optional<Result<Document>> next();

  std::size_t line() const { return line_; }
  void count_from(std::size_t line) { line_ = line; }
  std::optional<StreamPlace> place() { return window_.place(); }
  std::size_t consumed_bytes() const { return window_.consumed_bytes(); }

 private:
  Result<Document> document_of(const std::vector<std::string>& cells,
                               const std::string& place) const;

  ByteWindow window_;
  Columns columns_;
  std::string name_;
  std::size_t limit_bytes_;
  std::size_t line_ = 0;
  bool ended_ = false;
};

}  // namespace hearsay::source
