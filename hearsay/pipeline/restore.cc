#include "hearsay/pipeline/restore.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "hearsay/base/utf8.h"
#include "hearsay/pipeline/in_order.h"

namespace hearsay::pipeline {
namespace {

// "pt-BR" is read with the words of "pt".
std::string_view primary(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

// What can be told without asking the statistics.
std::optional<std::string> encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (is_utf8(bytes)) return "utf-8";
  return std::nullopt;
}

std::vector<std::string> languages_in(const std::filesystem::path& folder) {
  std::vector<std::string> languages;
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator();
       entry.increment(error)) {
    languages.push_back(entry->path().filename().string());
  }
  std::ranges::sort(languages);
  return languages;
}

}  // namespace

Restorer::Restorer(text::Cleaner cleaner, std::vector<std::string> languages)
    : cleaner_(std::move(cleaner)), languages_(std::move(languages)) {}

Result<Restorer> Restorer::load(const std::filesystem::path& data,
                                const KnowledgeBase& knowledge) {
  Result<text::Cleaner> cleaner = text::Cleaner::load(data, knowledge);
  if (!cleaner) return std::unexpected(cleaner.error());
  return Restorer(std::move(*cleaner), languages_in(data / "lang"));
}

Restored Restorer::restore(Document document, std::string_view language) const {
  Restored restored;
  if (!language.empty()) {
    restored.language = language;
  } else {
    restored.language = document.imprint.language;
  }
  text::Cleaned cleaned =
      cleaner_.restore(document.bytes, primary(restored.language.value_or("")));
  restored.encoding = encoding_of(document.bytes);
  restored.document = std::move(document);
  restored.bytes = std::move(cleaned.bytes);
  restored.map = std::move(cleaned.map);
  restored.repairs = std::move(cleaned.repairs);
  restored.repaired_share = cleaned.repaired_share;
  restored.obfuscated = cleaned.obfuscated;
  return restored;
}

Progress restore_all(source::DocumentStream& stream, const Restorer& restorer,
                     std::string_view language, const RunOptions& options,
                     const std::function<void(Restored)>& sink) {
  Progress progress;
  InOrder steps;
  steps.threads = options.threads;
  steps.next = [&] {
    const bool stops = options.stop && options.stop();
    return stops ? std::nullopt : stream.next();
  };
  steps.work = [&](Result<Document> document) -> Finish {
    if (!document) {
      return [&, error = std::move(document.error())] {
        ++progress.failed;
        if (options.on_error) options.on_error(error);
        return true;
      };
    }
    const auto restored =
        std::make_shared<Restored>(restorer.restore(std::move(*document), language));
    return [&, restored] {
      ++progress.documents;
      sink(std::move(*restored));
      return true;
    };
  };
  run_in_order(steps);
  return progress;
}

}  // namespace hearsay::pipeline
