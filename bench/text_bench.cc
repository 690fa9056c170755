// How fast a text is restored: clean, and disguised in look-alikes through and through.
//
// The texts are made here, of news-like words, so that the figures need no corpus.

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "hearsay/text/clean.h"

namespace {

using hearsay::text::Cleaner;

const Cleaner& cleaner() {
  static const Cleaner instance = [] {
    auto loaded =
        Cleaner::load(HEARSAY_SOURCE_DIR "/data", std::vector<std::string_view>{});
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return instance;
}

constexpr std::string_view kWords =
    "the club have made an improved offer of around £36m for Wesley Fofana and it has "
    "been "
    "accepted by French side Saint-Etienne while the manager said that he ‘would like’ "
    "to sign "
    "another defender before window closes on Monday evening because several players "
    "were "
    "injured during pre-season training in Spain. Liverpool are also interested but they "
    "must "
    "sell first, according to reports from L’Équipe which claim personal terms will not "
    "be a "
    "problem with two clubs still negotiating add-ons over coming days.\n\n";

// An article of so many bytes: the words in another order each time.
std::string article(std::size_t bytes, unsigned seed) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < kWords.size();) {
    const std::size_t end = std::min(kWords.find(' ', at), kWords.size());
    words.push_back(kWords.substr(at, end - at));
    at = end + 1;
  }
  std::mt19937 chance(seed);
  std::string text;
  while (text.size() < bytes) {
    text += words[chance() % words.size()];
    text += ' ';
  }
  return text;
}

std::string disguised(std::string_view text) {
  static const std::vector<std::string_view> looks = {
      "а", "Ƅ", "с", "ԁ", "е", "f", "ɡ", "Һ", "ι", "ј", "к", "Ɩ", "м",
      "n", "о", "ρ", "q", "ɾ", "ѕ", "т", "ᴜ", "ʋ", "w", "х", "у", "z"};
  std::string made;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z')
      made += looks[static_cast<std::size_t>(c - 'a')];
    else
      made += c;
  }
  return made;
}

constexpr unsigned kTexts = 64;

void run(benchmark::State& state, const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  std::size_t at = 0;
  for ([[maybe_unused]] const auto _ : state) {
    const std::string& text = texts[at++ % texts.size()];
    benchmark::DoNotOptimize(cleaner().restore(text, "en"));
    bytes += text.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void bm_restore_clean(benchmark::State& state) {
  std::vector<std::string> texts;
  texts.reserve(kTexts);
  for (unsigned i = 0; i < kTexts; ++i) {
    texts.push_back(article(static_cast<std::size_t>(state.range(0)), i));
  }
  run(state, texts);
}
BENCHMARK(bm_restore_clean)->Arg(3000)->Arg(100000);

void bm_restore_disguised(benchmark::State& state) {
  std::vector<std::string> texts;
  texts.reserve(kTexts);
  for (unsigned i = 0; i < kTexts; ++i) {
    texts.push_back(disguised(article(static_cast<std::size_t>(state.range(0)), i)));
  }
  run(state, texts);
}
BENCHMARK(bm_restore_disguised)->Arg(3000)->Arg(100000);

void bm_clean_article(benchmark::State& state) {
  hearsay::Article article_in;
  article_in.bytes = article(3000, 1);
  article_in.map = hearsay::OffsetMap::identity(article_in.bytes.size());
  for ([[maybe_unused]] const auto _ : state)
    benchmark::DoNotOptimize(cleaner().clean(article_in));
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(article_in.bytes.size()));
}
BENCHMARK(bm_clean_article);

}  // namespace
