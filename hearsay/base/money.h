// Sums of money as the press states them: a number of minor units and a currency.

#pragma once

#include <cstdint>
#include <string>

namespace hearsay {

struct Money {
  std::int64_t minor_units = 0;  // cents, pence
  std::string currency;          // ISO 4217: "EUR"

  bool operator==(const Money&) const = default;
};

// "60m EUR", "750k GBP", "12.5m USD", "900 EUR": millions and thousands with at most
// two decimals, as the gold rows write sums.
std::string print(const Money& money);

}  // namespace hearsay
