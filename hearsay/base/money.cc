#include "hearsay/base/money.h"

#include <cmath>
#include <cstdio>

namespace hearsay {
namespace {

// 12.50 → "12.5", 60.00 → "60"
std::string shortest(double value) {
  std::string text(32, '\0');
  text.resize(static_cast<std::size_t>(
      std::snprintf(text.data(), text.size(), "%.2f", std::round(value * 100) / 100)));
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::string print(const Money& money) {
  const double units = static_cast<double>(money.minor_units) / 100;
  if (units >= 1e6) return shortest(units / 1e6) + "m " + money.currency;
  if (units >= 1e3) return shortest(units / 1e3) + "k " + money.currency;
  return shortest(units) + " " + money.currency;
}

}  // namespace hearsay
