// What the ledger holds, as JSON and as the fields of CSV rows. Names are stable; unknown
// fields are null in JSON and empty in CSV, never missing. docs/commands.md lists them.

#pragma once

#include <string>
#include <vector>

#include "hearsay/base/json.h"
#include "hearsay/model/saga.h"

namespace hearsay::cli {

Json claim_json(const FiledClaim& filed);
Json quote_json(const FiledQuote& quote);
Json document_json(const FiledDocument& document);

// The saga without its claims: how far, since when, who.
Json saga_json(const Saga& saga);

const std::vector<std::string>& claim_columns();
std::vector<std::string> claim_fields(const FiledClaim& filed);

const std::vector<std::string>& document_columns();
std::vector<std::string> document_fields(const FiledDocument& document);

const std::vector<std::string>& saga_columns();
std::vector<std::string> saga_fields(const Saga& saga);

// Everybody who only repeated the saga's news, each once, in order.
std::vector<std::string> repeaters_of(const Saga& saga);

}  // namespace hearsay::cli
