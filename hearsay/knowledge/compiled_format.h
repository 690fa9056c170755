// How the compiled knowledge base lies in its file.
//
//     ┌────────┬───────────────┬─────────┬─────────┬── … ──┐
//     │ header │ section table │ text    │ places  │       │   each section on a
//     └────────┴───────────────┴─────────┴─────────┴── … ──┘   boundary of 8 bytes
//      40 bytes  32 a section
//
// Every section is an array of records of one size, or bytes. A record holds numbers and
// places: of bytes in `text`, of records in another section. Numbers are those of a
// little-endian machine; a file from another kind is refused. The sum of the header
// covers header and table, each entry of the table holds the sum of its section: a byte
// that changed anywhere is seen before anything is believed. What the sums do not tell,
// whether places lie where they should, compiled.cc checks.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay {

inline constexpr std::array<char, 8> kCompiledMagic = {'h', 'e', 'a', 'r',
                                                       's', 'a', 'y', 'K'};
inline constexpr std::uint32_t kCompiledVersion = 1;
inline constexpr std::uint32_t kByteOrder = 0x01020304;
inline constexpr std::uint32_t kNoPlace = 0xFFFFFFFF;

struct FileHeader {
  std::array<char, 8> magic = kCompiledMagic;
  std::uint32_t version = kCompiledVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t file_bytes = 0;
  std::uint32_t section_count = 0;
  std::uint32_t unused = 0;
  std::uint64_t head_sum = 0;  // of header and table, with 0 in this place
};
static_assert(sizeof(FileHeader) == 40);

struct SectionEntry {
  std::uint32_t section = 0;
  std::uint32_t record_bytes = 0;
  std::uint64_t begin = 0;
  std::uint64_t bytes = 0;
  std::uint64_t sum = 0;
};
static_assert(sizeof(SectionEntry) == 32);

// In the order in which they stand in the file. A new one goes to the end, and the
// version goes up.
enum class Section : std::uint8_t {
  kText,
  kTextList,
  kCountries,
  kCompetitions,
  kClubs,
  kOutlets,
  kPeople,
  kPlayers,
  kNations,
  kSpells,
  kDomains,
  kNames,
  kFirstWords,
  kEdgeBits,
  kEdges,
  kNodes,
  kUses,
  kStamp,     // of which tables it was made; see store.h
  kImported,  // the records that were imported, as text; see records.h
};
inline constexpr std::size_t kSectionCount = 19;

// Bytes of the section of texts.
struct TextPlace {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// Records of another section.
struct ListPlace {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct RowRecord {
  TextPlace key;
  TextPlace name;
  TextPlace sources;
};

struct CountryRecord {
  RowRecord row;
  ListPlace demonyms;  // of kTextList
};

struct CompetitionRecord {
  RowRecord row;
  std::uint32_t country = kNoPlace;
  std::uint32_t league = 0;  // 0 or 1
};

struct ClubRecord {
  RowRecord row;
  TextPlace city;
  std::uint32_t country = kNoPlace;
  std::uint32_t league = kNoPlace;
  std::uint32_t parent = kNoPlace;
  std::uint16_t notability = 0;
  std::uint16_t women = 0;
};

struct OutletRecord {
  RowRecord row;
  TextPlace language;
  TextPlace kind;
  ListPlace domains;  // of kTextList
  std::uint32_t country = kNoPlace;
};

struct PersonRecord {
  RowRecord row;
  ListPlace organisations;  // of kTextList
  std::uint32_t role = 0;
};

struct PlayerRecord {
  RowRecord row;
  TextPlace full_name;
  ListPlace nations;  // of kNations
  ListPlace spells;   // of kSpells
  MaybeDay born_on;
  std::uint8_t position = 0;
  std::uint8_t notability = 0;
  std::uint8_t woman = 0;
  std::uint8_t unused = 0;
};

struct DomainRecord {  // sorted by domain
  TextPlace domain;
  std::uint32_t outlet = 0;
};

struct NameRecord {  // of the rows in their order: by kind, then by id
  TextPlace text;
  NameUse use;
};

static_assert(sizeof(Spell) == 16 && std::is_trivially_copyable_v<Spell>);
static_assert(sizeof(CountryId) == 4);
static_assert(sizeof(NameUse) == 12 && offsetof(NameUse, naming) == 8);
static_assert(sizeof(PlayerRecord) == 56 && sizeof(ClubRecord) == 48);

// The sections of a checked file.
struct CompiledParts {
  std::string_view text;
  std::span<const TextPlace> text_list;
  std::span<const CountryRecord> countries;
  std::span<const CompetitionRecord> competitions;
  std::span<const ClubRecord> clubs;
  std::span<const OutletRecord> outlets;
  std::span<const PersonRecord> people;
  std::span<const PlayerRecord> players;
  std::span<const CountryId> nations;
  std::span<const Spell> spells;
  std::span<const DomainRecord> domains;
  std::span<const NameRecord> names;
  NameIndex::Parts index;
  std::string_view stamp;
  std::string_view imported;

  std::string_view slice(TextPlace place) const {
    return text.substr(place.begin, place.size);
  }
  const RowRecord& row(MentionKind kind, std::uint32_t id) const;
};

}  // namespace hearsay
