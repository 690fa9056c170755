// Reads marked articles and prints what may be learnt from them, a JSON object a line:
//
//     pair_dump DATA FILE.jsonl…   {"document": …, "claims": […], "pairs": [{"player": …,
//                                   "to": …, "signs": ["same.other.lead=to", …]}, …]}
//
// tools/train-claims compares them with the marked rows.

#include <iostream>

#include "hearsay/base/json.h"
#include "hearsay/claim/extract.h"
#include "hearsay/pipeline/print_json.h"
#include "hearsay/pipeline/reader.h"
#include "hearsay/source/document_stream.h"

namespace {

using hearsay::Json;

Json json_of(const hearsay::claim::Pair& pair) {
  Json out = Json::object();
  out.set("player", pair.player.name);
  out.set("to", pair.to.name);
  out.set("move", to_string(pair.move));
  Json signs = Json::array();
  for (const std::string& name : pair.names) signs.push(name);
  out.set("signs", std::move(signs));
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: pair_dump DATA FILE.jsonl…\n";
    return 2;
  }
  const auto reader = hearsay::pipeline::Reader::load(argv[1]);
  if (!reader) {
    std::cerr << reader.error().message << '\n';
    return 1;
  }
  hearsay::source::DocumentStream stream({argv + 2, argv + argc});
  while (auto document = stream.next()) {
    if (!*document) continue;
    const auto reading = reader->read(**document);
    if (!reading) continue;
    auto line = hearsay::parse_json(hearsay::pipeline::print_json(*reading));
    if (!line) continue;
    Json pairs = Json::array();
    for (const hearsay::claim::Pair& pair : hearsay::claim::named_pairs(
             reading->text, reading->imprint, reading->mentions, reader->knowledge())) {
      pairs.push(json_of(pair));
    }
    line->set("pairs", std::move(pairs));
    std::cout << hearsay::print(*line) << '\n';
  }
}
