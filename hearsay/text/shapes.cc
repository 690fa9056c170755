#include "hearsay/text/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/points.h"

namespace hearsay::text {
namespace {

struct Shares {
  double small = 0;
  double capital = 0;
  double capitals = 0;
};

// How words are written that no list knows: mostly names. From the marked articles.
constexpr std::array<double, 3> kUnknownShares = {0.30, 0.60, 0.10};
constexpr std::array<double, 3> kSmoothing = {0.15, 0.15, 0.05};
constexpr double kStartsSmall = 0.02;   // sentences that start with a small letter
constexpr double kQuotedSmall = 0.4;    // quotations that do
constexpr double kShoutedOther = 0.05;  // words among capitals that are not in capitals
constexpr double kOddShape = 0.002;     // any other pattern: eBay, MoMa
constexpr Shares kCode = {0.8, 0.15, 0.05};    // addresses are mostly small,
constexpr Shares kTagged = {0.3, 0.55, 0.15};  // tags and handles seldom
constexpr double kCodeShape = 0.3;  // the same in an address: https://t.co/nZ3KbA
constexpr float kLean =
    1.0F;  // what a letter must be dearer in one case to tell the case
constexpr double kMixedForm = 0.9;  // a word with another usual form has it so often

Shares usual_shares(const KnownWord* known) {
  if (known == nullptr) return {kUnknownShares[0], kUnknownShares[1], kUnknownShares[2]};
  const double small = known->small + kSmoothing[0];
  const double capital = known->capital + kSmoothing[1];
  const double capitals = known->capitals + kSmoothing[2];
  const double sum = small + capital + capitals;
  return {small / sum, capital / sum, capitals / sum};
}

Shares shares_in(const Setting& setting) {
  if (setting.code) return setting.tagged ? kTagged : kCode;
  Shares shares = usual_shares(setting.known);
  if (setting.starts || setting.quoted) {
    const double small = setting.starts ? kStartsSmall : kQuotedSmall;
    shares.capital += shares.small * (1 - small);
    shares.small *= small;
  }
  if (setting.shouted) {
    shares.small *= kShoutedOther;
    shares.capital *= kShoutedOther;
    shares.capitals = 1 - shares.small - shares.capital;
  }
  return shares;
}

std::uint64_t bit(std::size_t letter) {
  return 1ULL << letter;
}

// Which letters of a word in another usual form are capital.
std::uint64_t capitals_of(std::string_view form, std::span<const LetterReading> letters) {
  std::uint64_t capitals = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters.size() && at < form.size(); ++i) {
    if (letters[i].size > 0 && is_capital(point_at(form, at).value)) capitals |= bit(i);
    at += letters[i].size;
  }
  return capitals;
}

class Choice {
 public:
  explicit Choice(std::span<const LetterReading> letters) : letters_(letters) {}

  void offer(std::uint64_t capitals, double share) {
    const float cost =
        cost_of(capitals) - std::log(std::max(static_cast<float>(share), 1e-9F));
    if (capitals == best_ && cost_ < kNever) {
      cost_ = std::min(cost_, cost);
    } else if (cost < cost_) {
      second_ = cost_;
      cost_ = cost;
      best_ = capitals;
    } else {
      second_ = std::min(second_, cost);
    }
  }

  Capitals result(std::uint64_t first) const {
    return {best_, second_ - cost_, cost_of(first) - cost_of(0)};
  }

 private:
  static constexpr float kNever = 1e9F;

  float cost_of(std::uint64_t capitals) const {
    float cost = 0;
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      cost +=
          (capitals >> i & 1) != 0 ? letters_[i].capital_cost : letters_[i].small_cost;
    }
    return cost;
  }

  std::span<const LetterReading> letters_;
  std::uint64_t best_ = 0;
  float cost_ = kNever;
  float second_ = kNever;
};

}  // namespace

Capitals choose_capitals(std::span<const LetterReading> letters, const Setting& setting) {
  const Shares shares = shares_in(setting);
  const double rest = setting.mixed_form.empty() ? 1 : 1 - kMixedForm;
  std::uint64_t first = 0;
  std::uint64_t all = 0;
  std::uint64_t told = 0;  // as each letter says by itself, or the two before it
  std::uint64_t last = 0;
  std::uint64_t second = 0;  // the last but one
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].size == 0) continue;
    if (all == 0) first = bit(i);
    all |= bit(i);
    const float lean = letters[i].small_cost - letters[i].capital_cost;
    const bool follows = std::abs(lean) < kLean && first != bit(i);  // tells nothing
    const bool capital = follows ? (told & last) != 0 && (told & second) != 0 : lean > 0;
    if (capital) told |= bit(i);
    second = last;
    last = bit(i);
  }
  Choice choice(letters);
  choice.offer(0, shares.small * rest);
  choice.offer(first,
               (first == all ? shares.capital + shares.capitals : shares.capital) * rest);
  if (first != all) choice.offer(all, shares.capitals * rest);
  if (!setting.mixed_form.empty()) {
    choice.offer(capitals_of(setting.mixed_form, letters), kMixedForm);
  }
  if (told != 0 && told != first && told != all) {
    choice.offer(told, setting.code ? kCodeShape : kOddShape);
  }
  return choice.result(first);
}

void append(const LetterReading& letter, bool capital, std::string& word) {
  const std::string_view text = letter.text();
  if (!capital || text.empty()) {
    word.append(text);
    return;
  }
  const Point first = point_at(text, 0);
  append_utf8(word, to_capital(first.value));
  word.append(text.substr(first.bytes));
}

}  // namespace hearsay::text
