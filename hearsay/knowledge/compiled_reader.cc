// Rows are small and made anew, since they hold pointers; what they point to, and the
// index, stays where it lies. 75,000 players are 6 MB of rows, made in 2 ms.
//
// Tested by compiled_test.cc.

#include "hearsay/knowledge/compiled_reader.h"

#include <string>

#include "hearsay/knowledge/compiled.h"

namespace hearsay {
namespace {

template <class Identifier>
std::optional<Identifier> id_of(std::uint32_t place) {
  if (place == kNoPlace) return std::nullopt;
  return Identifier{place};
}

}  // namespace

const RowRecord& CompiledParts::row(MentionKind kind, std::uint32_t id) const {
  switch (kind) {
    case MentionKind::kPlayer:
      return players[id].row;
    case MentionKind::kPerson:
      return people[id].row;
    case MentionKind::kClub:
      return clubs[id].row;
    case MentionKind::kCompetition:
      return competitions[id].row;
    case MentionKind::kOutlet:
      return outlets[id].row;
    case MentionKind::kCountry:
    case MentionKind::kNationality:
      break;
  }
  return countries[id].row;
}

Result<KnowledgeBase> CompiledReader::read() && {
  Result<CompiledParts> parts = read_parts(base_.compiled_);
  if (!parts) return std::unexpected(parts.error());
  if (const auto wrong = find_wrong_place(*parts)) {
    return fail(ErrorCode::kMalformed,
                base_.compiled_.name() + ": this compiled knowledge base is damaged: " +
                    *wrong + " leads nowhere; make it anew with 'hearsay kb build'");
  }
  parts_ = std::make_shared<CompiledParts>(*parts);
  base_.parts_ = parts_;
  base_.texts_.reserve(parts_->text_list.size());
  for (const TextPlace& place : parts_->text_list) base_.texts_.push_back(text(place));
  read_countries();
  read_competitions();
  read_clubs();
  read_outlets();
  read_people();
  read_players();
  base_.names_ = NameIndex::over(parts_->index);
  return std::move(base_);
}

void CompiledReader::read_countries() {
  base_.countries_.reserve(parts_->countries.size());
  for (const CountryRecord& record : parts_->countries) {
    base_.countries_.push_back({text(record.row.name), texts(record.demonyms)});
  }
}

void CompiledReader::read_competitions() {
  base_.competitions_.reserve(parts_->competitions.size());
  for (const CompetitionRecord& record : parts_->competitions) {
    base_.competitions_.push_back(
        {text(record.row.name), id_of<CountryId>(record.country), record.league != 0});
  }
}

void CompiledReader::read_clubs() {
  base_.clubs_.reserve(parts_->clubs.size());
  for (const ClubRecord& record : parts_->clubs) {
    base_.clubs_.push_back({.name = text(record.row.name),
                            .city = text(record.city),
                            .country = id_of<CountryId>(record.country),
                            .league = id_of<CompetitionId>(record.league),
                            .parent = id_of<ClubId>(record.parent),
                            .notability = record.notability,
                            .women = record.women != 0});
  }
}

void CompiledReader::read_outlets() {
  base_.outlets_.reserve(parts_->outlets.size());
  for (const OutletRecord& record : parts_->outlets) {
    base_.outlets_.push_back({.name = text(record.row.name),
                              .domains = texts(record.domains),
                              .language = text(record.language),
                              .country = id_of<CountryId>(record.country),
                              .kind = text(record.kind)});
  }
  base_.domains_.reserve(parts_->domains.size());
  for (const DomainRecord& record : parts_->domains) {
    base_.domains_.emplace_back(text(record.domain), OutletId{record.outlet});
  }
}

void CompiledReader::read_people() {
  base_.people_.reserve(parts_->people.size());
  for (const PersonRecord& record : parts_->people) {
    base_.people_.push_back({.name = text(record.row.name),
                             .role = static_cast<Role>(record.role),
                             .organisations = texts(record.organisations)});
  }
}

void CompiledReader::read_players() {
  base_.players_.reserve(parts_->players.size());
  for (const PlayerRecord& record : parts_->players) {
    base_.players_.push_back(
        {.name = text(record.row.name),
         .full_name = text(record.full_name),
         .born_on = record.born_on,
         .nationalities =
             parts_->nations.subspan(record.nations.begin, record.nations.size),
         .position = static_cast<Position>(record.position),
         .spells = parts_->spells.subspan(record.spells.begin, record.spells.size),
         .notability = record.notability,
         .woman = record.woman != 0});
  }
}

}  // namespace hearsay
