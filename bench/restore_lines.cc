// Restores texts by the line, for measuring: `{"text": …}` in, `{"text": …, "repairs": n,
// "obfuscated": b}` out, one JSON object a line. tools/attack drives it.
//
// usage: restore_lines DATA [SECONDS] < IN > OUT
//
// With SECONDS it then restores the same texts over and over for so long, on one core,
// and says on standard error how much that was: {"bytes": …, "seconds": …}.

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/json.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/text/clean.h"

namespace {

using hearsay::Json;
using hearsay::text::Cleaner;

struct Line {
  std::string text;
  std::string language;  // empty when it is not told
};

std::vector<Line> read_lines(std::istream& in) {
  std::vector<Line> lines;
  for (std::string line; std::getline(in, line);) {
    const auto row = hearsay::parse_json(line);
    const Json* text = row ? row->find("text") : nullptr;
    if (text == nullptr || text->string() == nullptr) continue;
    const Json* language = row->find("language");
    const bool told = language != nullptr && language->string() != nullptr;
    lines.push_back({*text->string(), told ? *language->string() : ""});
  }
  return lines;
}

void print_restored(const Cleaner& cleaner, const Line& line) {
  const hearsay::text::Cleaned cleaned = cleaner.restore(line.text, line.language);
  Json out = Json::object();
  out.set("text", cleaned.bytes);
  out.set("repairs", cleaned.repairs.size());
  out.set("obfuscated", cleaned.obfuscated);
  std::cout << hearsay::print(out) << '\n';
}

void print_speed(const Cleaner& cleaner, const std::vector<Line>& lines, double seconds) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begun = Clock::now();
  std::chrono::duration<double> taken{};
  std::size_t bytes = 0;
  std::size_t kept = 0;  // so that no work is left out
  while (taken.count() < seconds && !lines.empty()) {
    for (const Line& line : lines) {
      kept += cleaner.restore(line.text, line.language).bytes.size();
      bytes += line.text.size();
    }
    taken = Clock::now() - begun;
  }
  Json out = Json::object();
  out.set("bytes", bytes);
  out.set("seconds", taken.count());
  out.set("kept", kept);
  std::cerr << hearsay::print(out) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path data = argc > 1 ? argv[1] : "data";
  const auto knowledge = hearsay::KnowledgeBase::load(data);
  if (!knowledge) {
    std::cerr << knowledge.error().message << '\n';
    return 1;
  }
  const auto cleaner = Cleaner::load(data, *knowledge);
  if (!cleaner) {
    std::cerr << cleaner.error().message << '\n';
    return 1;
  }
  std::ios::sync_with_stdio(false);
  const std::vector<Line> lines = read_lines(std::cin);
  for (const Line& line : lines) print_restored(*cleaner, line);
  std::cout.flush();
  const double seconds = argc > 2 ? std::strtod(argv[2], nullptr) : 0;
  if (seconds > 0) print_speed(*cleaner, lines, seconds);
}
