// What is said to happen to a player: the row of the ledger.
//
// The words mean what the marking guide says (docs/formats/claims.md): a claim is a
// player, a club that may get him, and how far it is, as one article has it now.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/id.h"
#include "hearsay/base/money.h"
#include "hearsay/base/span.h"

namespace hearsay {

// How far a deal is. kLinked … kDone is a ladder; the rest are ways off it.
enum class Stage : std::uint8_t {
  kLinked,     // could, might, on a list; no party acts
  kInterest,   // a club wants, watches, plans; or the player wants it
  kTalks,      // contact, approach, enquiry, negotiations
  kOffer,      // a bid or a contract offer was made
  kAdvanced,   // close, imminent, set to, expected to complete
  kAgreed,     // clubs or player agreed: fee, terms, verbally
  kMedical,    // booked or done
  kDone,       // signed, announced, completed
  kRejected,   // an offer was turned down, and there it stands
  kCooled,     // interest dropped, unlikely, out of the race
  kCollapsed,  // a deal that was on its way is off
  kDenied,     // a party says it is not true, he is not for sale, he stays
};

enum class Move : std::uint8_t { kTransfer, kLoan, kFree, kRenewal, kExit, kUnknown };

// How surely the article itself puts it.
enum class Certainty : std::uint8_t {
  kConfirmed,   // by a party of the deal, on the record
  kReported,    // as a fact that somebody named or the outlet itself reports
  kRumoured,    // hedged: reportedly, understood, could
  kSpeculated,  // wondered about, tipped, suggested
};

enum class OriginKind : std::uint8_t {
  kOutlet,
  kJournalist,
  kClub,
  kPlayer,
  kAgent,
  kCoach,
  kOfficial,
  kSelf,  // no root is named: the outlet speaks for itself
};

enum class OptionKind : std::uint8_t { kExtend, kBuy };

struct ContractOption {
  OptionKind kind = OptionKind::kExtend;
  bool obligation = false;  // "with an obligation to buy"
  std::string holder;       // the club that may use it; empty when not said
  int years = 0;            // of an extension; 0 when not said
  std::optional<Money> fee;

  bool operator==(const ContractOption&) const = default;
};

struct Terms {
  std::optional<Money> fee;      // agreed or bid first, else asking price or clause
  std::string contract_until;    // ISO, as precise as stated: "2025-06-30", "2025-06",
                                 // "2025"; or ""
  bool contract_ending = false;  // it runs out soon, whenever that is
  std::optional<int> contract_years;  // of the new contract
  std::optional<Money> wage;          // per week or year, see `wage_period`
  std::string wage_period;            // "week", "month", "year"; empty without a wage
  std::optional<ContractOption> option;

  bool operator==(const Terms&) const = default;
};

// Why a field of a claim is what it is, for `hearsay explain`.
struct Because {
  std::string field;  // "stage", "player", "origin" …
  std::string value;
  std::string rule;  // the data row or rule of the engine: "predicates.tsv:31"
  TextSpan words;    // what carried it; empty when nothing of the text did
};

struct Claim {
  std::string player;  // usual full name
  std::string from;    // usual name of the club he may leave; empty when not said
  std::string to;      // usual name, "[MLS]" for a league or country, empty for an exit
  std::optional<PlayerId> player_id;
  std::optional<ClubId> from_id;
  std::optional<ClubId> to_id;
  Move move = Move::kUnknown;
  Stage stage = Stage::kLinked;
  bool denied = false;
  Certainty certainty = Certainty::kReported;
  std::vector<std::string> voices;  // from the page outward; the last is `origin`
  std::string origin;               // the outlet's own name when `origin_kind` is kSelf
  OriginKind origin_kind = OriginKind::kSelf;
  Terms terms;
  TextSpan evidence;  // Text::slice gives the words a reader would quote
  RawSpan raw_evidence;
  std::vector<Because> because;
};

// Words that somebody is said to have spoken or written.
struct Quote {
  std::string speaker;  // usual name, or a description when nobody is named; never empty
  std::string to;       // the outlet spoken to; empty when not said
  TextSpan span;        // without the quotation marks
  RawSpan raw;
};

// Something that looked like a claim and was not kept, for `hearsay explain`.
struct Dropped {
  TextSpan span;
  std::string what;  // "Blaise Matuidi → Inter Miami (done)"
  std::string why;   // "background: this year, finished before the news"
};

std::string_view to_string(Stage stage);  // "interest"
std::string_view to_string(Move move);    // "free"
std::string_view to_string(Certainty certainty);
std::string_view to_string(OriginKind kind);
std::string_view to_string(OptionKind kind);

std::optional<Stage> find_stage(std::string_view name);
std::optional<Move> find_move(std::string_view name);
std::optional<Certainty> find_certainty(std::string_view name);
std::optional<OriginKind> find_origin_kind(std::string_view name);
std::optional<OptionKind> find_option_kind(std::string_view name);

// kLinked … kDone, in order.
bool is_on_ladder(Stage stage);

// One line with everything that counts, for tests, `--plain` and the debugger:
// interest player="Sergio Ramos" from="Paris Saint-Germain" to="Inter Miami" move=free
// by=Sportskeeda<Fichajes origin=outlet certainty=reported @217-352
std::string print(const Claim& claim);

}  // namespace hearsay
