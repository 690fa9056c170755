// Rows are written one by one, so a reader who has seen enough ends the work.

#include "hearsay/cli/rows.h"

#include "hearsay/cli/csv.h"

namespace hearsay::cli {
namespace {

std::string print_row(const Rows& rows, Format format, std::size_t row) {
  switch (format) {
    case Format::kJson:
      return print(rows.json(row)) + "\n";
    case Format::kCsv:
      return csv_row(rows.fields(row));
    case Format::kPlain:
      return rows.plain(row) + "\n";
    case Format::kHuman:
    case Format::kDiff:
      break;
  }
  return "";
}

}  // namespace

ExitStatus print_rows(Session& session, const Rows& rows) {
  const Format format = session.options().format;
  bool heard = true;
  if (format == Format::kCsv) heard = session.print(csv_row(rows.columns));
  if (rows.count == 0) {
    session.complain("no " + std::string(rows.noun) + " found");
    return kSomethingWrong;
  }
  if (format == Format::kHuman) session.print(rows.human());
  for (std::size_t row = 0; format != Format::kHuman && row < rows.count && heard;
       ++row) {
    heard = session.print(print_row(rows, format, row));
  }
  return kAllWell;
}

}  // namespace hearsay::cli
