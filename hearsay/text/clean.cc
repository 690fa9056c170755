// The order of the steps, and the loop around them: what one step brings to light (an
// entity that was a soft hyphen, a letter that now composes with its accent) the next
// round sees. Clean text leaves after the survey.

#include "hearsay/text/clean.h"

#include <algorithm>
#include <map>
#include <utility>

#include "hearsay/base/token.h"
#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/decode.h"
#include "hearsay/text/entities.h"
#include "hearsay/text/language.h"
#include "hearsay/text/match_key.h"
#include "hearsay/text/normalise.h"
#include "hearsay/text/restore.h"
#include "hearsay/text/sentences.h"
#include "hearsay/text/survey.h"
#include "hearsay/text/tricks.h"
#include "hearsay/text/vocabulary.h"

namespace hearsay::text {
namespace {

// Text that is made to need more rounds than this keeps what is left.
constexpr int kMostRounds = 8;
constexpr std::size_t kFewMarks = 50;  // one letter with a mark in so many bytes is usual
constexpr std::size_t kTelling = 1200;  // bytes that tell the language
constexpr std::string_view kDefaultLanguage = "en";
constexpr std::string_view kSecondLanguage = "pt";

struct Progress {
  std::optional<Rewritten> made;  // nothing as long as nothing was changed
  Restoration counts;

  std::string_view bytes(std::string_view given) const {
    return made ? made->bytes : given;
  }

  double repaired_share() const {
    const auto words = static_cast<double>(std::max<std::size_t>(counts.word_count, 1));
    return static_cast<double>(counts.repaired_count) / words;
  }

  void add(const Restoration& step) {
    counts.word_count = std::max(counts.word_count, step.word_count);
    counts.repaired_count += step.repaired_count;
    counts.styled_count += step.styled_count;
  }

  bool take(std::optional<Rewritten> step) {
    if (!step) return false;
    made = made ? follow(std::move(*made), std::move(*step)) : std::move(step);
    return true;
  }
};

void collect_names(const KnowledgeBase& knowledge, std::vector<std::string_view>& names) {
  for (const Player& player : knowledge.players()) {
    names.push_back(player.name);
    names.push_back(player.full_name);
  }
  for (const Club& club : knowledge.clubs()) {
    names.push_back(club.name);
    names.push_back(club.city);
  }
  for (const Outlet& outlet : knowledge.outlets()) names.push_back(outlet.name);
  for (const Person& person : knowledge.people()) names.push_back(person.name);
  for (const Competition& competition : knowledge.competitions()) {
    names.push_back(competition.name);
  }
  for (const Country& country : knowledge.countries()) {
    names.push_back(country.name);
    names.insert(names.end(), country.demonyms.begin(), country.demonyms.end());
  }
}

}  // namespace

struct Cleaner::Tables {
  LookAlikes look_alikes;
  Entities entities;
  Languages languages;
  Intruders intruders;
  Orthographies orthographies;
  std::map<std::string, Vocabulary, std::less<>> words;
  std::map<std::string, Abbreviations, std::less<>> abbreviations;

  const Vocabulary& words_of(std::string_view language) const {
    const auto found = words.find(language);
    return found == words.end() ? words.find(kDefaultLanguage)->second : found->second;
  }

  Speller speller_of(std::string_view language) const {
    const Vocabulary& own = words_of(language);
    const Vocabulary& standard = words_of(kDefaultLanguage);
    return {look_alikes, own, &own == &standard ? words_of(kSecondLanguage) : standard};
  }

  const Abbreviations& abbreviations_of(std::string_view language) const {
    const auto found = abbreviations.find(language);
    return found == abbreviations.end() ? abbreviations.find(kDefaultLanguage)->second
                                        : found->second;
  }

  // One round over what was seen; whether it changed anything.
  bool round(const Survey& seen, Progress& progress, std::string_view given,
             std::string_view language) const;
  Progress restore(std::string_view given, std::string_view language) const;

  // The language whose words are meant, when nobody told: of the text as its letters
  // look.
  std::string meant_language(std::string_view bytes) const {
    const std::string_view head = bytes.substr(0, floor_boundary(bytes, kTelling));
    std::string looks = appearance(head, look_alikes);
    std::string found = languages.detect(looks);
    if (found == "und") found = languages.detect(without_marks(looks));
    return found;
  }

  // Whether the words of a language are known well enough to doubt their marks.
  bool knows_marks(std::string_view language) const {
    const auto found = words.find(language);
    return language == "und" || (found != words.end() && found->second.size() > 1000);
  }

  Result<void> load_language(const std::filesystem::path& folder);
};

Result<void> Cleaner::Tables::load_language(const std::filesystem::path& folder) {
  const std::string language = folder.filename().string();
  const auto is_default = language == kDefaultLanguage;
  if (is_default || std::filesystem::exists(folder / "words.tsv")) {
    Result<Vocabulary> vocabulary = Vocabulary::load(folder / "words.tsv");
    if (!vocabulary) return std::unexpected(vocabulary.error());
    const Result<void> pairs = vocabulary->load_pairs(folder / "capital_pairs.tsv");
    if (!pairs) return std::unexpected(pairs.error());
    words.emplace(language, std::move(*vocabulary));
  }
  if (is_default || std::filesystem::exists(folder / "abbreviations.tsv")) {
    Result<Abbreviations> loaded = Abbreviations::load(folder / "abbreviations.tsv");
    if (!loaded) return std::unexpected(loaded.error());
    abbreviations.emplace(language, std::move(*loaded));
  }
  return {};
}

bool Cleaner::Tables::round(const Survey& seen, Progress& progress,
                            std::string_view given, std::string_view language) const {
  bool changed = false;
  if (seen.edits) changed |= progress.take(normalise(progress.bytes(given), entities));
  if (seen.compose || changed) changed |= progress.take(compose(progress.bytes(given)));
  if (changed) return true;  // the letters are looked at once the form is right
  const std::string_view bytes = progress.bytes(given);
  if (progress.take(undo_tricks(bytes, speller_of(language)))) return true;
  const bool many_marks = seen.naturals * kFewMarks > bytes.size();
  if (!seen.suspects && !many_marks) return false;
  const std::string meant =
      language.empty() ? meant_language(bytes) : std::string(language);
  Restoration step = text::restore(bytes, {speller_of(meant), intruders, orthographies},
                                   seen.naturals > 2 && knows_marks(meant));
  progress.add(step);
  return progress.take(std::move(step.made));
}

Progress Cleaner::Tables::restore(std::string_view given,
                                  std::string_view language) const {
  Progress progress;
  Survey seen = survey(given, look_alikes);
  const bool marked = given.starts_with("\xEF\xBB\xBF");
  if ((!seen.valid || marked) && progress.take(decode(given))) {
    seen = survey(progress.bytes(given), look_alikes);
  }
  for (int i = 0; i < kMostRounds && round(seen, progress, given, language); ++i) {
    seen = survey(progress.bytes(given), look_alikes);
  }
  return progress;
}

Result<Cleaner> Cleaner::load(const std::filesystem::path& data,
                              std::span<const std::string_view> names) {
  Result<LookAlikes> look_alikes = LookAlikes::load(data / "text" / "look_alikes.tsv");
  if (!look_alikes) return std::unexpected(look_alikes.error());
  Result<Entities> entities = Entities::load(data / "text" / "entities.tsv");
  if (!entities) return std::unexpected(entities.error());
  Result<Languages> languages = Languages::load(data / "lang");
  if (!languages) return std::unexpected(languages.error());
  Result<Intruders> intruders = Intruders::load(data / "text" / "latin_intruders.tsv");
  if (!intruders) return std::unexpected(intruders.error());
  Result<Orthographies> orthographies =
      Orthographies::load(data / "text" / "orthographies.tsv");
  if (!orthographies) return std::unexpected(orthographies.error());
  auto tables = std::make_unique<Tables>(Tables{std::move(*look_alikes),
                                                std::move(*entities),
                                                std::move(*languages),
                                                *intruders,
                                                std::move(*orthographies),
                                                {},
                                                {}});
  std::vector<std::filesystem::path> folders = {data / "lang" / kDefaultLanguage};
  for (const auto& entry : std::filesystem::directory_iterator(data / "lang")) {
    if (entry.is_directory() && entry.path() != folders.front())
      folders.push_back(entry.path());
  }
  for (const std::filesystem::path& folder : folders) {
    const Result<void> loaded = tables->load_language(folder);
    if (!loaded) return std::unexpected(loaded.error());
  }
  Vocabulary& standard = tables->words.find(kDefaultLanguage)->second;
  for (const std::string_view name : names) standard.add_name(name);
  for (auto& [language, vocabulary] : tables->words) vocabulary.learn();
  return Cleaner(std::move(tables));
}

Result<Cleaner> Cleaner::load(const std::filesystem::path& data,
                              const KnowledgeBase& knowledge) {
  std::vector<std::string_view> names;
  collect_names(knowledge, names);
  return load(data, names);
}

Text Cleaner::clean(const Article& article) const {
  const std::string_view given = article.bytes;
  const std::string declared = article.imprint.language.value_or("");
  Progress progress = tables_->restore(given, declared);
  Text text;
  text.map =
      progress.made ? OffsetMap::compose(article.map, progress.made->map) : article.map;
  text.blocks.reserve(article.blocks.size());
  for (const BasicBlock<PageSpan>& block : article.blocks) {
    OffsetMap::Extent span{block.span.begin, block.span.end};
    if (progress.made) span = progress.made->map.made(span.begin, span.end);
    text.blocks.push_back({{span.begin, span.end}, block.kind, block.post});
  }
  if (progress.made) {
    text.bytes = std::move(progress.made->bytes);
    text.repairs = std::move(progress.made->repairs);
  } else {
    text.bytes = article.bytes;
  }
  text.repaired_share = progress.repaired_share();
  text.obfuscated = is_obfuscated(progress.counts);
  text.language = tables_->languages.detect(text.bytes);
  if (text.language == "und" && !declared.empty()) text.language = declared;
  text.tokens = tokenize(text.bytes);
  text.sentences = find_sentences({text.bytes, text.tokens, text.blocks},
                                  tables_->abbreviations_of(text.language));
  return text;
}

Cleaned Cleaner::restore(std::string_view bytes, std::string_view language) const {
  Progress progress = tables_->restore(bytes, language);
  Cleaned cleaned;
  cleaned.repaired_share = progress.repaired_share();
  cleaned.obfuscated = is_obfuscated(progress.counts);
  if (progress.made) {
    cleaned.bytes = std::move(progress.made->bytes);
    cleaned.map = std::move(progress.made->map);
    cleaned.repairs = std::move(progress.made->repairs);
  } else {
    cleaned.bytes = bytes;
    cleaned.map = OffsetMap::identity(bytes.size());
  }
  return cleaned;
}

std::uint64_t Cleaner::match_key(std::string_view bytes) const {
  return key_of_skeleton(tables_->restore(bytes, {}).bytes(bytes));
}

Cleaner::Cleaner(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;
Cleaner::~Cleaner() = default;

}  // namespace hearsay::text
