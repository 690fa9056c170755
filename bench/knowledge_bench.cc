// How fast the knowledge base is there, and how fast names are found in text.
//
// With ../shared its tables are imported into a base of 62,000 players (100,000 names);
// else the names of the shipped base are taken. Texts: articles of ../shared, else words
// made up. Beside it runs Vectorscan's search for the same names without regard to case,
// where it is installed: it folds ASCII letters only, knows no words ("Inter" in
// "international") and has to be asked for what it found; it is a bound, not a twin.
//
//     Open            map the file, check it, make the rows; languages apart
//     Find            longest name at each token, over text that was tokenized before
//     TokenizeAndFind all of it: bytes in, names out, with case and accents folded
//     Vectorscan      bytes in, ends of literals out

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#ifdef HEARSAY_VECTORSCAN
#include <hs/hs.h>
#endif

#include "hearsay/base/byte_stream.h"
#include "hearsay/base/json.h"
#include "hearsay/base/token.h"
#include "hearsay/knowledge/compiled_reader.h"
#include "hearsay/knowledge/import.h"
#include "hearsay/knowledge/store.h"

namespace {

using namespace hearsay;

const std::filesystem::path kData = HEARSAY_SOURCE_DIR "/data";
const std::filesystem::path kShared = HEARSAY_SOURCE_DIR "/../shared/data";
constexpr std::size_t kShortestLiteral = 4;  // bytes, of what Vectorscan looks for
constexpr std::size_t kTextBytes = 8UL << 20;

template <class Value>
Value must(Result<Value> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

Records imported() {
  Records records;
  if (!std::filesystem::exists(kShared / "players.csv.gz")) return records;
  const ImportWords words = must(ImportWords::load(kData));
  for (const char* table : {"players.csv.gz", "clubs.csv.gz", "spells.csv.gz"}) {
    must(import_file(kShared / table, ImportRun{words, {}, {}, {}, {}}, records));
  }
  return records;
}

const std::filesystem::path& base_file() {
  static const std::filesystem::path path = [] {
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / "hearsay-bench" / "hearsay.kb";
    const BuiltBase built = must(build_base({kData, file}, imported(), {}));
    if (!replace_file(file, built.bytes)) std::exit(1);
    return file;
  }();
  return path;
}

const KnowledgeBase& knowledge() {
  static const KnowledgeBase base =
      must(CompiledReader(must(MappedFile::open(base_file()))).read());
  return base;
}

// Press articles, as many as are wanted and there are.
std::vector<std::string> press_texts() {
  std::vector<std::string> texts;
  auto stream = ByteStream::open(kShared / "articles/transfer-en.jsonl.gz");
  if (!stream) return texts;
  LineReader lines(std::move(*stream), 16UL << 20);
  std::size_t bytes = 0;
  while (const auto line = lines.next()) {
    if (!*line || bytes > kTextBytes) break;
    const Result<Json> article = parse_json(**line);
    if (!article || article->find("text") == nullptr) continue;
    texts.push_back(*article->find("text")->string());
    bytes += texts.back().size();
  }
  return texts;
}

// A text of names among other words.
std::string made_text(std::size_t number) {
  std::string text;
  for (std::size_t word = 0; word < 300; ++word) {
    text += word % 40 == 0 ? knowledge().players()[(number * 300 + word) % 9000].name
                           : std::string_view("talks");
    text += word % 12 == 0 ? ". " : " ";
  }
  return text;
}

// Articles of some 3 KB.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> texts = press_texts();
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    for (std::size_t i = 0; bytes < kTextBytes; ++i) {
      texts.push_back(made_text(i));
      bytes += texts.back().size();
    }
    return texts;
  }();
  return all;
}

std::size_t count_names(std::span<const Token> tokens) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    const NameIndex::Hit hit = knowledge().names().longest(tokens, at);
    found += hit.tokens > 0 ? 1 : 0;
    at += std::max<std::size_t>(hit.tokens, 1);
  }
  return found;
}

void report(benchmark::State& state, std::size_t found) {
  std::size_t bytes = 0;
  for (const std::string& text : texts()) bytes += text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.counters["found"] = static_cast<double>(found);
  state.counters["names"] = static_cast<double>(knowledge().names().size());
}

void bm_open(benchmark::State& state) {
  const std::filesystem::path& file = base_file();
  for ([[maybe_unused]] const auto _ : state) {
    auto base = CompiledReader(must(MappedFile::open(file))).read();
    benchmark::DoNotOptimize(base);
  }
  state.counters["players"] = static_cast<double>(knowledge().players().size());
  state.counters["MB"] =
      static_cast<double>(std::filesystem::file_size(base_file())) / 1e6;
}
BENCHMARK(bm_open)->Unit(benchmark::kMillisecond);

void bm_build(benchmark::State& state) {
  for ([[maybe_unused]] const auto _ : state) {
    benchmark::DoNotOptimize(must(build_base({kData, base_file()}, imported(), {})));
  }
}
BENCHMARK(bm_build)->Unit(benchmark::kSecond)->Iterations(1);

void bm_find(benchmark::State& state) {
  std::vector<std::vector<Token>> tokens;
  for (const std::string& text : texts()) tokens.push_back(tokenize(text));
  std::size_t found = 0;
  for ([[maybe_unused]] const auto _ : state) {
    found = 0;
    for (const std::vector<Token>& each : tokens) found += count_names(each);
  }
  report(state, found);
}
BENCHMARK(bm_find)->Unit(benchmark::kMillisecond);

void bm_tokenize_and_find(benchmark::State& state) {
  std::size_t found = 0;
  for ([[maybe_unused]] const auto _ : state) {
    found = 0;
    for (const std::string& text : texts()) found += count_names(tokenize(text));
  }
  report(state, found);
}
BENCHMARK(bm_tokenize_and_find)->Unit(benchmark::kMillisecond);

#ifdef HEARSAY_VECTORSCAN
hs_database_t* compiled_literals() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < knowledge().listed_name_count(); ++i) {
    const std::string_view name = knowledge().listed_name(i).text;
    if (name.size() >= kShortestLiteral) names.emplace_back(name);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<const char*> expressions;
  std::vector<std::size_t> sizes;
  std::vector<unsigned>
      ids;  // of its own for each: of one id, its compiler takes gigabytes
  for (const std::string& name : names) {
    ids.push_back(static_cast<unsigned>(ids.size()));
    expressions.push_back(name.c_str());
    sizes.push_back(name.size());
  }
  const std::vector<unsigned> flags(names.size(), HS_FLAG_CASELESS);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const auto count = static_cast<unsigned>(names.size());
  if (hs_compile_lit_multi(expressions.data(), flags.data(), ids.data(), sizes.data(),
                           count, HS_MODE_BLOCK, nullptr, &database,
                           &error) != HS_SUCCESS) {
    std::fprintf(stderr, "Vectorscan: %s\n", error->message);
    std::exit(1);
  }
  return database;
}

int on_match(unsigned, unsigned long long, unsigned long long, unsigned, void* count) {
  ++*static_cast<std::size_t*>(count);
  return 0;
}

void bm_vectorscan(benchmark::State& state) {
  hs_database_t* const database = compiled_literals();
  hs_scratch_t* scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) std::exit(1);
  std::size_t found = 0;
  for ([[maybe_unused]] const auto _ : state) {
    found = 0;
    for (const std::string& text : texts()) {
      hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch,
              on_match, &found);
    }
  }
  report(state, found);
  hs_free_scratch(scratch);
  hs_free_database(database);
}
BENCHMARK(bm_vectorscan)->Unit(benchmark::kMillisecond);
#endif

}  // namespace
