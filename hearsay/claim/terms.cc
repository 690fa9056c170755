#include "hearsay/claim/terms.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kFarthestDate = 6;  // words between "contract until" and the date
constexpr std::uint32_t kFarthestPeriod = 4;  // words between a sum and "a week"
constexpr std::uint32_t kFarthestCount = 4;   // words between an option and its years
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2060;

// "36.5m" → 36.5 and "m"; "3,000" → 3000 and "".
std::optional<std::pair<double, std::string_view>> number_and_unit(
    std::string_view word) {
  std::string digits;
  std::size_t at = 0;
  for (; at < word.size(); ++at) {
    const char c = word[at];
    if (c == ',' && word.size() - at >= 4) continue;  // thousands
    if (c == ',')
      digits += '.';  // a decimal comma
    else if ((c >= '0' && c <= '9') || c == '.')
      digits += c;
    else
      break;
  }
  double value = 0;
  const auto end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, value).ptr != end || digits.empty()) {
    return std::nullopt;
  }
  return std::pair{value, word.substr(at)};
}

class TermReader {
 public:
  TermReader(const Page& page, const Sentence& sentence)
      : page_(page), sentence_(sentence) {
    for (const std::string_view list : page.lexicon.lists("currency.")) {
      currencies_.emplace_back(list.substr(list.find('.') + 1),
                               &page.lexicon.words(list));
    }
  }

  std::vector<Sum> sums() const {
    std::vector<Sum> sums;
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token; ++at) {
      const auto sum = sum_at(at);
      if (!sum) continue;
      sums.push_back(*sum);
      at = sum->end_token - 1;
    }
    return sums;
  }

  // The date that stands within a few words behind `from`: "June 2021", "2025", "30 June
  // 2024".
  std::string date_behind(std::uint32_t from) const {
    int month = 0;
    for (std::uint32_t at = from; at < limit(from, kFarthestDate); ++at) {
      if (const auto named = page_.lexicon.number("month", page_.token(at).key);
          named && page_.token(at).capital) {
        month = *named;
      }
      const int year = year_at(at);
      if (year == 0) continue;
      char date[16];
      if (month == 0) return std::to_string(year);
      std::snprintf(date, sizeof date, "%04d-%02d", year, month);
      return date;
    }
    return {};
  }

  std::optional<int> count_near(std::uint32_t from, bool backwards) const {
    for (std::uint32_t i = 0; i < kFarthestCount; ++i) {
      const std::uint32_t at = backwards ? from - 1 - i : from + i;
      if (at < sentence_.first_token || at >= sentence_.end_token) break;
      if (const auto count = page_.lexicon.number("count", page_.token(at).key))
        return count;
    }
    return std::nullopt;
  }

 private:
  std::uint32_t limit(std::uint32_t from, std::uint32_t words) const {
    return std::min(sentence_.end_token, from + words);
  }

  int year_at(std::uint32_t at) const {
    const Token& token = page_.token(at);
    if (token.kind != TokenKind::kNumber || token.span.size() != 4) return 0;
    int year = 0;
    const std::string_view digits = page_.text.slice(token);
    if (std::from_chars(digits.data(), digits.data() + 4, year).ptr !=
        digits.data() + 4) {
      return 0;
    }
    return year >= kFirstYear && year <= kLastYear ? year : 0;
  }

  std::string currency_at(std::uint32_t at) const {
    if (at < sentence_.first_token || at >= sentence_.end_token) return {};
    for (const auto& [code, words] : currencies_) {
      if (words->has(page_.token(at).key)) return std::string(code);
    }
    return {};
  }

  std::optional<Sum> sum_at(std::uint32_t at) const {
    const Token& token = page_.token(at);
    if (token.kind != TokenKind::kNumber) return std::nullopt;
    const auto number = number_and_unit(page_.text.slice(token));
    if (!number) return std::nullopt;
    auto [value, unit] = *number;
    std::uint32_t end = at + 1;
    std::string currency = currency_at(at - 1);
    std::uint32_t first = currency.empty() ? at : at - 1;
    double scale = 1;
    const WordKey unit_key = word_key(unit);
    if (!unit.empty()) {
      if (const auto known = page_.lexicon.number("scale", unit_key))
        scale = *known;
      else if (currency.empty())
        currency = currency_in(unit, scale);
    } else if (end < sentence_.end_token) {
      if (page_.text.slice(page_.token(end)) == "-" && end + 1 < sentence_.end_token)
        ++end;
      if (const auto known = page_.lexicon.number("scale", page_.token(end).key)) {
        scale = *known;
        ++end;
      } else if (end == at + 2) {
        --end;
      }
    }
    if (currency.empty()) {  // "30 million euros", "30 millones de euros"
      const bool of =
          end + 1 < sentence_.end_token && page_.is(end, page_.lexicon.words("of"));
      currency = currency_at(of ? end + 1 : end);
      if (!currency.empty()) end += of ? 2 : 1;
    }
    if (currency.empty()) return std::nullopt;
    Sum sum{
        .money = {static_cast<std::int64_t>(std::llround(value * scale * 100)), currency},
        .first_token = first,
        .end_token = end,
        .wage_period = {}};
    sum.wage_period = wage_period_behind(end);
    return sum;
  }

  // "40million" and "45meuros" glued together: the scale is read off the front.
  std::string currency_in(std::string_view unit, double& scale) const {
    for (std::size_t length = unit.size(); length > 0; --length) {
      const auto known = page_.lexicon.number("scale", word_key(unit.substr(0, length)));
      if (!known) continue;
      scale = *known;
      const WordKey rest = word_key(unit.substr(length));
      for (const auto& [code, words] : currencies_) {
        if (words->has(rest)) return std::string(code);
      }
      return {};
    }
    return {};
  }

  std::string wage_period_behind(std::uint32_t from) const {
    const PhraseTable<Term>& table = page_.lexicon.terms();
    for (std::uint32_t at = from; at < limit(from, kFarthestPeriod); ++at) {
      const auto hit = table.book.longest(page_.text.tokens, at, sentence_.end_token);
      if (!hit) continue;
      const Term& term = table.rows[hit->row];
      return term.kind == TermKind::kWage ? term.unit : std::string();
    }
    return {};
  }

  const Page& page_;
  const Sentence& sentence_;
  std::vector<std::pair<std::string_view, const WordSet*>> currencies_;
};

// The nearest player at or before `token` in the scene, else the first behind it.
const Mention* player_near(const Scene& scene, std::uint32_t token) {
  const Mention* nearest = nullptr;
  for (const Group& group : scene.groups) {
    if (group.kind != GroupKind::kPlayer) continue;
    if (group.first_token <= token || nearest == nullptr) nearest = group.members.back();
  }
  return nearest;
}

const Mention* club_before(const Scene& scene, std::uint32_t token) {
  const Mention* nearest = nullptr;
  for (const Group& group : scene.groups) {
    if (group.kind == GroupKind::kClub && group.end_token <= token) {
      nearest = group.members.back();
    }
  }
  return nearest;
}

}  // namespace

std::vector<Sum> find_sums(const Page& page, const Sentence& sentence) {
  return TermReader(page, sentence).sums();
}

namespace {

// Reads one term of a sentence into a fact; false when it says nothing of a contract.
bool read_fact(const Page& page, const Scene& scene, const Term& term,
               const PhraseBook::Hit& hit, ContractFact& fact) {
  const TermReader reader(page, *scene.sentence);
  switch (term.kind) {
    case TermKind::kContractEnd:
      fact.until = reader.date_behind(hit.end_token);
      return !fact.until.empty();
    case TermKind::kContractEnding:
      fact.ending = true;
      fact.until = reader.date_behind(hit.end_token);
      return true;
    case TermKind::kContractLength:
      fact.years = reader.count_near(hit.first_token, true);
      return fact.years.has_value();
    case TermKind::kExtendOption:
    case TermKind::kBuyOption:
    case TermKind::kBuyObligation: {
      ContractOption option;
      option.kind =
          term.kind == TermKind::kExtendOption ? OptionKind::kExtend : OptionKind::kBuy;
      option.obligation = term.kind == TermKind::kBuyObligation;
      if (option.kind == OptionKind::kExtend) {
        option.years = reader.count_near(hit.first_token, false)
                           .value_or(reader.count_near(hit.end_token, false).value_or(0));
      }
      if (const Mention* holder = club_before(scene, hit.first_token)) {
        option.holder = holder->name;
      }
      fact.option = option;
      return true;
    }
    default:
      return false;
  }
}

}  // namespace

std::vector<ContractFact> find_contract_facts(const Page& page) {
  std::vector<ContractFact> facts;
  std::string focus;
  const PhraseTable<Term>& table = page.lexicon.terms();
  for (const Scene& scene : page.scenes) {
    const Sentence& sentence = *scene.sentence;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const auto hit = table.book.longest(page.text.tokens, at, sentence.end_token);
      if (!hit) continue;
      ContractFact fact;
      const Mention* player = player_near(scene, hit->first_token);
      fact.player = player != nullptr ? player->name : focus;
      fact.sentence = scene.index;
      fact.words = {page.token(hit->first_token).span.begin,
                    page.token(hit->end_token - 1).span.end};
      if (!fact.player.empty() &&
          read_fact(page, scene, table.rows[hit->row], *hit, fact)) {
        if (const Mention* club = club_before(scene, hit->first_token))
          fact.club = club->name;
        facts.push_back(std::move(fact));
      }
      at = hit->end_token - 1;
    }
    for (const Group& group : scene.groups) {
      if (group.kind == GroupKind::kPlayer) focus = group.members.back()->name;
    }
  }
  return facts;
}

}  // namespace hearsay::claim
