// What may be asked of the base beside its tables: who was where on a day, whose domain.
// Tested by knowledge_base_test.cc.

#include "hearsay/knowledge/knowledge_base.h"

#include <algorithm>
#include <ranges>
#include <string>

#include "hearsay/knowledge/loader.h"

namespace hearsay {
namespace {

bool covers(const Spell& spell, Date day) {
  return (!spell.from || *spell.from <= day) && (!spell.to || day <= *spell.to);
}

}  // namespace

Result<KnowledgeBase> KnowledgeBase::load(const std::filesystem::path& data) {
  return KnowledgeLoader(data).load();
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
