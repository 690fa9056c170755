// The reading half of sqlite_rows.h.

#include <array>

#include "hearsay/base/json.h"
#include "hearsay/ledger/sqlite_rows.h"

namespace hearsay::ledger {
namespace {

// A row read from left to right. What should not stand there is remembered, not guessed.
class Row {
 public:
  Row(const Statement& statement, std::string_view table)
      : statement_(&statement), table_(table) {}

  std::string text() { return statement_->text(column_++); }
  std::int64_t number() { return statement_->number(column_++); }
  bool truth() { return number() != 0; }
  std::size_t offset() { return static_cast<std::size_t>(number()); }

  // Whether the next value is there; it stays the next one.
  bool has_next() const { return !statement_->is_null(column_); }
  void skip(int columns) { column_ += columns; }

  // Two columns, the day and the instant.
  std::optional<Moment> moment() {
    const std::string day = text();
    const std::string instant = text();
    return parse_moment(instant.empty() ? day : instant);
  }

  // Two columns, the number and the currency.
  std::optional<Money> money() {
    const bool known = has_next();
    Money money;
    money.minor_units = number();
    money.currency = text();
    return known ? std::optional(money) : std::nullopt;
  }

  std::optional<int> small_number() {
    const bool known = has_next();
    const std::int64_t value = number();
    return known ? std::optional(static_cast<int>(value)) : std::nullopt;
  }

  template <class Enum>
  Enum label(std::optional<Enum> (*find)(std::string_view)) {
    const std::string word = text();
    const auto value = find(word);
    if (!value) complain(word);
    return value.value_or(Enum{});
  }

  std::vector<std::string> list() {
    const std::string json = text();
    const auto value = parse_json(json);
    const Json::Array* elements = value ? value->elements() : nullptr;
    if (elements == nullptr) {
      complain(json);
      return {};
    }
    std::vector<std::string> names;
    for (const Json& element : *elements) {
      const std::string* name = element.string();
      if (name == nullptr) complain(json);
      names.push_back(name == nullptr ? "" : *name);
    }
    return names;
  }

  template <class Thing>
  Result<Thing> finish(Thing thing) {
    if (!complaint_.empty()) return fail(ErrorCode::kMalformed, complaint_);
    return thing;
  }

 private:
  void complain(const std::string& word) {
    if (!complaint_.empty()) return;
    complaint_ = statement_->path() + ": is damaged (" + std::string(table_) +
                 " holds \"" + word +
                 "\" where it cannot stand); restore a copy, or read the documents " +
                 "into another --ledger";
  }

  const Statement* statement_;
  std::string_view table_;
  int column_ = 0;
  std::string complaint_;
};

Terms terms_of(Row& row) {
  Terms terms;
  terms.fee = row.money();
  terms.contract_until = row.text();
  terms.contract_ending = row.truth();
  terms.contract_years = row.small_number();
  terms.wage = row.money();
  terms.wage_period = row.text();
  constexpr int kOptionColumns = 6;
  if (!row.has_next()) {
    row.skip(kOptionColumns);
    return terms;
  }
  ContractOption option;
  option.kind = row.label(find_option_kind);
  option.obligation = row.truth();
  option.holder = row.text();
  option.years = row.small_number().value_or(0);
  option.fee = row.money();
  terms.option = option;
  return terms;
}

}  // namespace

std::string claim_columns() {
  return "d.id, d.uri, d.title, d.outlet, d.published_on, d.published_at, d.obfuscated, "
         "c.player, c.from_club, c.to_club, c.move, c.stage, c.denied, c.certainty, "
         "c.voices, c.origin, c.origin_kind, "
         "c.fee_minor_units, c.fee_currency, "
         "c.contract_until, c.contract_ending, c.contract_years, "
         "c.wage_minor_units, c.wage_currency, c.wage_period, "
         "c.option_kind, c.option_obligation, c.option_holder, c.option_years, "
         "c.option_fee_minor_units, c.option_fee_currency, "
         "c.evidence, c.text_begin, c.text_end, c.raw_begin, c.raw_end";
}

std::string quote_columns() {
  return "d.id, d.outlet, d.published_on, d.published_at, q.speaker, q.spoken_to, "
         "q.words, "
         "q.text_begin, q.text_end, q.raw_begin, q.raw_end";
}

std::string document_columns() {
  return "d.id, d.uri, d.title, d.outlet, d.published_on, d.published_at, d.language, "
         "d.repairs, d.obfuscated, "
         "(SELECT count(*) FROM claims WHERE claims.document = d.number)";
}

Result<FiledClaim> claim_of(const Statement& statement) {
  Row row(statement, "claims");
  FiledClaim filed;
  filed.document = row.text();
  filed.uri = row.text();
  filed.title = row.text();
  filed.outlet = row.text();
  filed.published = row.moment();
  filed.obfuscated = row.truth();
  Claim& claim = filed.claim;
  claim.player = row.text();
  claim.from = row.text();
  claim.to = row.text();
  claim.move = row.label(find_move);
  claim.stage = row.label(find_stage);
  claim.denied = row.truth();
  claim.certainty = row.label(find_certainty);
  claim.voices = row.list();
  claim.origin = row.text();
  claim.origin_kind = row.label(find_origin_kind);
  claim.terms = terms_of(row);
  filed.evidence = row.text();
  claim.evidence.begin = row.offset();
  claim.evidence.end = row.offset();
  claim.raw_evidence.begin = row.offset();
  claim.raw_evidence.end = row.offset();
  return row.finish(std::move(filed));
}

Result<FiledQuote> quote_of(const Statement& statement) {
  Row row(statement, "quotes");
  FiledQuote filed;
  filed.document = row.text();
  filed.outlet = row.text();
  filed.published = row.moment();
  filed.speaker = row.text();
  filed.to = row.text();
  filed.words = row.text();
  filed.span.begin = row.offset();
  filed.span.end = row.offset();
  filed.raw.begin = row.offset();
  filed.raw.end = row.offset();
  return row.finish(std::move(filed));
}

Result<FiledDocument> document_of(const Statement& statement) {
  Row row(statement, "documents");
  FiledDocument filed;
  filed.id = row.text();
  filed.uri = row.text();
  filed.title = row.text();
  filed.outlet = row.text();
  filed.published = row.moment();
  filed.language = row.text();
  filed.repairs = row.number();
  filed.obfuscated = row.truth();
  filed.claims = row.number();
  return row.finish(std::move(filed));
}

}  // namespace hearsay::ledger
