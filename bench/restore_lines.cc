// Restores texts by the line, for measuring: `{"text": …}` in, `{"text": …, "repairs": n,
// "obfuscated": b, "language": …}` out, one JSON object a line. tools/attack drives it.
//
// usage: restore_lines DATA [NAMES.txt] < IN > OUT

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "hearsay/base/json.h"
#include "hearsay/text/clean.h"

namespace {

using hearsay::Json;

std::vector<std::string> read_lines(const char* path) {
  std::vector<std::string> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Json restored(const hearsay::text::Cleaner& cleaner, const Json& row) {
  const Json* text = row.find("text");
  const Json* language = row.find("language");
  const bool told = language != nullptr && language->string() != nullptr;
  const hearsay::text::Cleaned cleaned =
      cleaner.restore(text->string() == nullptr ? "" : *text->string(),
                      told ? std::string_view(*language->string()) : std::string_view());
  Json out = Json::object();
  out.set("text", cleaned.bytes);
  out.set("repairs", cleaned.repairs.size());
  out.set("obfuscated", cleaned.obfuscated);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> names =
      argc > 2 ? read_lines(argv[2]) : std::vector<std::string>();
  const std::vector<std::string_view> views(names.begin(), names.end());
  const auto cleaner = hearsay::text::Cleaner::load(argc > 1 ? argv[1] : "data", views);
  if (!cleaner) {
    std::cerr << cleaner.error().message << '\n';
    return 1;
  }
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const auto row = hearsay::parse_json(line);
    if (row && row->find("text") != nullptr) {
      std::cout << hearsay::print(restored(*cleaner, *row)) << '\n';
    }
  }
}
