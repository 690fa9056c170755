// What the ledger remembers of a claim, and the story that claims of one move make.

#pragma once

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
  std::string title;     // empty when unknown
  std::string outlet;    // empty when unknown
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

// The root of a piece of news, and everybody who carried it.
struct Origin {
  std::string name;
  OriginKind kind = OriginKind::kSelf;
  std::optional<Moment> first;         // when this root was first seen
  std::vector<std::size_t> claims;     // into Saga::claims, by date
  std::vector<std::string> repeaters;  // outlets that only repeated it, in order
};

// All that was said of one player and one destination.
struct Saga {
  std::string player;
  std::string to;
  std::vector<FiledClaim> claims;  // by date; undated ones last
  std::vector<Origin> origins;     // independent roots, the first to say it first
  std::optional<Moment> first;
  std::optional<Moment> last;
  Stage furthest = Stage::kLinked;  // on the ladder
  Stage latest = Stage::kLinked;    // as the newest dated claim has it
};

}  // namespace hearsay
