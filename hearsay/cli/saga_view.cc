// The drawing:
//
//     Sergio Ramos → Inter Miami
//     2020-11-11 to 2023-06-14 · furthest ●●●●●○○○ advanced · latest advanced
//     3 independent roots: AS, Fichajes, Sport · 2 repeaters
//
//     2020-11-11 ┌ ●●○○○○○○ interest  AS via Bleacher Report
//                │ free · from Real Madrid · contract until 2021-06
//                │ “What the article says.”
//                │ ↳ repeated by Goal (2020-11-12)
//                ┊ 27 months later
//     2023-03-01 └ ●●●●○○○○ offer     Fichajes
//
// Everything behind the rail is wrapped there, so a long sentence never crosses the line.

#include "hearsay/cli/saga_view.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/display_width.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/layout.h"
#include "hearsay/cli/saga_events.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kRail = 11;         // the column of the rail, behind a day
constexpr std::size_t kStageColumns = 9;  // "collapsed"
constexpr std::size_t kExcerptLines = 2;  // of the evidence
constexpr std::size_t kQuotesPerEvent = 2;
constexpr std::chrono::days kLongSilence{60};

Line names(const std::vector<std::string>& all, Style style) {
  Line line;
  for (const std::string& name : all) {
    if (!line.empty()) line.push_back({", ", Style::kPlain});
    line.push_back(piece(name, style));
  }
  return line;
}

std::vector<std::string> clubs_left(const Saga& saga) {
  std::vector<std::string> clubs;
  for (const FiledClaim& filed : saga.claims) {
    const std::string& from = filed.claim.from;
    const bool known =
        from.empty() || from == saga.to || std::ranges::find(clubs, from) != clubs.end();
    if (!known) clubs.push_back(from);
  }
  return clubs;
}

std::string span_of(const Saga& saga) {
  if (!saga.first) return "undated";
  std::string days = print(saga.first->day);
  if (saga.last && saga.last->day != saga.first->day) {
    days += " to " + print(saga.last->day);
  }
  return days;
}

Line how_far(const Saga& saga, const Terminal& terminal) {
  Line line{{"furthest ", Style::kDim}, ladder(saga.furthest, terminal)};
  line.push_back(
      {" " + std::string(to_string(saga.furthest)), stage_style(saga.furthest)});
  join(line, {{"latest ", Style::kDim}}, terminal);
  line.push_back({std::string(to_string(saga.latest)), stage_style(saga.latest)});
  return line;
}

Line who(const Saga& saga, const Terminal& terminal) {
  std::vector<std::string> roots;
  for (const Origin& origin : saga.origins) {
    const bool is_place =
        origin.kind == OriginKind::kSelf;  // may be a page without a name
    roots.push_back(is_place ? last_part(origin.name) : origin.name);
  }
  const std::string count = std::to_string(roots.size()) +
                            (roots.size() == 1 ? " root: " : " independent roots: ");
  Line line{{count, Style::kDim}};
  append(line, names(roots, Style::kBold));
  const std::size_t echoes = repeaters_of(saga).size();
  return join(line, {{counted(echoes, "repeater"), Style::kDim}}, terminal);
}

// The newest fee and the newest word on the contract, each with its day.
Line known_terms(const Saga& saga, const Terminal& terminal) {
  Line line;
  if (saga.fee) {
    const FiledClaim& filed = saga.claims[*saga.fee];
    join(line, {piece("fee " + print(filed.claim.terms.fee.value_or(Money{})))},
         terminal);
    line.push_back({" (" + day_of(filed.published) + ")", Style::kDim});
  }
  if (saga.contract) {
    const FiledClaim& filed = saga.claims[*saga.contract];
    Terms terms = filed.claim.terms;
    terms.fee.reset();
    join(line, terms_line(terms, terminal), terminal);
    line.push_back({" (" + day_of(filed.published) + ")", Style::kDim});
  }
  return line;
}

std::string print_saga_head(const Saga& saga, const Terminal& terminal) {
  Line title{piece(saga.player, Style::kBold)};
  if (saga.move == Move::kRenewal) {
    title.push_back({" stays at ", Style::kPlain});
    title.push_back(piece(saga.to.empty() ? saga.from : saga.to, Style::kBold));
  } else if (saga.to.empty()) {
    title.push_back({" leaves ", Style::kPlain});
    title.push_back(piece(saga.from, Style::kBold));
  } else {
    title.push_back({" " + std::string(signs(terminal).arrow) + " ", Style::kPlain});
    title.push_back(piece(saga.to, Style::kBold));
  }
  Line when{{span_of(saga), Style::kPlain}};
  join(when, how_far(saga, terminal), terminal);
  std::string out = paragraph(title, 0, terminal) + paragraph(when, 0, terminal);
  const auto clubs = clubs_left(saga);
  if (!clubs.empty() && !saga.to.empty()) {
    Line from{{"from ", Style::kDim}};
    out += paragraph(append(from, names(clubs, Style::kPlain)), 0, terminal);
  }
  if (const Line terms = known_terms(saga, terminal); !terms.empty()) {
    out += paragraph(terms, 0, terminal);
  }
  return out + paragraph(who(saga, terminal), 0, terminal);
}

// Draws lines behind the rail.
class Rail {
 public:
  Rail(const Terminal& terminal, std::size_t events)
      : terminal_(terminal), left_(events) {}

  void event(const std::string& day, const Line& line) {
    const Signs& sign = signs(terminal_);
    --left_;
    const bool first = out_.empty();
    std::string_view joint = left_ == 0 ? sign.last : sign.middle;
    if (first) joint = left_ == 0 ? sign.only : sign.first;
    Line whole = pad({{day, Style::kBold}}, kRail);
    whole.push_back({std::string(joint) + " ", Style::kDim});
    write(append(whole, fit(line, room(), terminal_)));
  }

  // At most `most` lines of it; no limit with 0.
  void detail(const Line& line, std::size_t most = 0) {
    std::vector<Line> lines = wrap(line, room());
    if (most > 0 && lines.size() > most) {
      // One word more than fits, so that the cut shows.
      Line& last = lines[most - 1];
      last.push_back({std::string(room(), ' ') + ".", last.back().style});
      last = cut(last);
      lines.resize(most);
    }
    for (const Line& each : lines) hang(each);
  }

  void silence(const std::string& words) {
    Line whole = pad({}, kRail);
    whole.push_back({std::string(signs(terminal_).gap) + " " + words, Style::kDim});
    write(whole);
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t room() const {
    return terminal_.width > kRail + 22 ? terminal_.width - kRail - 2 : 20;
  }

  Line cut(const Line& line) const {
    Line shorter = fit(line, room(), terminal_);
    const std::string mark(signs(terminal_).ellipsis);
    std::string& text = shorter.back().text;
    const std::string bare = text.substr(0, text.size() - mark.size());
    text = bare.substr(0, bare.find_last_not_of(' ') + 1) + mark;
    return shorter;
  }

  void hang(const Line& line) {
    const std::string_view sign = left_ == 0 ? " " : signs(terminal_).rail;
    Line whole = pad({}, kRail);
    whole.push_back({std::string(sign) + " ", Style::kDim});
    write(append(whole, line));
  }

  void write(const Line& line) { out_ += render(line, terminal_) + "\n"; }

  const Terminal& terminal_;
  std::size_t left_;
  std::string out_;
};

Line event_line(const FiledClaim& filed, const Terminal& terminal) {
  const Claim& claim = filed.claim;
  Line line{ladder(claim.stage, terminal), {" ", Style::kPlain}};
  append(line, pad({{std::string(to_string(claim.stage)), stage_style(claim.stage)}},
                   kStageColumns));
  line.push_back({"  ", Style::kPlain});
  append(line, root_words(filed));
  if (const std::string via = carriers(claim); !via.empty()) {
    line.push_back(piece(" via " + via, Style::kDim));
  }
  if (claim.denied && claim.stage != Stage::kDenied) {
    const std::string cross(signs(terminal).cross);
    line.push_back({"  " + cross + " denied", Style::kBad});
  }
  return line;
}

Line facts(const Claim& claim, const Terminal& terminal) {
  Line line;
  if (claim.move == Move::kLoan || claim.move == Move::kFree) {
    join(line, {piece(to_string(claim.move))}, terminal);
  }
  if (!claim.from.empty() && claim.from != claim.to) {
    join(line, {piece("from " + claim.from)}, terminal);
  }
  if (claim.certainty != Certainty::kReported) {
    join(line, {piece(to_string(claim.certainty))}, terminal);
  }
  return join(line, terms_line(claim.terms, terminal), terminal);
}

// "↳ repeated by Goal (2020-11-12), Marca (2020-11-13, as linked)"
Line echoes_line(const Saga& saga, const SagaEvent& event, const Terminal& terminal) {
  const FiledClaim& first = saga.claims[event.claim];
  std::set<std::string> named = {carrier_of(first), first.claim.origin};
  std::string words;
  for (const std::size_t place : event.echoes) {
    const FiledClaim& echo = saga.claims[place];
    if (!named.insert(carrier_of(echo)).second) continue;
    words += words.empty() ? " repeated by " : ", ";
    words += carrier_of(echo) + " (" + day_of(echo.published);
    if (echo.claim.stage != first.claim.stage) {
      words.append(", as ").append(to_string(echo.claim.stage));
    }
    words += ")";
  }
  if (words.empty()) return {};
  return {
      {std::string(signs(terminal).echo) + printable(words).insert(0, " "), Style::kDim}};
}

void draw_quotes(Rail& rail, const Saga& saga, const SagaEvent& event,
                 const std::vector<FiledQuote>& quotes, const Terminal& terminal) {
  std::set<std::string> documents = {saga.claims[event.claim].document};
  for (const std::size_t place : event.echoes)
    documents.insert(saga.claims[place].document);
  std::size_t drawn = 0;
  for (const FiledQuote& quote : quotes) {
    if (!documents.contains(quote.document) || drawn == kQuotesPerEvent) continue;
    ++drawn;
    Line line{piece(quote.speaker, Style::kName)};
    if (!quote.to.empty()) line.push_back(piece(" to " + quote.to));
    line.push_back({": " + quoted(quote.words, terminal), Style::kPlain});
    rail.detail(line, kExcerptLines);
  }
}

void draw_event(Rail& rail, const Saga& saga, const SagaEvent& event,
                const std::vector<FiledQuote>& quotes, const Terminal& terminal) {
  const FiledClaim& filed = saga.claims[event.claim];
  rail.event(day_of(filed.published), event_line(filed, terminal));
  if (const Line line = facts(filed.claim, terminal); !line.empty()) rail.detail(line);
  if (!filed.evidence.empty()) {
    rail.detail({{quoted(filed.evidence, terminal), Style::kDim}}, kExcerptLines);
  }
  draw_quotes(rail, saga, event, quotes, terminal);
  if (const Line line = echoes_line(saga, event, terminal); !line.empty()) {
    rail.detail(line);
  }
}

// "3 months later", when nothing was said for long.
std::optional<std::string> find_silence(const FiledClaim& before,
                                        const FiledClaim& after) {
  if (!before.published || !after.published) return std::nullopt;
  const std::chrono::days days = after.published->day - before.published->day;
  if (days <= kLongSilence) return std::nullopt;
  const auto months = static_cast<std::size_t>(days / std::chrono::days{30});
  if (months < 24) return counted(months, "month") + " later";
  return counted(months / 12, "year") + " later";
}

std::size_t last_claim(const SagaEvent& event) {
  return event.echoes.empty() ? event.claim : event.echoes.back();
}

}  // namespace

std::string print_saga(const Saga& saga, const std::vector<FiledQuote>& quotes,
                       const Terminal& terminal) {
  const std::vector<SagaEvent> events = saga_events(saga);
  Rail rail(terminal, events.size());
  std::optional<std::size_t> before;
  for (const SagaEvent& event : events) {
    if (before) {
      const auto silence = find_silence(saga.claims[*before], saga.claims[event.claim]);
      if (silence) rail.silence(*silence);
    }
    draw_event(rail, saga, event, quotes, terminal);
    before = std::max(before.value_or(0), last_claim(event));
  }
  return print_saga_head(saga, terminal) + "\n" + rail.take();
}

}  // namespace hearsay::cli
