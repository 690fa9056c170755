#include "hearsay/claim/terms.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kFarthestDate = 6;  // words between "contract until" and the date
constexpr std::uint32_t kFarthestPeriod = 4;  // words between a sum and "a week"
constexpr std::uint32_t kFarthestCount = 4;   // words between an option and its years
constexpr int kFirstYear = 1950;
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
      const auto year = year_at(page_, at);
      if (!year) continue;
      if (month == 0) return std::to_string(*year);
      return std::to_string(*year) + (month < 10 ? "-0" : "-") + std::to_string(month);
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
    const auto [value, unit] = *number;
    std::string currency = currency_at(at - 1);
    Sum sum{.money = {},
            .first_token = currency.empty() ? at : at - 1,
            .end_token = at + 1,
            .wage_period = {}};
    double scale = 1;
    if (unit.empty()) {
      scale = scale_at(sum.end_token);
    } else if (const auto known = page_.lexicon.number("scale", word_key(unit))) {
      scale = *known;
    } else if (currency.empty()) {
      currency = currency_in(unit, scale);
    }
    if (currency.empty()) {  // "30 million euros", "30 millones de euros"
      const bool of = sum.end_token + 1 < sentence_.end_token &&
                      page_.is(sum.end_token, page_.lexicon.words("of"));
      currency = currency_at(sum.end_token + (of ? 1 : 0));
      if (!currency.empty()) sum.end_token += of ? 2 : 1;
    }
    if (currency.empty()) return std::nullopt;
    const auto minor_units = static_cast<std::int64_t>(std::llround(value * scale * 100));
    sum.money = {minor_units, currency};
    sum.wage_period = wage_period_behind(sum.end_token);
    return sum;
  }

  // The scale that stands behind a number, also behind a hyphen ("50-million"); 1, and
  // `end` untouched, when there is none.
  double scale_at(std::uint32_t& end) const {
    for (std::uint32_t at = end; at < limit(end, 2); ++at) {
      if (const auto known = page_.lexicon.number("scale", page_.token(at).key)) {
        end = at + 1;
        return *known;
      }
      if (page_.text.slice(page_.token(at)) != "-") break;
    }
    return 1;
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

std::optional<int> year_at(const Page& page, std::uint32_t at) {
  const Token& token = page.token(at);
  if (token.kind != TokenKind::kNumber || token.span.size() != 4) return std::nullopt;
  int year = 0;
  for (const char digit : page.text.slice(token)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    year = year * 10 + (digit - '0');
  }
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return year;
}

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

// The facts of one sentence; `focus` is the player it speaks of when it names nobody.
void read_facts(const Page& page, const Scene& scene, const std::string& focus,
                std::vector<ContractFact>& facts) {
  const PhraseTable<Term>& table = page.lexicon.terms();
  const Sentence& sentence = *scene.sentence;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    const auto hit = table.book.longest(page.text.tokens, at, sentence.end_token);
    if (!hit) continue;
    at = hit->end_token - 1;
    ContractFact fact;
    const Mention* player = player_near(scene, hit->first_token);
    fact.player = player != nullptr ? player->name : focus;
    fact.sentence = scene.index;
    fact.words = {page.token(hit->first_token).span.begin, page.token(at).span.end};
    if (fact.player.empty() ||
        !read_fact(page, scene, table.rows[hit->row], *hit, fact)) {
      continue;
    }
    const Mention* club = club_before(scene, hit->first_token);
    if (club != nullptr) fact.club = club->name;
    facts.push_back(std::move(fact));
  }
}

}  // namespace

std::vector<ContractFact> find_contract_facts(const Page& page) {
  std::vector<ContractFact> facts;
  std::string focus;
  for (const Scene& scene : page.scenes) {
    read_facts(page, scene, focus, facts);
    for (const Group& group : scene.groups) {
      if (group.kind == GroupKind::kPlayer) focus = group.members.back()->name;
    }
  }
  return facts;
}

}  // namespace hearsay::claim
