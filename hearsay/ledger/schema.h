// The tables of the SQLite ledger, as the steps that made them.
//
// The version of a ledger is the number of steps it has taken, kept in the header of the
// file (PRAGMA user_version) and changed in the same transaction as the tables.

#pragma once

#include <cstdint>
#include <span>

namespace hearsay::ledger {

// Stands in the header of every ledger of ours (PRAGMA application_id): "hear".
constexpr std::int64_t kApplicationId = 0x68656172;

// Each is one SQL script; a ledger of version n has taken the first n.
std::span<const char* const> schema_steps();

}  // namespace hearsay::ledger
