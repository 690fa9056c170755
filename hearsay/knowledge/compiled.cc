// Three looks, each cheaper to fool than the next: the header (is it ours, is it whole),
// the sums (is it what was written), the places (does any record lead outside). All of
// them together take some 5 ms for 75,000 players, most of it for the sums.
//
// Tested by compiled_test.cc and tests/fuzz/compiled_fuzz.cc.

#include "hearsay/knowledge/compiled.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "hearsay/base/hash.h"

namespace hearsay {
namespace {

constexpr const char* kRemedy =
    "; make it anew with 'hearsay kb build', or import again into a new file";

class PartsReader {
 public:
  explicit PartsReader(const MappedFile& file, bool with_imported = false)
      : file_(file), bytes_(file.bytes()), with_imported_(with_imported) {}

  // One section of bytes.
  Result<std::string_view> read(Section section) const {
    if (const auto wrong = check_header()) return std::unexpected(*wrong);
    if (const auto wrong = check_section(section)) return std::unexpected(*wrong);
    return bytes_of(section);
  }

  Result<CompiledParts> read() {
    if (const auto wrong = check_header()) return std::unexpected(*wrong);
    for (std::size_t place = 0; place < kSectionCount; ++place) {
      if (const auto wrong = check_section(static_cast<Section>(place))) {
        return std::unexpected(*wrong);
      }
    }
    CompiledParts parts;
    parts.text = bytes_of(Section::kText);
    parts.text_list = records<TextPlace>(Section::kTextList);
    parts.countries = records<CountryRecord>(Section::kCountries);
    parts.competitions = records<CompetitionRecord>(Section::kCompetitions);
    parts.clubs = records<ClubRecord>(Section::kClubs);
    parts.outlets = records<OutletRecord>(Section::kOutlets);
    parts.people = records<PersonRecord>(Section::kPeople);
    parts.players = records<PlayerRecord>(Section::kPlayers);
    parts.nations = records<CountryId>(Section::kNations);
    parts.spells = records<Spell>(Section::kSpells);
    parts.domains = records<DomainRecord>(Section::kDomains);
    parts.names = records<NameRecord>(Section::kNames);
    parts.index.first_words = records<std::uint64_t>(Section::kFirstWords);
    parts.index.edge_bits = records<std::uint64_t>(Section::kEdgeBits);
    parts.index.edges = records<NameIndex::Edge>(Section::kEdges);
    parts.index.nodes = records<NameIndex::Node>(Section::kNodes);
    parts.index.uses = records<NameUse>(Section::kUses);
    parts.stamp = bytes_of(Section::kStamp);
    parts.imported = bytes_of(Section::kImported);
    if (wrong_size_) return std::unexpected(damaged("a section has another size"));
    return parts;
  }

 private:
  Error damaged(const std::string& what) const {
    return {
        ErrorCode::kMalformed,
        file_.name() + ": this compiled knowledge base is damaged: " + what + kRemedy};
  }

  std::optional<Error> check_header() const {
    FileHeader header;
    if (bytes_.size() < sizeof header + kSectionCount * sizeof(SectionEntry)) {
      const bool ours = bytes_.starts_with(
          std::string_view(kCompiledMagic.data(), kCompiledMagic.size()));
      return ours ? damaged("it is cut off")
                  : Error{ErrorCode::kMalformed,
                          file_.name() + ": this is no compiled knowledge base"};
    }
    std::memcpy(&header, bytes_.data(), sizeof header);
    if (header.magic != kCompiledMagic) {
      return Error{ErrorCode::kMalformed,
                   file_.name() + ": this is no compiled knowledge base"};
    }
    if (header.byte_order != kByteOrder || header.version != kCompiledVersion) {
      return Error{
          ErrorCode::kUnsupported,
          file_.name() + ": was written by another version of hearsay" + kRemedy};
    }
    if (header.file_bytes > bytes_.size()) return damaged("it is cut off");
    if (header.file_bytes < bytes_.size()) return damaged("bytes follow its end");
    const std::size_t head = sizeof header + kSectionCount * sizeof(SectionEntry);
    std::string copy(bytes_.substr(0, head));
    std::memset(copy.data() + offsetof(FileHeader, head_sum), 0, sizeof header.head_sum);
    if (header.section_count != kSectionCount || checksum(copy) != header.head_sum) {
      return damaged("its header is not as it was written");
    }
    return std::nullopt;
  }

  SectionEntry entry(std::size_t place) const {
    SectionEntry entry;
    std::memcpy(&entry, bytes_.data() + sizeof(FileHeader) + place * sizeof entry,
                sizeof entry);
    return entry;
  }

  // Whether it lies in the file; and whether its sum is right, unless it is not needed.
  std::optional<Error> check_section(Section section) const {
    const auto place = static_cast<std::size_t>(section);
    const SectionEntry each = entry(place);
    const bool inside = each.begin <= bytes_.size() &&
                        each.bytes <= bytes_.size() - each.begin && each.begin % 8 == 0;
    if (each.section != place || !inside) {
      return damaged("a section lies outside the file");
    }
    const bool skipped = section == Section::kImported && !with_imported_;
    if (!skipped && checksum(bytes_.substr(each.begin, each.bytes)) != each.sum) {
      return damaged("section " + std::to_string(place) + " is not as it was written");
    }
    return std::nullopt;
  }

  std::string_view bytes_of(Section section) const {
    const SectionEntry found = entry(static_cast<std::size_t>(section));
    return bytes_.substr(found.begin, found.bytes);
  }

  template <class Record>
  std::span<const Record> records(Section section) {
    const SectionEntry found = entry(static_cast<std::size_t>(section));
    if (found.record_bytes != sizeof(Record) || found.bytes % sizeof(Record) != 0) {
      wrong_size_ = true;
      return {};
    }
    const char* first = bytes_.data() + found.begin;
    return {reinterpret_cast<const Record*>(first), found.bytes / sizeof(Record)};
  }

  const MappedFile& file_;
  std::string_view bytes_;
  bool with_imported_;
  bool wrong_size_ = false;
};

class PlaceChecker {
 public:
  explicit PlaceChecker(const CompiledParts& parts) : parts_(parts) {}

  bool places() const {
    const bool lists = std::ranges::all_of(
        parts_.text_list, [this](const TextPlace& place) { return is_text(place); });
    const bool countries =
        std::ranges::all_of(parts_.countries, [this](const CountryRecord& country) {
          return is_row(country.row) &&
                 is_list(country.demonyms, parts_.text_list.size());
        });
    return lists && countries &&
           std::ranges::all_of(parts_.competitions, [this](
                                                        const CompetitionRecord& each) {
             return is_row(each.row) && is_place(each.country, parts_.countries.size());
           });
  }

  bool clubs() const {
    return std::ranges::all_of(parts_.clubs, [this](const ClubRecord& club) {
      return is_row(club.row) && is_text(club.city) &&
             is_place(club.country, parts_.countries.size()) &&
             is_place(club.league, parts_.competitions.size()) &&
             is_place(club.parent, parts_.clubs.size());
    });
  }

  bool players() const {
    const bool spells = std::ranges::all_of(parts_.spells, [this](const Spell& spell) {
      unsigned char loan = 0;
      std::memcpy(&loan, &spell.loan, 1);  // a bool may not hold anything else
      return spell.club.value < parts_.clubs.size() && loan <= 1;
    });
    const bool nations = std::ranges::all_of(parts_.nations, [this](CountryId country) {
      return country.value < parts_.countries.size();
    });
    return spells && nations &&
           std::ranges::all_of(parts_.players, [this](const PlayerRecord& player) {
             return is_row(player.row) && is_text(player.full_name) &&
                    is_list(player.nations, parts_.nations.size()) &&
                    is_list(player.spells, parts_.spells.size()) &&
                    player.position <= static_cast<int>(Position::kForward);
           });
  }

  bool outlets() const {
    const std::size_t texts = parts_.text_list.size();
    const bool outlets =
        std::ranges::all_of(parts_.outlets, [&](const OutletRecord& outlet) {
          return is_row(outlet.row) && is_text(outlet.language) && is_text(outlet.kind) &&
                 is_list(outlet.domains, texts) &&
                 is_place(outlet.country, parts_.countries.size());
        });
    const bool people = std::ranges::all_of(parts_.people, [&](const PersonRecord& each) {
      return is_row(each.row) && is_list(each.organisations, texts) &&
             each.role <= static_cast<std::uint32_t>(Role::kJournalist);
    });
    return outlets && people &&
           std::ranges::all_of(parts_.domains, [this](const DomainRecord& each) {
             return is_text(each.domain) && each.outlet < parts_.outlets.size();
           });
  }

  bool names() const {
    return std::ranges::all_of(parts_.names,
                               [this](const NameRecord& name) {
                                 return is_text(name.text) && is_use(name.use);
                               }) &&
           std::ranges::all_of(parts_.index.uses,
                               [this](const NameUse& use) { return is_use(use); }) &&
           NameIndex::is_sound(parts_.index);
  }

 private:
  bool is_text(TextPlace place) const {
    return place.begin <= parts_.text.size() &&
           place.size <= parts_.text.size() - place.begin;
  }
  bool is_row(const RowRecord& row) const {
    return is_text(row.key) && is_text(row.name) && is_text(row.sources);
  }
  static bool is_list(ListPlace place, std::size_t size) {
    return place.begin <= size && place.size <= size - place.begin;
  }
  static bool is_place(std::uint32_t place, std::size_t size) {
    return place == kNoPlace || place < size;
  }

  // Enumerations and truth values are looked at as bytes: they may hold anything yet.
  bool is_use(const NameUse& use) const {
    std::array<unsigned char, sizeof use> bytes{};
    std::memcpy(bytes.data(), &use, sizeof use);
    if (bytes[0] > static_cast<int>(MentionKind::kOutlet)) return false;
    const bool known =
        bytes[offsetof(NameUse, naming)] <= static_cast<int>(Naming::kHandle);
    return known && bytes[offsetof(NameUse, needs_context)] <= 1 &&
           bytes[offsetof(NameUse, needs_capital)] <= 1 && use.id < rows_of(bytes[0]);
  }

  std::size_t rows_of(unsigned char kind) const {
    switch (static_cast<MentionKind>(kind)) {
      case MentionKind::kPlayer:
        return parts_.players.size();
      case MentionKind::kPerson:
        return parts_.people.size();
      case MentionKind::kClub:
        return parts_.clubs.size();
      case MentionKind::kCompetition:
        return parts_.competitions.size();
      case MentionKind::kCountry:
      case MentionKind::kNationality:
        return parts_.countries.size();
      case MentionKind::kOutlet:
        return parts_.outlets.size();
    }
    return 0;
  }

  const CompiledParts& parts_;
};

}  // namespace

Result<CompiledParts> read_parts(const MappedFile& file) {
  return PartsReader(file).read();
}

Result<std::string_view> read_imported(const MappedFile& file) {
  return PartsReader(file, true).read(Section::kImported);
}

std::optional<std::string_view> find_stamp(const MappedFile& file) {
  const Result<std::string_view> stamp = PartsReader(file).read(Section::kStamp);
  return stamp ? std::optional(*stamp) : std::nullopt;
}

std::optional<std::string> find_wrong_place(const CompiledParts& parts) {
  const PlaceChecker checker(parts);
  if (!checker.places()) return "a country or competition";
  if (!checker.clubs()) return "a club";
  if (!checker.players()) return "a player";
  if (!checker.outlets()) return "an outlet or person";
  if (!checker.names()) return "a name";
  return std::nullopt;
}

}  // namespace hearsay
