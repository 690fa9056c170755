// What may be asked of the base beside its tables: who was where on a day, whose domain.
// Tested by knowledge_base_test.cc.

#include "hearsay/knowledge/knowledge_base.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <system_error>
#include <utility>

#include "hearsay/knowledge/compile.h"
#include "hearsay/knowledge/compiled_reader.h"
#include "hearsay/knowledge/loader.h"

namespace hearsay {
namespace {

bool covers(const Spell& spell, Date day) {
  return (!spell.from || *spell.from <= day) && (!spell.to || day <= *spell.to);
}

}  // namespace

Result<KnowledgeBase> KnowledgeBase::load(const std::filesystem::path& data) {
  const Result<Tables> tables = read_tables(data);
  if (!tables) return std::unexpected(tables.error());
  const Result<Draft> draft = KnowledgeLoader(*tables).load();
  if (!draft) return std::unexpected(draft.error());
  Result<std::string> bytes = compile(*draft);
  if (!bytes) return std::unexpected(bytes.error());
  return open(MappedFile::of(std::move(*bytes), (data / "knowledge").string()), data);
}

Result<KnowledgeBase> KnowledgeBase::open(MappedFile compiled,
                                          const std::filesystem::path& data) {
  Result<KnowledgeBase> base = CompiledReader(std::move(compiled)).read();
  if (!base) return base;
  if (const Result<void> read = base->load_languages(data); !read) {
    return std::unexpected(read.error());
  }
  return base;
}

Result<void> KnowledgeBase::load_languages(const std::filesystem::path& data) {
  std::error_code unreadable;
  std::vector<std::filesystem::path> folders;
  for (std::filesystem::directory_iterator at(data / "lang", unreadable), end;
       !unreadable && at != end; at.increment(unreadable)) {
    if (at->is_directory(unreadable)) folders.push_back(at->path());
  }
  std::ranges::sort(folders);
  for (const std::filesystem::path& folder : folders) {
    Result<std::unique_ptr<Lexicon>> lexicon = Lexicon::load(folder);
    if (!lexicon) return std::unexpected(lexicon.error());
    lexicons_.push_back(std::move(*lexicon));
  }
  Result<PageWords> page_words = PageWords::load(data / "page");
  if (!page_words) return std::unexpected(page_words.error());
  page_words_ = std::move(*page_words);
  return {};
}

std::string_view KnowledgeBase::key_of(MentionKind kind, std::uint32_t id) const {
  return parts_->slice(parts_->row(kind, id).key);
}

std::string_view KnowledgeBase::sources_of(MentionKind kind, std::uint32_t id) const {
  return parts_->slice(parts_->row(kind, id).sources);
}

std::vector<ListedName> KnowledgeBase::names_of(MentionKind kind,
                                                std::uint32_t id) const {
  std::vector<ListedName> names;
  const auto found = std::ranges::equal_range(
      parts_->names, std::pair(kind, id), {},
      [](const NameRecord& record) { return std::pair(record.use.kind, record.use.id); });
  for (const NameRecord& record : found) {
    names.push_back({parts_->slice(record.text), record.use});
  }
  return names;
}

std::size_t KnowledgeBase::listed_name_count() const {
  return parts_->names.size();
}

ListedName KnowledgeBase::listed_name(std::size_t place) const {
  const NameRecord& record = parts_->names[place];
  return {parts_->slice(record.text), record.use};
}

std::optional<ClubId> KnowledgeBase::club_of(PlayerId player, Date day,
                                             bool on_loan) const {
  // Spells stand by their first day, a loan behind the contract it belongs to: the last
  // one that covers the day is the newest news.
  for (const Spell& spell : std::views::reverse(this->player(player).spells)) {
    if (covers(spell, day) && (on_loan || !spell.loan)) return spell.club;
  }
  return std::nullopt;
}

bool KnowledgeBase::played_for(PlayerId player, ClubId club, Date day) const {
  return std::ranges::any_of(this->player(player).spells, [&](const Spell& spell) {
    const bool began = !spell.from || *spell.from < day;
    return began && spell.club == club;
  });
}

std::optional<OutletId> KnowledgeBase::outlet_of_domain(std::string_view domain) const {
  std::string small(domain);
  std::ranges::transform(small, small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  });
  std::string_view rest = small;
  if (rest.ends_with('.')) rest.remove_suffix(1);
  while (rest.find('.') != std::string_view::npos) {
    const auto found = std::ranges::lower_bound(
        domains_, rest, {}, &std::pair<std::string_view, OutletId>::first);
    if (found != domains_.end() && found->first == rest) return found->second;
    rest.remove_prefix(rest.find('.') + 1);
  }
  return std::nullopt;
}

const Lexicon* KnowledgeBase::lexicon(std::string_view language) const {
  for (const std::unique_ptr<Lexicon>& lexicon : lexicons_) {
    if (lexicon->language() == language) return lexicon.get();
  }
  return nullptr;
}

std::vector<std::string_view> KnowledgeBase::languages() const {
  std::vector<std::string_view> names;
  names.reserve(lexicons_.size());
  for (const std::unique_ptr<Lexicon>& lexicon : lexicons_)
    names.push_back(lexicon->language());
  return names;
}

}  // namespace hearsay
