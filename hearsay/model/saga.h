// What the ledger remembers of a claim, and the story that claims of one move make.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/model/claim.h"

namespace hearsay {

// A claim as filed: with the document it was read in. Ids of the knowledge base and the
// reasons are gone; names and offsets stay.
struct FiledClaim {
  std::string document;  // Reading::id
  std::string uri;
  std::string title;   // empty when unknown
  std::string outlet;  // empty when unknown
  std::optional<Moment> published;
  bool obfuscated = false;
  Claim claim;
  std::string evidence;  // the words themselves
};

struct FiledQuote {
  std::string document;
  std::string outlet;
  std::optional<Moment> published;
  std::string speaker;
  std::string to;
  std::string words;
  TextSpan span;
  RawSpan raw;
};

struct FiledDocument {
  std::string id;
  std::string uri;
  std::string title;
  std::string outlet;
  std::optional<Moment> published;
  std::string language;
  std::int64_t repairs = 0;
  bool obfuscated = false;
  std::int64_t claims = 0;
};

// The order of every list: earlier days first; within a day those with a clock time
// first, by it; what has no date comes last.
std::weak_ordering compare_times(const std::optional<Moment>& left,
                                 const std::optional<Moment>& right);

// By time, then by document and place in it; equal only when nothing that prints differs.
bool comes_before(const FiledClaim& left, const FiledClaim& right);

// The root of a piece of news, and everybody who carried it.
struct Origin {
  std::string name;
  OriginKind kind = OriginKind::kSelf;  // kSelf: an outlet that nobody else names
  std::optional<Moment> first;          // when this root was first seen
  std::vector<std::size_t> claims;     // into Saga::claims, by date; one of each document
  std::vector<std::string> repeaters;  // outlets that only repeated it, in order
};

// All that was said of one player and one destination. His leaving without one is a saga
// of its own (`to` is empty), and so is his staying: move kRenewal.
struct Saga {
  std::string player;
  std::string to;
  std::string from;  // the club he may leave, as the newest claim that names one
  Move move = Move::kUnknown;      // as the newest claim that knows
  std::vector<FiledClaim> claims;  // by date; undated ones last
  std::vector<Origin> origins;     // independent roots, the first to say it first
  std::optional<Moment> first;
  std::optional<Moment> last;
  Stage furthest = Stage::kLinked;  // on the ladder
  Stage latest = Stage::kLinked;    // as the newest dated claim has it
  bool denied = false;              // somebody concerned rejected it at some time
  // Into `claims`: the newest that states a fee, and the newest that speaks of the
  // contract (its end, that it runs out, an option). Whatever is older may be of another
  // contract.
  std::optional<std::size_t> fee;
  std::optional<std::size_t> contract;
};

}  // namespace hearsay
