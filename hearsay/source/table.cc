#include "hearsay/source/table.h"

#include <algorithm>
#include <utility>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/source/header_lines.h"
#include "hearsay/source/json_document.h"

namespace hearsay::source {
namespace {

// Where the row that begins `text` ends, past its line end; npos when it does not end in
// it. A quote counts only at the start of a cell.
std::size_t row_end(std::string_view text, char separator) {
  bool quoted = false;
  bool cell_begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') continue;
      if (at + 1 < text.size() && text[at + 1] == '"') {
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell_begins) {
      quoted = true;
    } else if (c == '\n') {
      return at + 1;
    }
    cell_begins = !quoted && c == separator;
  }
  return std::string_view::npos;
}

std::string_view without_line_end(std::string_view row) {
  if (row.ends_with('\n')) row.remove_suffix(1);
  if (row.ends_with('\r')) row.remove_suffix(1);
  return row;
}

// The cell that begins at row[at]; `at` goes past its separator.
std::string take_cell(std::string_view row, char separator, std::size_t& at) {
  std::string cell;
  if (at < row.size() && row[at] == '"') {
    for (++at; at < row.size(); ++at) {
      if (row[at] != '"') {
        cell += row[at];
      } else if (at + 1 < row.size() && row[at + 1] == '"') {
        cell += row[at++];
      } else {
        ++at;
        break;
      }
    }
  }
  const std::size_t end = std::min(row.find(separator, at), row.size());
  cell += row.substr(at, end - at);
  at = end + 1;
  return cell;
}

std::vector<std::string> cells_of(std::string_view row, char separator) {
  constexpr std::size_t kMostCells = 10'000;
  std::vector<std::string> cells;
  row = without_line_end(row);
  for (std::size_t at = 0; at <= row.size() && cells.size() < kMostCells;) {
    cells.push_back(take_cell(row, separator, at));
  }
  return cells;
}

char separator_of(std::string_view heading) {
  constexpr std::string_view kSeparators = ",;\t|";
  return *std::ranges::max_element(
      kSeparators, {}, [&](char c) { return std::ranges::count(heading, c); });
}

std::optional<std::size_t> find_column(const std::vector<std::string>& names,
                                       std::string_view wanted) {
  const std::string small = small_letters(wanted);
  const auto found = std::ranges::find_if(
      names, [&](const std::string& name) { return small_letters(trim(name)) == small; });
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kLongest = 120;
  std::string out;
  for (const std::string& name : names) out.append(out.empty() ? "" : ", ").append(name);
  if (out.size() > kLongest) out = out.substr(0, floor_boundary(out, kLongest)) + "…";
  std::ranges::replace(out, '\n', ' ');
  return out;
}

}  // namespace

Result<Columns> find_columns(std::string_view head, const FieldMap& fields) {
  const std::string_view mark = "\xEF\xBB\xBF";
  const std::size_t begin = head.starts_with(mark) ? mark.size() : 0;
  Columns columns;
  columns.separator = separator_of(head.substr(begin, head.find('\n', begin) - begin));
  const std::string_view rest = head.substr(begin);
  const std::size_t end = std::min(row_end(rest, columns.separator), rest.size());
  const std::string_view heading = rest.substr(0, end);
  columns.heading_bytes = begin + end;
  columns.heading_lines = std::max<std::size_t>(
      1, static_cast<std::size_t>(std::ranges::count(heading, '\n')));
  const auto names = cells_of(heading, columns.separator);
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto field = static_cast<Field>(i);
    auto& place = columns.places[i];
    if (const std::string_view given = fields.given(field); !given.empty()) {
      place = find_column(names, given);
      if (place) continue;
      return fail(ErrorCode::kMalformed, "has no column \"" + std::string(given) +
                                             "\"; it has: " + listed(names));
    }
    for (const std::string_view usual : usual_names(field)) {
      if (!place) place = find_column(names, usual);
    }
  }
  if (!columns.places[static_cast<std::size_t>(Field::kText)]) {
    return fail(ErrorCode::kMalformed,
                "has no column for the text; name it with --map text=COLUMN (it has: " +
                    listed(names) + ")");
  }
  return columns;
}

TableReader::TableReader(ByteWindow window, Columns columns, std::string name,
                         std::size_t limit_bytes)
    : window_(std::move(window)),
      columns_(columns),
      name_(std::move(name)),
      limit_bytes_(limit_bytes) {}

std::optional<Result<Document>> TableReader::next() {
  for (std::size_t wanted = 64 << 10; !ended_; wanted *= 2) {
    const std::string_view text = window_.ahead(wanted);
    const bool last = text.size() < wanted;
    std::size_t end = row_end(text, columns_.separator);
    const std::string place = name_ + ":" + std::to_string(line_ + 1);
    if (end == std::string_view::npos) {
      if (text.size() > limit_bytes_) {
        ended_ = true;
        return fail(ErrorCode::kTooLarge,
                    place + ": the row has more than " + std::to_string(limit_bytes_) +
                        " bytes, the limit for one row; is a quote never closed?");
      }
      if (!last) continue;
      ended_ = true;
      if (const std::optional<Error>& error = window_.error())
        return std::unexpected(*error);
      end = text.size();
    }
    const std::string_view row = text.substr(0, end);
    line_ += static_cast<std::size_t>(std::ranges::count(row, '\n'));
    const bool blank = trim(row).empty();
    std::vector<std::string> cells;
    if (!blank) cells = cells_of(row, columns_.separator);
    window_.pass(end);
    wanted = 32 << 10;
    if (!blank) return document_of(cells, place);
  }
  return std::nullopt;
}

Result<Document> TableReader::document_of(const std::vector<std::string>& cells,
                                          const std::string& place) const {
  DocumentFields values;
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto column = columns_.places[i];
    if (!column || *column >= cells.size()) continue;
    const std::string_view value = trim(cells[*column]);
    if (!value.empty()) values[i] = std::string(value);
  }
  if (!values[static_cast<std::size_t>(Field::kText)]) {
    return fail(ErrorCode::kMalformed, place + ": the row has no text; leave it out");
  }
  auto document = document_with(std::move(values), place);
  if (!document)
    return fail(document.error().code, place + ": " + document.error().message);
  if (!is_utf8(document->bytes)) document->charset.reset();  // the reader finds out
  return document;
}

}  // namespace hearsay::source
