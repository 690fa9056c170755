// Claims of one root that say the same within a month are one event and its echoes. An
// echo may say less than its root (a copy that makes "close" into "interested"), never
// more.

#include "hearsay/cli/saga_events.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay::cli {
namespace {

// After so long the same words are news again. A choice of the drawing, not measured.
constexpr std::chrono::days kOneEvent{30};

bool within_one_event(const FiledClaim& earlier, const FiledClaim& later) {
  if (!earlier.published || !later.published) return true;
  return later.published->day - earlier.published->day <= kOneEvent;
}

bool says_no_more(const Claim& echo, const Claim& event) {
  if (echo.stage == event.stage) return echo.denied == event.denied;
  return is_on_ladder(echo.stage) && is_on_ladder(event.stage) &&
         echo.stage < event.stage && echo.denied == event.denied;
}

bool is_echo(const Saga& saga, const SagaEvent& event, const FiledClaim& filed) {
  const FiledClaim& first = saga.claims[event.claim];
  const FiledClaim& latest =
      event.echoes.empty() ? first : saga.claims[event.echoes.back()];
  return first.claim.origin == filed.claim.origin &&
         says_no_more(filed.claim, first.claim) && within_one_event(latest, filed);
}

// "Ramos" of "Sergio Ramos".
std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.find_last_of(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

bool belongs(const FiledQuote& quote, const Saga& saga) {
  const bool is_root =
      std::ranges::find(saga.origins, quote.speaker, &Origin::name) != saga.origins.end();
  bool in_saga = false;
  for (const FiledClaim& filed : saga.claims) {
    if (filed.document != quote.document) continue;
    in_saga = true;
    if (filed.claim.evidence.overlaps(quote.span)) return true;
  }
  const bool names_him = quote.words.find(last_word(saga.player)) != std::string::npos;
  return in_saga && (is_root || names_him || quote.speaker == saga.player);
}

}  // namespace

std::vector<SagaEvent> saga_events(const Saga& saga) {
  std::vector<SagaEvent> events;
  for (std::size_t i = 0; i < saga.claims.size(); ++i) {
    // The newest event it may repeat.
    const auto event = std::find_if(
        events.rbegin(), events.rend(),
        [&](const auto& each) { return is_echo(saga, each, saga.claims[i]); });
    if (event != events.rend()) {
      event->echoes.push_back(i);
    } else {
      events.push_back({i, {}});
    }
  }
  return events;
}

std::string carrier_of(const FiledClaim& filed) {
  if (!filed.outlet.empty()) return filed.outlet;
  return filed.claim.voices.empty() ? filed.claim.origin : filed.claim.voices.front();
}

std::vector<FiledQuote> saga_quotes(const Saga& saga,
                                    const std::vector<FiledQuote>& quotes) {
  std::vector<FiledQuote> kept;
  std::set<std::pair<std::string, std::string>> seen;
  for (const FiledQuote& quote : quotes) {
    if (belongs(quote, saga) && seen.insert({quote.speaker, quote.words}).second) {
      kept.push_back(quote);
    }
  }
  return kept;
}

}  // namespace hearsay::cli
