// Reads pages and prints what was extracted, a JSON object a line, for tools/score-pages:
//
//     page_dump DATA FILE…          {"file": …, "text": …, "date": …, "title": …, …}
//     page_dump --speed DATA FILE…  only how many bytes a second, on one core

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/file.h"
#include "hearsay/base/json.h"
#include "hearsay/page/html_article.h"
#include "hearsay/page/page.h"

namespace {

using hearsay::Article;
using hearsay::Document;
using hearsay::Json;
using hearsay::PageWords;

constexpr std::size_t kLimitBytes = 64UL << 20;

// "path", or "path<TAB>address" for a page whose address is known.
Document read_document(const std::string& argument) {
  Document document;
  const std::size_t tab = argument.find('\t');
  const std::string path = argument.substr(0, tab);
  if (auto bytes = hearsay::read_file(path, kLimitBytes))
    document.bytes = std::move(*bytes);
  document.media = hearsay::MediaType::kHtml;
  document.imprint.uri = tab == std::string::npos ? path : argument.substr(tab + 1);
  return document;
}

void print_article(const std::string& path, const PageWords& words) {
  const auto article = hearsay::page::read_page(read_document(path), words);
  Json line = Json::object();
  line.set("file", path);
  line.set("text", article ? article->bytes : std::string());
  Json blocks = Json::array();
  if (article) {
    const hearsay::Imprint& imprint = article->imprint;
    const auto text = [](const std::optional<std::string>& value) {
      return value ? Json(*value) : Json();
    };
    line.set("date",
             imprint.published ? Json(hearsay::print(imprint.published->day)) : Json());
    line.set("title", text(imprint.title));
    line.set("outlet", text(imprint.outlet));
    line.set("language", text(imprint.language));
    Json authors = Json::array();
    for (const std::string& author : imprint.authors) authors.push(author);
    line.set("authors", std::move(authors));
    for (const auto& block : article->blocks) blocks.push(static_cast<int>(block.kind));
  }
  line.set("blocks", std::move(blocks));
  std::puts(print(line).c_str());
}

int measure(const std::vector<Document>& documents, const PageWords& words) {
  constexpr int kRounds = 5;
  std::size_t bytes = 0;
  std::size_t made = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int round = 0; round < kRounds; ++round) {
    for (const Document& document : documents) {
      bytes += document.bytes.size();
      const auto article = hearsay::page::read_page(document, words);
      made += article ? article->bytes.size() : 0;
    }
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("%zu pages, %.1f MB, %.1f MB of text, %.1f MB/s, %.0f pages/s\n",
              documents.size(), static_cast<double>(bytes) / kRounds / 1e6,
              static_cast<double>(made) / kRounds / 1e6,
              static_cast<double>(bytes) / seconds.count() / 1e6,
              static_cast<double>(documents.size()) * kRounds / seconds.count());
  return 0;
}

}  // namespace

int main(int count, char** values) {
  std::vector<std::string> arguments(values + 1, values + count);
  const bool speed = !arguments.empty() && arguments.front() == "--speed";
  if (speed) arguments.erase(arguments.begin());
  if (arguments.size() < 2) {
    std::fputs("usage: page_dump [--speed] DATA-FOLDER FILE…\n", stderr);
    return 2;
  }
  const auto words = PageWords::load(std::string(arguments.front()) + "/page");
  if (!words) {
    std::fprintf(stderr, "%s\n", words.error().message.c_str());
    return 1;
  }
  arguments.erase(arguments.begin());
  if (!speed) {
    for (const std::string& path : arguments) print_article(path, *words);
    return 0;
  }
  std::vector<Document> documents;
  documents.reserve(arguments.size());
  for (const std::string& path : arguments) documents.push_back(read_document(path));
  return measure(documents, *words);
}
