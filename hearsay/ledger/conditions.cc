// Names are looked for in the index that holds all four of a claim, not in the rows: it
// is a tenth of their size.

#include "hearsay/ledger/conditions.h"

#include "hearsay/ledger/name_key.h"

namespace hearsay::ledger {
namespace {

void add_name(Conditions& conditions, const std::string& column,
              const std::optional<std::string>& part) {
  if (part) conditions.add("instr(" + column + ", ?) > 0", name_key(*part));
}

// The claims with these names, and at this stage.
void add_claims(Conditions& conditions, const std::string& opening,
                const Filter& filter) {
  Conditions names;
  add_name(names, "player_fold", filter.player);
  add_name(names, "to_fold", filter.to);
  add_name(names, "from_fold", filter.from);
  add_name(names, "origin_fold", filter.origin);
  if (filter.stage) names.add("stage = ?", std::string(to_string(*filter.stage)));
  conditions.add(opening, names);
}

bool names_a_claim(const Filter& filter) {
  return filter.player || filter.to || filter.from || filter.origin;
}

void add_time(Conditions& conditions, const Filter& filter) {
  if (filter.since) conditions.add("d.published_on >= ?", print(*filter.since));
  if (filter.until) conditions.add("d.published_on <= ?", print(*filter.until));
}

}  // namespace

void Conditions::add(std::string sql, Value value) {
  parts_.push_back(std::move(sql));
  values_.push_back(std::move(value));
}

void Conditions::add(const std::string& opening, const Conditions& inner) {
  parts_.push_back(opening + inner.where() + ")");
  values_.insert(values_.end(), inner.values_.begin(), inner.values_.end());
}

std::string Conditions::where() const {
  std::string out;
  for (const std::string& part : parts_)
    out += (out.empty() ? " WHERE " : " AND ") + part;
  return out;
}

void Conditions::bind(Statement& statement) const {
  int place = 0;
  for (const Value& value : values_) {
    std::visit([&](const auto& known) { statement.bind_at(++place, known); }, value);
  }
}

Conditions claim_conditions(const Filter& filter) {
  Conditions conditions;
  Filter names = filter;
  names.stage.reset();
  if (names_a_claim(names)) {
    add_claims(conditions, "c.id IN (SELECT id FROM claims", names);
  }
  if (filter.stage) conditions.add("c.stage = ?", std::string(to_string(*filter.stage)));
  add_time(conditions, filter);
  return conditions;
}

Conditions quote_conditions(const Filter& filter) {
  Conditions conditions;
  add_name(conditions, "q.speaker_fold", filter.player);
  Filter deal = filter;
  deal.player.reset();
  if (names_a_claim(deal) || deal.stage) {
    add_claims(conditions, "d.number IN (SELECT document FROM claims", deal);
  }
  add_time(conditions, filter);
  return conditions;
}

Conditions document_conditions(const Filter& filter) {
  Conditions conditions;
  if (names_a_claim(filter) || filter.stage) {
    add_claims(conditions, "d.number IN (SELECT document FROM claims", filter);
  }
  add_time(conditions, filter);
  return conditions;
}

}  // namespace hearsay::ledger
