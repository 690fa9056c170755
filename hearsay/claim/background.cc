#include "hearsay/claim/background.h"

#include "hearsay/claim/terms.h"

namespace hearsay::claim {
namespace {

constexpr unsigned kRecentMonths = 3;

// Whether a year says that the sentence is of long ago; "since 2019" and "until 2026" do
// not.
bool is_old_year(const Page& page, std::uint32_t at, Date now) {
  const auto year = year_at(page, at);
  if (!year || (at > 0 && page.is(at - 1, page.lexicon.words("since")))) return false;
  const std::chrono::year_month_day today{now};
  const int this_year = static_cast<int>(today.year());
  return *year < this_year - 1 ||
         (*year == this_year - 1 && static_cast<unsigned>(today.month()) > kRecentMonths);
}

bool has_old_year(const Page& page, const Frame& frame, std::optional<Date> now) {
  if (!now) return false;
  const Sentence& sentence = page.text.sentences[frame.sentence];
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (is_old_year(page, at, *now)) return true;
  }
  return false;
}

// "last summer", "two years ago" behind the move.
bool is_vaguely_past(const Page& page, const Frame& frame) {
  const Sentence& sentence = page.text.sentences[frame.sentence];
  const WordSet& unit = page.lexicon.words("time_unit");
  const WordSet& past = page.lexicon.words("vague_date");
  const WordSet& stop = page.lexicon.words("break");
  for (std::uint32_t at = frame.end_token; at + 1 < sentence.end_token; ++at) {
    if (page.is(at, stop)) break;
    if (page.is(at, past) && page.is(at + 1, unit)) return true;
    if (page.is(at, unit) && page.is(at + 1, past)) return true;
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
    if (spell.club != *buyer.club || !spell.from || *spell.from + kNewsworthy >= *now)
      continue;
    if (!spell.loan && (!spell.to || *spell.to >= *now)) return true;
  }
  return false;
}

bool was_there(const Subject& player, const Party& buyer, std::optional<Date> now,
               const KnowledgeBase& knowledge) {
  if (!now || !player.player || !buyer.club) return false;
  for (const Spell& spell : knowledge.player(*player.player).spells) {
    if (spell.club != *buyer.club || !spell.from) continue;
    const bool starts_now =
        *spell.from > *now - kNewsworthy && *spell.from < *now + kNewsworthy;
    if (starts_now) return false;  // he returns
  }
  return knowledge.played_for(*player.player, *buyer.club, *now - kNewsworthy);
}

}  // namespace

std::optional<std::string> background_of(const Setting& setting, const Frame& frame,
                                         const Subject& player, const Party& buyer) {
  const auto& [page, now, knowledge] = setting;
  if (has_old_year(page, frame, now)) return "background: its sentence is of years ago";
  const bool moves = frame.move != Move::kRenewal && frame.move != Move::kExit;
  if (moves && is_there_for_long(player, buyer, now, knowledge)) {
    return "background: he had been at that club for long";
  }
  if (frame.loose && is_subordinate(page, frame)) {
    return "background: it only tells the time of something else";
  }
  if (frame.stage != Stage::kDone || frame.move == Move::kRenewal) return std::nullopt;
  if (is_vaguely_past(page, frame)) return "background: its sentence dates it long ago";
  if (is_subordinate(page, frame))
    return "background: it only tells the time of something else";
  if (moves && was_there(player, buyer, now, knowledge)) {
    return "background: he had been at that club before";
  }
  return std::nullopt;
}

}  // namespace hearsay::claim
