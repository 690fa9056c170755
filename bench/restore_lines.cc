// Restores texts by the line, for measuring: `{"text": …}` in, `{"text": …, "repairs": n,
// "obfuscated": b, "language": …}` out, one JSON object a line. tools/attack drives it.
//
// usage: restore_lines DATA < IN > OUT

#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include "hearsay/base/json.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/text/clean.h"

namespace {

using hearsay::Json;

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
  const std::filesystem::path data = argc > 1 ? argv[1] : "data";
  const auto knowledge = hearsay::KnowledgeBase::load(data);
  if (!knowledge) {
    std::cerr << knowledge.error().message << '\n';
    return 1;
  }
  const auto cleaner = hearsay::text::Cleaner::load(data, *knowledge);
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
