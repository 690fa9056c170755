// A filter as the conditions of a query, with what is to be bound to them.

#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/statement.h"

namespace hearsay::ledger {

class Conditions {
 public:
  using Value = std::variant<std::string, std::int64_t>;

  void add(std::string sql) { parts_.push_back(std::move(sql)); }
  void add(std::string sql, Value value);

  // A condition on the rows of a query within: "… IN (SELECT …" and its conditions.
  void add(const std::string& opening, const Conditions& inner);

  // "" or " WHERE … AND …".
  std::string where() const;
  void bind(Statement& statement) const;

 private:
  std::vector<std::string> parts_;
  std::vector<Value> values_;
};

// Tables are called as sqlite_rows.h calls them. Filters must be without blanks.
Conditions claim_conditions(const Filter& filter);
Conditions quote_conditions(const Filter& filter);
Conditions document_conditions(const Filter& filter);

}  // namespace hearsay::ledger
