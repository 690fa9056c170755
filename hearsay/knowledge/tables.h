// The knowledge tables as text: what the loader reads, what importing changes.
//
//     data/knowledge/*.tsv ──┐
//     imported records     ──┼─ merge ──▶ Tables ──▶ Draft ──▶ compiled bytes
//     kb.local             ──┘
//
// So a row that was imported or mended by hand goes through the same checks as a row that
// ships.

#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay {

inline constexpr std::array<std::string_view, 8> kTableNames = {
    "common_words", "countries", "competitions", "clubs",
    "outlets",      "people",    "players",      "spells"};

struct TableText {
  std::string path;  // for messages
  std::string bytes;
};

// By name, without ".tsv".
using Tables = std::map<std::string, TableText, std::less<>>;

// The tables of a data folder. Fails when one cannot be read.
Result<Tables> read_tables(const std::filesystem::path& data);

// What tells two states of the tables apart: 32 hex digits over all their bytes.
std::string fingerprint_of(const Tables& tables);

// The columns that the heading of a table names. The views look into the table.
std::vector<std::string_view> columns_of(const TableText& table);
bool has_column(const TableText& table, std::string_view column);

}  // namespace hearsay
