// Rows of comma-separated values as RFC 4180 has them.
//
//     player,to\r\n
//     Sergio Ramos,"Inter Miami ""CF"""\r\n

#pragma once

#include <string>
#include <vector>

namespace hearsay::cli {

// One row with its line end (CR LF). A field with a comma, a quotation mark or a line end
// is quoted; a lone empty field too, so that the row is not an empty line.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace hearsay::cli
