// Quoting is needed for four characters; everything else stands as it is, in UTF-8.

#include "hearsay/cli/csv.h"

#include <string_view>

namespace hearsay::cli {
namespace {

std::string quoted(std::string_view field) {
  std::string out = "\"";
  for (const char letter : field) {
    if (letter == '"') out += '"';
    out += letter;
  }
  return out += '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) out += ',';
    const bool alone = fields.size() == 1 && field.empty();
    const bool special = field.find_first_of("\",\r\n") != std::string::npos;
    out += special || alone ? quoted(field) : field;
  }
  return out += "\r\n";
}

}  // namespace hearsay::cli
