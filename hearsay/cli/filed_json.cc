// The fields of a claim mean what docs/formats/reading.md says of a reading's claims;
// what the ledger adds (the document it stands in) comes first.

#include "hearsay/cli/filed_json.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace hearsay::cli {
namespace {

Json known(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json moment_json(const std::optional<Moment>& moment) {
  return moment ? Json(print(*moment)) : Json();
}

Json money_json(const std::optional<Money>& money) {
  return money ? Json(print(*money)) : Json();
}

Json names_json(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) list.push(name);
  return list;
}

Json option_json(const std::optional<ContractOption>& option) {
  if (!option) return {};
  Json json = Json::object();
  json.set("kind", to_string(option->kind));
  json.set("obligation", option->obligation);
  json.set("holder", known(option->holder));
  json.set("years", option->years == 0 ? Json() : Json(option->years));
  json.set("fee", money_json(option->fee));
  return json;
}

Json terms_json(const Terms& terms) {
  Json json = Json::object();
  json.set("fee", money_json(terms.fee));
  json.set("contract_until", known(terms.contract_until));
  json.set("contract_ending", terms.contract_ending);
  json.set("contract_years", terms.contract_years ? Json(*terms.contract_years) : Json());
  json.set("wage", money_json(terms.wage));
  json.set("wage_period", known(terms.wage_period));
  json.set("option", option_json(terms.option));
  return json;
}

Json evidence_json(const FiledClaim& filed) {
  Json json = Json::object();
  json.set("text", filed.evidence);
  json.set("begin", filed.claim.evidence.begin);
  json.set("end", filed.claim.evidence.end);
  json.set("raw_begin", filed.claim.raw_evidence.begin);
  json.set("raw_end", filed.claim.raw_evidence.end);
  return json;
}

std::string truth(bool value) {
  return value ? "true" : "false";
}

std::string printed(const std::optional<Moment>& moment) {
  return moment ? print(*moment) : "";
}

std::string printed(const std::optional<Money>& money) {
  return money ? print(*money) : "";
}

std::string joined(const std::vector<std::string>& names, std::string_view between) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += between;
    out += name;
  }
  return out;
}

std::string option_field(const std::optional<ContractOption>& option) {
  if (!option) return "";
  std::string out(to_string(option->kind));
  if (option->obligation) out += " obligation";
  if (option->years != 0) out += " years=" + std::to_string(option->years);
  if (option->fee) out += " fee=" + print(*option->fee);
  if (!option->holder.empty()) out += " holder=" + option->holder;
  return out;
}

}  // namespace

Json claim_json(const FiledClaim& filed) {
  const Claim& claim = filed.claim;
  Json json = Json::object();
  json.set("document", filed.document);
  json.set("uri", filed.uri);
  json.set("title", known(filed.title));
  json.set("outlet", known(filed.outlet));
  json.set("published", moment_json(filed.published));
  json.set("obfuscated", filed.obfuscated);
  json.set("player", claim.player);
  json.set("from", known(claim.from));
  json.set("to", known(claim.to));
  json.set("move", to_string(claim.move));
  json.set("stage", to_string(claim.stage));
  json.set("denied", claim.denied);
  json.set("certainty", to_string(claim.certainty));
  json.set("voices", names_json(claim.voices));
  json.set("origin", known(claim.origin));
  json.set("origin_kind", to_string(claim.origin_kind));
  json.set("terms", terms_json(claim.terms));
  json.set("evidence", evidence_json(filed));
  return json;
}

Json quote_json(const FiledQuote& quote) {
  Json json = Json::object();
  json.set("document", quote.document);
  json.set("outlet", known(quote.outlet));
  json.set("published", moment_json(quote.published));
  json.set("speaker", quote.speaker);
  json.set("to", known(quote.to));
  json.set("text", quote.words);
  json.set("begin", quote.span.begin);
  json.set("end", quote.span.end);
  json.set("raw_begin", quote.raw.begin);
  json.set("raw_end", quote.raw.end);
  return json;
}

Json document_json(const FiledDocument& document) {
  Json json = Json::object();
  json.set("id", document.id);
  json.set("uri", document.uri);
  json.set("title", known(document.title));
  json.set("outlet", known(document.outlet));
  json.set("published", moment_json(document.published));
  json.set("language", known(document.language));
  json.set("repairs", document.repairs);
  json.set("obfuscated", document.obfuscated);
  json.set("claims", document.claims);
  return json;
}

Json saga_json(const Saga& saga) {
  Json origins = Json::array();
  for (const Origin& origin : saga.origins) {
    Json json = Json::object();
    json.set("name", origin.name);
    json.set("kind", to_string(origin.kind));
    json.set("first", moment_json(origin.first));
    json.set("claims", origin.claims.size());
    json.set("repeaters", names_json(origin.repeaters));
    origins.push(std::move(json));
  }
  Json json = Json::object();
  json.set("player", saga.player);
  json.set("to", known(saga.to));
  json.set("first", moment_json(saga.first));
  json.set("last", moment_json(saga.last));
  json.set("furthest", to_string(saga.furthest));
  json.set("latest", to_string(saga.latest));
  json.set("claims", saga.claims.size());
  json.set("origins", std::move(origins));
  return json;
}

const std::vector<std::string>& claim_columns() {
  static const std::vector<std::string> columns = {"document",
                                                   "uri",
                                                   "title",
                                                   "outlet",
                                                   "published",
                                                   "obfuscated",
                                                   "player",
                                                   "from",
                                                   "to",
                                                   "move",
                                                   "stage",
                                                   "denied",
                                                   "certainty",
                                                   "voices",
                                                   "origin",
                                                   "origin_kind",
                                                   "fee",
                                                   "contract_until",
                                                   "contract_ending",
                                                   "contract_years",
                                                   "wage",
                                                   "wage_period",
                                                   "option",
                                                   "evidence",
                                                   "begin",
                                                   "end",
                                                   "raw_begin",
                                                   "raw_end"};
  return columns;
}

std::vector<std::string> claim_fields(const FiledClaim& filed) {
  const Claim& claim = filed.claim;
  const Terms& terms = claim.terms;
  return {filed.document,
          filed.uri,
          filed.title,
          filed.outlet,
          printed(filed.published),
          truth(filed.obfuscated),
          claim.player,
          claim.from,
          claim.to,
          std::string(to_string(claim.move)),
          std::string(to_string(claim.stage)),
          truth(claim.denied),
          std::string(to_string(claim.certainty)),
          joined(claim.voices, "|"),
          claim.origin,
          std::string(to_string(claim.origin_kind)),
          printed(terms.fee),
          terms.contract_until,
          truth(terms.contract_ending),
          terms.contract_years ? std::to_string(*terms.contract_years) : "",
          printed(terms.wage),
          terms.wage_period,
          option_field(terms.option),
          filed.evidence,
          std::to_string(claim.evidence.begin),
          std::to_string(claim.evidence.end),
          std::to_string(claim.raw_evidence.begin),
          std::to_string(claim.raw_evidence.end)};
}

const std::vector<std::string>& document_columns() {
  static const std::vector<std::string> columns = {"id",      "uri",        "title",
                                                   "outlet",  "published",  "language",
                                                   "repairs", "obfuscated", "claims"};
  return columns;
}

std::vector<std::string> document_fields(const FiledDocument& document) {
  return {document.id,
          document.uri,
          document.title,
          document.outlet,
          printed(document.published),
          document.language,
          std::to_string(document.repairs),
          truth(document.obfuscated),
          std::to_string(document.claims)};
}

const std::vector<std::string>& saga_columns() {
  static const std::vector<std::string> columns = {
      "player", "to",     "first",   "last",         "furthest",
      "latest", "claims", "origins", "origin_names", "repeaters"};
  return columns;
}

std::vector<std::string> saga_fields(const Saga& saga) {
  std::vector<std::string> names;
  names.reserve(saga.origins.size());
  for (const Origin& origin : saga.origins) names.push_back(origin.name);
  return {saga.player,
          saga.to,
          printed(saga.first),
          printed(saga.last),
          std::string(to_string(saga.furthest)),
          std::string(to_string(saga.latest)),
          std::to_string(saga.claims.size()),
          std::to_string(saga.origins.size()),
          joined(names, "|"),
          joined(repeaters_of(saga), "|")};
}

std::vector<std::string> repeaters_of(const Saga& saga) {
  std::vector<std::string> names;
  for (const Origin& origin : saga.origins) {
    for (const std::string& name : origin.repeaters) {
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

}  // namespace hearsay::cli
