// Words a reader of transfer news would use, in one place, so that the same claim reads
// the same in `read`, `claims` and `saga`.

#include "hearsay/cli/claim_words.h"

#include <cstddef>
#include <optional>

#include "hearsay/cli/display_width.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kRungs = 8;  // kLinked … kDone

std::string option_words(const ContractOption& option) {
  std::string out = option.obligation ? "obligation to " : "option to ";
  out += to_string(option.kind);
  if (option.years != 0)
    out += " by " + counted(static_cast<std::size_t>(option.years), "year");
  if (option.fee) out += " for " + print(*option.fee);
  if (!option.holder.empty()) out += ", of " + option.holder;
  return out;
}

std::string repeated(std::string_view sign, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += sign;
  return out;
}

bool plays_a_part(OriginKind kind) {
  return kind != OriginKind::kOutlet && kind != OriginKind::kSelf &&
         kind != OriginKind::kClub;
}

}  // namespace

Style stage_style(Stage stage) {
  if (!is_on_ladder(stage)) return Style::kBad;
  if (stage >= Stage::kAgreed) return Style::kGood;
  return stage >= Stage::kOffer ? Style::kFair : Style::kPlain;
}

Piece ladder(Stage stage, const Terminal& terminal) {
  const Signs& sign = signs(terminal);
  if (!is_on_ladder(stage)) {
    const std::string rest = repeated(terminal.utf8 ? "─" : "-", kRungs - 1);
    return {std::string(sign.cross) + rest, Style::kBad};
  }
  const std::size_t height = static_cast<std::size_t>(stage) + 1;
  return {repeated(sign.full, height) + repeated(sign.empty, kRungs - height),
          stage_style(stage)};
}

Line stage_words(const Claim& claim) {
  Line line{{std::string(to_string(claim.stage)), stage_style(claim.stage)}};
  const bool says_so = claim.stage == Stage::kDenied;
  if (claim.denied && !says_so) line.push_back({", denied", Style::kBad});
  return line;
}

Line from_words(const Claim& claim) {
  const bool said_behind = claim.move == Move::kRenewal || claim.to.empty();
  if (said_behind || claim.from.empty()) return {};
  return {piece(claim.from)};
}

Line to_words(const Claim& claim, const Terminal& terminal) {
  if (claim.move == Move::kRenewal) {
    const std::string& club = claim.to.empty() ? claim.from : claim.to;
    return {{"stays at ", Style::kDim}, piece(club)};
  }
  if (claim.to.empty()) return {{"leaves ", Style::kDim}, piece(claim.from)};
  return {{std::string(signs(terminal).arrow) + " ", Style::kDim}, piece(claim.to)};
}

Line move_words(const Claim& claim, const Terminal& terminal) {
  Line line = from_words(claim);
  if (!line.empty()) line.push_back({" ", Style::kPlain});
  return append(line, to_words(claim, terminal));
}

Line root_words(const Claim& claim) {
  if (claim.origin.empty()) return {{"unnamed", Style::kDim}};
  Line line{piece(claim.origin, Style::kBold)};
  if (plays_a_part(claim.origin_kind)) {
    line.push_back({" (" + std::string(to_string(claim.origin_kind)) + ")", Style::kDim});
  }
  return line;
}

Line root_words(const FiledClaim& filed) {
  if (!filed.claim.origin.empty()) return root_words(filed.claim);
  return {piece(last_part(filed.uri), Style::kDim)};
}

std::string last_part(std::string_view uri) {
  while (uri.size() > 1 && uri.back() == '/') uri.remove_suffix(1);
  const std::string_view last = uri.substr(uri.find_last_of('/') + 1);
  return std::string(last.empty() ? uri : last);
}

std::string carriers(const Claim& claim) {
  std::string names;
  for (auto voice = claim.voices.rbegin(); voice != claim.voices.rend(); ++voice) {
    if (*voice != claim.origin) names += (names.empty() ? "" : ", ") + *voice;
  }
  return names;
}

Line chain(const Claim& claim, const Terminal& terminal) {
  Line line;
  const std::string between = " " + std::string(signs(terminal).cites) + " ";
  for (const std::string& voice : claim.voices) {
    if (voice == claim.origin) continue;
    line.push_back(piece(voice));
    line.push_back({between, Style::kDim});
  }
  return append(line, root_words(claim));
}

std::vector<std::string> terms_words(const Terms& terms) {
  std::vector<std::string> words;
  if (terms.fee) words.push_back("fee " + print(*terms.fee));
  if (!terms.contract_until.empty()) {
    words.push_back("contract until " + terms.contract_until);
  }
  if (terms.contract_ending) words.emplace_back("contract running out");
  if (terms.contract_years) {
    words.push_back("new contract of " +
                    counted(static_cast<std::size_t>(*terms.contract_years), "year"));
  }
  if (terms.wage) {
    const std::string period = terms.wage_period.empty() ? "" : " a " + terms.wage_period;
    words.push_back("wage " + print(*terms.wage) + period);
  }
  if (terms.option) words.push_back(option_words(*terms.option));
  return words;
}

Line terms_line(const Terms& terms, const Terminal& terminal) {
  Line line;
  for (const std::string& words : terms_words(terms)) {
    join(line, {piece(words)}, terminal);
  }
  return line;
}

std::string quoted(std::string_view words, const Terminal& terminal) {
  const Signs& sign = signs(terminal);
  return std::string(sign.open_quote) + printable(words) + std::string(sign.close_quote);
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string day_of(const std::optional<Moment>& moment) {
  return moment ? print(moment->day) : "undated";
}

}  // namespace hearsay::cli
