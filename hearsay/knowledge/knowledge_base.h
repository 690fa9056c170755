// Who and what exists: players, clubs, outlets, people, competitions, countries, and the
// languages they are written about in. Read once, then never changed.
//
//     data/knowledge/*.tsv ──compile──▶ hearsay.kb ──map──▶ KnowledgeBase
//
// However it was loaded, it looks into one block of compiled bytes (compiled_format.h):
// names, spells and the index of names stay where they lie, in a file that processes
// share.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/base/error.h"
#include "hearsay/base/id.h"
#include "hearsay/knowledge/lexicon.h"
#include "hearsay/knowledge/mapped_file.h"
#include "hearsay/knowledge/maybe_day.h"
#include "hearsay/knowledge/name_index.h"
#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/mention.h"

namespace hearsay {

// All views below look into the KnowledgeBase and live as long as it does.

// A time at a club. Unknown ends are nothing; `to` of a present club is nothing too.
struct Spell {
  ClubId club;
  MaybeDay from;
  MaybeDay to;  // the last day
  bool loan = false;
};

enum class Position : std::uint8_t {
  kUnknown,
  kGoalkeeper,
  kDefender,
  kMidfielder,
  kForward
};

struct Player {
  std::string_view name;       // usual full name: "Sergio Ramos"
  std::string_view full_name;  // as in the passport; may be empty
  std::optional<Date> born_on;
  std::span<const CountryId> nationalities;  // the one he plays for first
  Position position = Position::kUnknown;
  std::span<const Spell> spells;  // by `from`, unknown first
  int notability = 0;             // 0…100: who is meant when nothing else tells
  bool woman = false;
};

struct Club {
  std::string_view name;  // usual English name: "Bayern Munich"
  std::string_view city;
  std::optional<CountryId> country;
  std::optional<CompetitionId> league;
  std::optional<ClubId> parent;  // for reserve and youth teams: the club they belong to
  int notability = 0;            // 0…100
  bool women = false;
};

struct Outlet {
  std::string_view name;                      // "Sky Sports"
  std::span<const std::string_view> domains;  // "skysports.com"
  std::string_view language;                  // BCP 47
  std::optional<CountryId> country;
  std::string_view kind;  // newspaper, broadcaster, agency, site, aggregator, club
};

// Journalists, coaches, directors, agents: named in claims, never the subject of one.
struct Person {
  std::string_view name;
  Role role = Role::kNone;
  std::span<const std::string_view> organisations;  // outlets or clubs they speak for
};

struct Competition {
  std::string_view name;  // "La Liga"
  std::optional<CountryId> country;
  bool league = false;  // a league has clubs; a cup is only played for
};

struct Country {
  std::string_view name;                       // "Saudi Arabia"
  std::span<const std::string_view> demonyms;  // "Spaniard", "Spanish"
};

// One way in which a row of the base is called.
struct ListedName {
  std::string_view text;
  NameUse use;
};

// What a compiled file was made of; see compiled_format.h.
struct CompiledParts;

class KnowledgeBase {
 public:
  // Reads a data folder: `knowledge/*.tsv` and `lang/*/`. The columns are documented in
  // docs/formats/knowledge.md. Fails at the first malformed row, naming file and line.
  static Result<KnowledgeBase> load(const std::filesystem::path& data);

  // Takes players, clubs and all the rest from compiled bytes, and the languages from a
  // data folder. kMalformed when the bytes are cut off or damaged, kUnsupported when they
  // are of another version; the message names the file and the remedy.
  static Result<KnowledgeBase> open(MappedFile compiled,
                                    const std::filesystem::path& data);

  std::span<const Player> players() const { return players_; }
  std::span<const Club> clubs() const { return clubs_; }
  std::span<const Outlet> outlets() const { return outlets_; }
  std::span<const Person> people() const { return people_; }
  std::span<const Competition> competitions() const { return competitions_; }
  std::span<const Country> countries() const { return countries_; }

  const Player& player(PlayerId id) const { return players_[id.value]; }
  const Club& club(ClubId id) const { return clubs_[id.value]; }
  const Outlet& outlet(OutletId id) const { return outlets_[id.value]; }
  const Person& person(PersonId id) const { return people_[id.value]; }
  const Competition& competition(CompetitionId id) const {
    return competitions_[id.value];
  }
  const Country& country(CountryId id) const { return countries_[id.value]; }

  const NameIndex& names() const { return names_; }

  // What the tables say of a row beside what the program reads with: its key, all its
  // names, and where it is from ("hearsay|tables:tm:10"). REQUIRES: there is such a row;
  // a nationality is a row of the countries.
  std::string_view key_of(MentionKind kind, std::uint32_t id) const;
  std::string_view sources_of(MentionKind kind, std::uint32_t id) const;
  std::vector<ListedName> names_of(MentionKind kind, std::uint32_t id) const;

  // Every name of the base, row by row.
  std::size_t listed_name_count() const;
  ListedName listed_name(std::size_t place) const;

  // The words of web pages: data/page/; empty when the folder is not there.
  const PageWords& page_words() const { return page_words_; }

  // The club that `player` belonged to on `day`: his loan club when `on_loan` is asked
  // for, else the club that holds his contract. Nothing when no spell covers the day.
  std::optional<ClubId> club_of(PlayerId player, Date day, bool on_loan = false) const;

  // Whether he ever played for `club` before `day`.
  bool played_for(PlayerId player, ClubId club, Date day) const;

  // The outlet whose domain this is or that a subdomain of belongs to: "edition.cnn.com".
  std::optional<OutletId> outlet_of_domain(std::string_view domain) const;

  // The phrases of a language ("en"); null when we do not have it.
  const Lexicon* lexicon(std::string_view language) const;
  std::vector<std::string_view> languages() const;  // sorted

  KnowledgeBase(KnowledgeBase&&) noexcept = default;
  KnowledgeBase& operator=(KnowledgeBase&&) noexcept = default;
  KnowledgeBase(const KnowledgeBase&) = delete;
  KnowledgeBase& operator=(const KnowledgeBase&) = delete;
  ~KnowledgeBase() = default;

 private:
  friend class CompiledReader;
  KnowledgeBase() = default;
  Result<void> load_languages(const std::filesystem::path& data);

  MappedFile compiled_;                   // what the views look into
  std::shared_ptr<CompiledParts> parts_;  // its sections
  std::vector<std::string_view> texts_;   // domains, organisations, demonyms
  std::vector<Player> players_;
  std::vector<Club> clubs_;
  std::vector<Outlet> outlets_;
  std::vector<Person> people_;
  std::vector<Competition> competitions_;
  std::vector<Country> countries_;
  std::vector<std::pair<std::string_view, OutletId>> domains_;  // sorted
  NameIndex names_;
  PageWords page_words_;
  std::vector<std::unique_ptr<Lexicon>> lexicons_;  // sorted by language
};

}  // namespace hearsay
