// The words of the ledger for the enums of a claim, each in one table, and the line that
// a claim prints as. The tables stand in the order of the enums; a test walks them.

#include "hearsay/model/claim.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace hearsay {
namespace {

template <std::size_t count>
using Words = std::array<std::string_view, count>;

constexpr Words<12> kStages = {
    "linked",  "interest", "talks",    "offer",  "advanced",  "agreed",
    "medical", "done",     "rejected", "cooled", "collapsed", "denied",
};
constexpr Words<6> kMoves = {"transfer", "loan", "free", "renewal", "exit", "unknown"};
constexpr Words<4> kCertainties = {"confirmed", "reported", "rumoured", "speculated"};
constexpr Words<8> kOriginKinds = {
    "outlet", "journalist", "club", "player", "agent", "coach", "official", "self",
};
constexpr Words<2> kOptionKinds = {"extend", "buy"};

template <class Enum, std::size_t count>
std::string_view word_of(const Words<count>& words, Enum value) {
  const auto place = static_cast<std::size_t>(value);
  return place < count ? words[place] : std::string_view("?");
}

template <class Enum, std::size_t count>
std::optional<Enum> find_in(const Words<count>& words, std::string_view name) {
  const auto found = std::ranges::find(words, name);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

// A voice stands bare when it is one plain word: Sportskeeda, but "Fabrizio Romano".
std::string print_voice(std::string_view name) {
  const bool plain =
      !name.empty() && name.find_first_of(" \t\n\"<\\") == std::string_view::npos;
  return plain ? std::string(name) : quoted(name);
}

std::string print_voices(const std::vector<std::string>& voices) {
  std::string out;
  for (const std::string& voice : voices) {
    if (!out.empty()) out += '<';
    out += print_voice(voice);
  }
  return out;
}

std::string print_option(const ContractOption& option) {
  std::string out = " option=" + std::string(to_string(option.kind));
  if (option.obligation) out += " obligation";
  if (!option.holder.empty()) out += " holder=" + quoted(option.holder);
  if (option.years != 0) out += " option_years=" + std::to_string(option.years);
  if (option.fee) out += " option_fee=" + quoted(print(*option.fee));
  return out;
}

std::string print_terms(const Terms& terms) {
  std::string out;
  if (terms.fee) out += " fee=" + quoted(print(*terms.fee));
  if (!terms.contract_until.empty()) out += " contract_until=" + terms.contract_until;
  if (terms.contract_ending) out += " contract_ending";
  if (terms.contract_years)
    out += " contract_years=" + std::to_string(*terms.contract_years);
  if (terms.wage) {
    const std::string period = terms.wage_period.empty() ? "" : "/" + terms.wage_period;
    out += " wage=" + quoted(print(*terms.wage) + period);
  }
  if (terms.option) out += print_option(*terms.option);
  return out;
}

}  // namespace

std::string_view to_string(Stage stage) {
  return word_of(kStages, stage);
}
std::string_view to_string(Move move) {
  return word_of(kMoves, move);
}
std::string_view to_string(Certainty certainty) {
  return word_of(kCertainties, certainty);
}
std::string_view to_string(OriginKind kind) {
  return word_of(kOriginKinds, kind);
}
std::string_view to_string(OptionKind kind) {
  return word_of(kOptionKinds, kind);
}

std::optional<Stage> find_stage(std::string_view name) {
  return find_in<Stage>(kStages, name);
}
std::optional<Move> find_move(std::string_view name) {
  return find_in<Move>(kMoves, name);
}
std::optional<Certainty> find_certainty(std::string_view name) {
  return find_in<Certainty>(kCertainties, name);
}
std::optional<OriginKind> find_origin_kind(std::string_view name) {
  return find_in<OriginKind>(kOriginKinds, name);
}
std::optional<OptionKind> find_option_kind(std::string_view name) {
  return find_in<OptionKind>(kOptionKinds, name);
}

bool is_on_ladder(Stage stage) {
  return stage <= Stage::kDone;
}

std::string print(const Claim& claim) {
  std::string out(to_string(claim.stage));
  if (claim.denied) out += " denied";
  out += " player=" + quoted(claim.player);
  if (!claim.from.empty()) out += " from=" + quoted(claim.from);
  if (!claim.to.empty()) out += " to=" + quoted(claim.to);
  out.append(" move=").append(to_string(claim.move));
  if (!claim.voices.empty()) out += " by=" + print_voices(claim.voices);
  // The last voice is the root; it is said apart only where the chain does not end in it.
  if (!claim.origin.empty() &&
      (claim.voices.empty() || claim.voices.back() != claim.origin)) {
    out += " root=" + print_voice(claim.origin);
  }
  out.append(" origin=").append(to_string(claim.origin_kind));
  out.append(" certainty=").append(to_string(claim.certainty));
  out += print_terms(claim.terms);
  out += " @" + std::to_string(claim.evidence.begin) + '-' +
         std::to_string(claim.evidence.end);
  return out;
}

}  // namespace hearsay
