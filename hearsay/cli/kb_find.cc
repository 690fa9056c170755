// Finding rows by what they are called: exactly for `show`, by words for `search`.

#include <algorithm>
#include <array>
#include <set>

#include "hearsay/base/fold.h"
#include "hearsay/base/tsv.h"
#include "hearsay/cli/kb_rows.h"

namespace hearsay::cli {
namespace {

MentionKind row_kind(MentionKind kind) {
  return kind == MentionKind::kNationality ? MentionKind::kCountry : kind;
}

struct Kind {
  MentionKind kind;
  std::size_t size;
};

std::array<Kind, 6> kinds(const KnowledgeBase& knowledge) {
  return {{{MentionKind::kPlayer, knowledge.players().size()},
           {MentionKind::kClub, knowledge.clubs().size()},
           {MentionKind::kCompetition, knowledge.competitions().size()},
           {MentionKind::kOutlet, knowledge.outlets().size()},
           {MentionKind::kPerson, knowledge.people().size()},
           {MentionKind::kCountry, knowledge.countries().size()}}};
}

std::vector<KnownRow> best_first(const KnowledgeBase& knowledge,
                                 const std::set<KnownRow>& found) {
  std::vector<KnownRow> rows(found.begin(), found.end());
  std::ranges::stable_sort(rows, std::ranges::greater{},
                           [&](KnownRow row) { return notability_of(knowledge, row); });
  return rows;
}

bool has_source(const KnowledgeBase& knowledge, KnownRow row, std::string_view source) {
  const auto sources = split_list(knowledge.sources_of(row.kind, row.id));
  return std::ranges::find(sources, source) != sources.end();
}

bool has_words(const std::string& folded, const std::vector<std::string>& words) {
  return std::ranges::all_of(words, [&](const std::string& word) {
    for (std::size_t at = folded.find(word); at != std::string::npos;
         at = folded.find(word, at + 1)) {
      if (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-') return true;
    }
    return false;
  });
}

}  // namespace

std::vector<KnownRow> find_rows(const KnowledgeBase& knowledge, std::string_view name) {
  std::set<KnownRow> found;
  const bool may_be_id = name.find(':') != std::string_view::npos;
  for (const auto& [kind, size] : kinds(knowledge)) {
    for (std::uint32_t id = 0; id < size; ++id) {
      const bool is_key = knowledge.key_of(kind, id) == name;
      if (is_key || (may_be_id && has_source(knowledge, {kind, id}, name))) {
        found.insert({kind, id});
      }
    }
  }
  if (!found.empty()) return best_first(knowledge, found);
  for (const NameUse& use : knowledge.names().find(name)) {
    found.insert({row_kind(use.kind), use.id});
  }
  return best_first(knowledge, found);
}

std::vector<KnownRow> search_rows(const KnowledgeBase& knowledge, std::string_view words,
                                  std::size_t limit) {
  std::vector<std::string> wanted;
  for (const std::string_view word : split_list(words, ' ')) wanted.push_back(fold(word));
  std::set<KnownRow> found;
  for (std::size_t place = 0; place < knowledge.listed_name_count(); ++place) {
    const ListedName name = knowledge.listed_name(place);
    const KnownRow row{row_kind(name.use.kind), name.use.id};
    if (!found.contains(row) && has_words(fold(name.text), wanted)) found.insert(row);
  }
  std::vector<KnownRow> rows = best_first(knowledge, found);
  rows.resize(std::min(rows.size(), limit));
  return rows;
}

int notability_of(const KnowledgeBase& knowledge, KnownRow row) {
  if (row.kind == MentionKind::kPlayer)
    return knowledge.player(PlayerId{row.id}).notability;
  if (row.kind == MentionKind::kClub) return knowledge.club(ClubId{row.id}).notability;
  return 50;  // all others are few, and known
}

std::string_view name_of(const KnowledgeBase& knowledge, KnownRow row) {
  switch (row.kind) {
    case MentionKind::kPlayer:
      return knowledge.player(PlayerId{row.id}).name;
    case MentionKind::kClub:
      return knowledge.club(ClubId{row.id}).name;
    case MentionKind::kCompetition:
      return knowledge.competition(CompetitionId{row.id}).name;
    case MentionKind::kOutlet:
      return knowledge.outlet(OutletId{row.id}).name;
    case MentionKind::kPerson:
      return knowledge.person(PersonId{row.id}).name;
    case MentionKind::kCountry:
    case MentionKind::kNationality:
      break;
  }
  return knowledge.country(CountryId{row.id}).name;
}

}  // namespace hearsay::cli
