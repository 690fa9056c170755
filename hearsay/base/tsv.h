// Our data files: tab-separated columns, one row a line, UTF-8.
//
//     # a comment; empty lines are skipped too
//     name<TAB>city<TAB>aliases            ← the first row names the columns
//     Inter Miami<TAB>Miami<TAB>Inter Miami CF|Las Garzas
//
// A cell may hold a list, joined by '|'. There is no quoting: a tab never stands in a
// cell.

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay {

class Tsv {
 public:
  struct Row {
    std::vector<std::string_view> cells;  // as many as there are columns
    std::size_t line = 0;                 // counted from 1
  };

  // Reads `path` and finds `columns` in its heading, in any order; columns of the file
  // that are not asked for are ignored. kMalformed names file, line, the row and the
  // place in it when a column is missing, a row has too many or too few cells, or the
  // bytes are not UTF-8. Files over 256 MiB are kTooLarge.
  static Result<Tsv> load(const std::filesystem::path& path,
                          const std::vector<std::string>& columns);

  // The same from memory; `name` stands for the path in messages.
  static Result<Tsv> parse(std::string bytes, std::string name,
                           const std::vector<std::string>& columns);

  // Cells stand in the order of `columns`. Views live as long as this object.
  const std::vector<Row>& rows() const { return rows_; }

  // An Error that points at a cell: "clubs.tsv:12: <what>", the line, and a caret.
  Error error_at(const Row& row, std::size_t column, std::string_view what) const;

  Tsv(Tsv&&) noexcept = default;
  Tsv& operator=(Tsv&&) noexcept = default;
  Tsv(const Tsv&) = delete;  // rows look into bytes_
  Tsv& operator=(const Tsv&) = delete;
  ~Tsv() = default;

 private:
  Tsv() = default;
  Error error_in_line(std::size_t line, std::string_view text, std::size_t at,
                      std::string_view what) const;
  Result<void> read_heading(std::string_view line, std::size_t number,
                            const std::vector<std::string>& columns);
  Result<void> read_row(std::string_view line, std::size_t number);

  std::string name_;
  std::vector<char> bytes_;          // a vector's bytes stay in place when it is moved
  std::vector<std::size_t> places_;  // of each asked column in the file
  std::size_t width_ = 0;            // columns in the file
  std::vector<Row> rows_;
};

// "a|b|c" → a, b, c; nothing from an empty cell.
std::vector<std::string_view> split_list(std::string_view cell, char separator = '|');

// The text without ASCII white space at either end.
std::string_view trim(std::string_view text);

}  // namespace hearsay
