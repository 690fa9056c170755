// Texts are kept once each: a club's name stands in its row, in the list of names and in
// many people's organisations, and in the file in one place.
//
// Tested by compiled_test.cc.

#include "hearsay/knowledge/compile.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hearsay/base/hash.h"
#include "hearsay/knowledge/compiled_format.h"

namespace hearsay {
namespace {

constexpr std::size_t kBoundary = 8;

template <class Identifier>
std::uint32_t place_of(const std::optional<Identifier>& id) {
  return id ? id->value : kNoPlace;
}

// A use as it stands in the file: what lies between its members is 0.
using UseBytes = std::array<unsigned char, sizeof(NameUse)>;

UseBytes bytes_of(const NameUse& use) {
  UseBytes bytes{};
  const auto put = [&bytes](std::size_t at, const auto& value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
  };
  put(offsetof(NameUse, kind), use.kind);
  put(offsetof(NameUse, id), use.id);
  put(offsetof(NameUse, naming), use.naming);
  put(offsetof(NameUse, needs_context), use.needs_context);
  put(offsetof(NameUse, needs_capital), use.needs_capital);
  return bytes;
}

struct NameBytes {
  TextPlace text;
  UseBytes use;
};
static_assert(sizeof(NameBytes) == sizeof(NameRecord));

std::uint32_t as_place(std::size_t number) {
  return static_cast<std::uint32_t>(number);
}

class Compiler {
 public:
  explicit Compiler(const Draft& draft) : draft_(draft) {}

  Result<std::string> compile(std::string_view stamp, std::string_view imported) {
    write_places();
    write_teams();
    write_outlets();
    write_names();
    if (text_.size() > std::numeric_limits<std::uint32_t>::max()) {
      return fail(ErrorCode::kTooLarge,
                  "the knowledge base has more than 4 GiB of names; import less");
    }
    return join(stamp, imported);
  }

 private:
  TextPlace text(std::string_view bytes) {
    if (bytes.empty()) return {};
    const auto [found, fresh] = places_.try_emplace(
        bytes, TextPlace{as_place(text_.size()), as_place(bytes.size())});
    if (fresh) text_ += bytes;
    return found->second;
  }

  ListPlace texts(const std::vector<std::string_view>& list) {
    const ListPlace place{as_place(text_list_.size()), as_place(list.size())};
    for (const std::string_view each : list) text_list_.push_back(text(each));
    return place;
  }

  RowRecord row(const DraftRow& row) {
    return {text(row.key), text(row.name), text(row.sources)};
  }

  void write_places() {
    for (const DraftCountry& country : draft_.countries) {
      countries_.push_back({row(country), texts(country.demonyms)});
    }
    for (const DraftCompetition& competition : draft_.competitions) {
      competitions_.push_back({row(competition), place_of(competition.country),
                               competition.league ? 1U : 0U});
    }
  }

  void write_teams() {
    for (const DraftClub& club : draft_.clubs) {
      clubs_.push_back({row(club), text(club.city), place_of(club.country),
                        place_of(club.league), place_of(club.parent),
                        static_cast<std::uint16_t>(club.notability),
                        static_cast<std::uint16_t>(club.women ? 1 : 0)});
    }
    for (const DraftPlayer& player : draft_.players) write_player(player);
  }

  void write_player(const DraftPlayer& player) {
    PlayerRecord record;
    record.row = row(player);
    record.full_name = text(player.full_name);
    record.nations = {as_place(nations_.size()), as_place(player.nationalities.size())};
    nations_.insert(nations_.end(), player.nationalities.begin(),
                    player.nationalities.end());
    record.spells = {as_place(spells_.size()), as_place(player.spells.size())};
    for (const Spell& spell : player.spells) {
      Spell& written = spells_.emplace_back();
      std::memset(static_cast<void*>(&written), 0, sizeof written);  // and its gaps
      written.club = spell.club;
      written.from = spell.from;
      written.to = spell.to;
      written.loan = spell.loan;
    }
    record.born_on = player.born_on;
    record.position = static_cast<std::uint8_t>(player.position);
    record.notability = static_cast<std::uint8_t>(player.notability);
    record.woman = player.woman ? 1 : 0;
    players_.push_back(record);
  }

  void write_outlets() {
    std::vector<std::pair<std::string_view, std::uint32_t>> domains;
    for (const DraftOutlet& outlet : draft_.outlets) {
      for (const std::string_view domain : outlet.domains) {
        domains.emplace_back(domain, as_place(outlets_.size()));
      }
      outlets_.push_back({row(outlet), text(outlet.language), text(outlet.kind),
                          texts(outlet.domains), place_of(outlet.country)});
    }
    std::ranges::sort(domains);
    for (const auto& [domain, outlet] : domains) {
      domains_.push_back({text(domain), outlet});
    }
    for (const DraftPerson& person : draft_.people) {
      people_.push_back({row(person), texts(person.organisations),
                         static_cast<std::uint32_t>(person.role)});
    }
  }

  void write_names() {
    std::vector<const ListedName*> sorted;
    for (const ListedName& name : draft_.names) {
      index_.add(name.text, name.use);
      sorted.push_back(&name);
    }
    index_.freeze();
    for (const NameUse& use : index_.parts().uses) uses_.push_back(bytes_of(use));
    std::ranges::stable_sort(sorted, {}, [](const ListedName* name) {
      return std::pair(name->use.kind, name->use.id);
    });
    for (const ListedName* name : sorted) {
      names_.push_back({text(name->text), bytes_of(name->use)});
    }
  }

  template <class Record>
  void add(Section section, std::span<const Record> records) {
    file_.resize((file_.size() + kBoundary - 1) / kBoundary * kBoundary);
    const std::span<const std::byte> bytes = std::as_bytes(records);
    SectionEntry& entry = entries_.emplace_back();
    entry.section = static_cast<std::uint32_t>(section);
    entry.record_bytes = sizeof(Record);
    entry.begin = file_.size();
    entry.bytes = bytes.size();
    entry.sum = checksum({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    file_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }

  template <class Record>
  void add(Section section, const std::vector<Record>& records) {
    add(section, std::span<const Record>(records));
  }

  std::string join(std::string_view stamp, std::string_view imported) {
    file_.assign(sizeof(FileHeader) + kSectionCount * sizeof(SectionEntry), '\0');
    add(Section::kText, std::span<const char>(text_));
    add(Section::kTextList, text_list_);
    add(Section::kCountries, countries_);
    add(Section::kCompetitions, competitions_);
    add(Section::kClubs, clubs_);
    add(Section::kOutlets, outlets_);
    add(Section::kPeople, people_);
    add(Section::kPlayers, players_);
    add(Section::kNations, nations_);
    add(Section::kSpells, spells_);
    add(Section::kDomains, domains_);
    add(Section::kNames, names_);
    const NameIndex::Parts index = index_.parts();
    add(Section::kFirstWords, index.first_words);
    add(Section::kEdgeBits, index.edge_bits);
    add(Section::kEdges, index.edges);
    add(Section::kNodes, index.nodes);
    add(Section::kUses, uses_);
    add(Section::kStamp, std::span<const char>(stamp));
    add(Section::kImported, std::span<const char>(imported));
    write_head();
    return std::move(file_);
  }

  void write_head() {
    FileHeader header;
    header.file_bytes = file_.size();
    header.section_count = kSectionCount;
    std::memcpy(file_.data(), &header, sizeof header);
    const std::size_t table_bytes = entries_.size() * sizeof(SectionEntry);
    std::memcpy(file_.data() + sizeof header, entries_.data(), table_bytes);
    header.head_sum = checksum({file_.data(), sizeof header + table_bytes});
    std::memcpy(file_.data(), &header, sizeof header);
  }

  const Draft& draft_;
  std::string text_;
  std::unordered_map<std::string_view, TextPlace> places_;
  std::vector<TextPlace> text_list_;
  std::vector<CountryRecord> countries_;
  std::vector<CompetitionRecord> competitions_;
  std::vector<ClubRecord> clubs_;
  std::vector<OutletRecord> outlets_;
  std::vector<PersonRecord> people_;
  std::vector<PlayerRecord> players_;
  std::vector<CountryId> nations_;
  std::vector<Spell> spells_;
  std::vector<DomainRecord> domains_;
  std::vector<NameBytes> names_;
  std::vector<UseBytes> uses_;
  NameIndex index_;
  std::vector<SectionEntry> entries_;
  std::string file_;
};

}  // namespace

Result<std::string> compile(const Draft& draft, std::string_view stamp,
                            std::string_view imported) {
  return Compiler(draft).compile(stamp, imported);
}

}  // namespace hearsay
