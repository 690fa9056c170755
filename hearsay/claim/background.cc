#include "hearsay/claim/background.h"

#include <charconv>

namespace hearsay::claim {
namespace {

// A move is told as news for some weeks; the marked articles mention signings of the same
// window up to two months later.
constexpr std::chrono::days kNewsworthy{75};
constexpr int kFirstYear = 1950;
constexpr unsigned kRecentMonths = 3;

std::optional<int> year_at(const Page& page, std::uint32_t at) {
  const Token& token = page.token(at);
  if (token.kind != TokenKind::kNumber || token.span.size() != 4) return std::nullopt;
  int year = 0;
  const std::string_view digits = page.text.slice(token);
  const auto end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, year).ptr != end) return std::nullopt;
  if (year < kFirstYear) return std::nullopt;
  return year;
}

// Whether the sentence dates the move long before `now`: "in 2021", "last summer", "two years ago".
bool is_dated_long_ago(const Page& page, const Frame& frame, std::optional<Date> now) {
  const Sentence& sentence = page.text.sentences[frame.sentence];
  const WordSet& unit = page.lexicon.words("time_unit");
  const WordSet& past = page.lexicon.words("vague_date");
  const WordSet& stop = page.lexicon.words("break");
  for (std::uint32_t at = frame.end_token; at < sentence.end_token; ++at) {
    if (page.is(at, stop)) break;
    if (const auto year = year_at(page, at); year && now) {
      const std::chrono::year_month_day today{*now};
      const int this_year = static_cast<int>(today.year());
      if (*year < this_year - 1) return true;
      if (*year == this_year - 1 && static_cast<unsigned>(today.month()) > kRecentMonths) {
        return true;
      }
    }
    if (at + 1 >= sentence.end_token) break;
    if (page.is(at, past) && page.is(at + 1, unit)) return true;  // last summer
    if (page.is(at, unit) && page.is(at + 1, past)) return true;  // two years ago
  }
  return false;
}

bool is_subordinate(const Page& page, const Frame& frame) {
  const Sentence& sentence = page.text.sentences[frame.sentence];
  const bool gerund = page.is(frame.head_token, page.lexicon.words("gerund"));
  for (std::uint32_t back = 1; back <= 2; ++back) {
    if (frame.first_token < sentence.first_token + back) break;
    if (!page.is(frame.first_token - back, page.lexicon.words("subordinate"))) continue;
    return gerund || back == 1;
  }
  return false;
}

bool is_there_for_long(const Subject& player, const Party& buyer, std::optional<Date> now,
                       const KnowledgeBase& knowledge) {
  if (!now || !player.player || !buyer.club) return false;
  for (const Spell& spell : knowledge.player(*player.player).spells) {
    if (spell.club != *buyer.club || !spell.from) continue;
    if (*spell.from + kNewsworthy < *now) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> background_of(const Page& page, const Frame& frame,
                                         const Subject& player, const Party& buyer,
                                         std::optional<Date> now,
                                         const KnowledgeBase& knowledge) {
  if (frame.stage != Stage::kDone || frame.move == Move::kRenewal) return std::nullopt;
  if (is_dated_long_ago(page, frame, now)) return "background: its sentence dates it long ago";
  if (is_subordinate(page, frame)) return "background: it only tells the time of something else";
  if (frame.move != Move::kExit && is_there_for_long(player, buyer, now, knowledge)) {
    return "background: he had been at that club for long";
  }
  return std::nullopt;
}

}  // namespace hearsay::claim
