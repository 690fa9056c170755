// The schema and its description in docs/formats/ledger.md say the same, and the views
// answer what they promise.

#include "hearsay/ledger/schema.h"

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/base/file.h"
#include "hearsay/base/json.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/samples.h"
#include "hearsay/ledger/sqlite_open.h"

namespace hearsay::ledger {
namespace {

constexpr std::size_t kLimitBytes = 1'000'000;

// Every row of a query, columns joined by " | ", NULL as "-".
std::vector<std::string> rows_of(const Connection& connection, const std::string& sql,
                                 int columns) {
  std::vector<std::string> rows;
  auto statement = connection.prepare(sql);
  EXPECT_TRUE(statement.has_value()) << statement.error().message;
  while (statement && statement->step().value_or(false)) {
    std::string row;
    for (int column = 0; column < columns; ++column) {
      row += column == 0 ? "" : " | ";
      row += statement->is_null(column) ? "-" : statement->text(column);
    }
    rows.push_back(row);
  }
  return rows;
}

using Columns = std::vector<std::string>;

std::map<std::string, Columns> tables_of(const Connection& connection) {
  std::map<std::string, Columns> tables;
  const auto names =
      rows_of(connection,
              "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
              "AND name NOT LIKE 'texts_fts_%' AND name NOT LIKE 'sqlite_%'",
              1);
  for (const std::string& name : names) {
    tables[name] =
        rows_of(connection, "SELECT name FROM pragma_table_info('" + name + "')", 1);
  }
  return tables;
}

// "## table" headings and the first cells of the rows below: "| `column` | …".
std::map<std::string, Columns> described_tables() {
  std::map<std::string, Columns> tables;
  std::ifstream file(std::string(HEARSAY_SOURCE_DIR) + "/docs/formats/ledger.md");
  std::string table;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) {
      table = line.substr(3);
      tables[table] = {};
    } else if (line.starts_with("| `")) {
      tables[table].push_back(line.substr(3, line.find('`', 3) - 3));
    }
  }
  return tables;
}

TEST(Schema, IsDescribedTableByTableAndColumnByColumn) {
  const TemporaryFolder folder;
  const auto connection = open_connection(folder / "hearsay.db", {});
  ASSERT_TRUE(connection.has_value());
  const auto tables = tables_of(**connection);
  ASSERT_GE(tables.size(), 12U);
  EXPECT_EQ(described_tables(), tables);
}

TEST(Schema, IsKnownToDatasette) {
  const auto bytes = read_file(
      std::string(HEARSAY_SOURCE_DIR) + "/data/ledger/metadata.json", kLimitBytes);
  ASSERT_TRUE(bytes.has_value());
  const auto metadata = parse_json(*bytes);
  ASSERT_TRUE(metadata.has_value()) << metadata.error().message;
  const Json& ours = *metadata->find("databases")->find("hearsay");

  const TemporaryFolder folder;
  const auto connection = open_connection(folder / "hearsay.db", {});
  for (const auto& [name, settings] : *ours.find("tables")->members()) {
    EXPECT_EQ(
        (*connection)
            ->number("SELECT count(*) FROM sqlite_schema WHERE name = '" + name + "'"),
        1)
        << name;
  }
  for (const auto& [name, query] : *ours.find("queries")->members()) {
    const auto statement = (*connection)->prepare(*query.find("sql")->string());
    EXPECT_TRUE(statement.has_value()) << name << ": " << statement.error().message;
  }
}

std::vector<Sample> samples() {
  return {
      {"d1",
       "2020-11-11",
       "Daily News",
       "One",
       {{"Sergio Ramos", "Real Madrid", "Inter Miami", Stage::kInterest, "AS"}}},
      {"d2",
       "2023-03-01",
       "Sportskeeda",
       "Two",
       {{"Sergio Ramos", "", "Inter Miami", Stage::kOffer, "Fichajes"},
        {"Lionel Messi", "", "Inter Miami", Stage::kLinked, ""}}},
      {"d3",
       "2023-03-02",
       "Daily News",
       "Three",
       {{"Sergio Ramos", "", "Inter Miami", Stage::kTalks, "Fichajes"}}},
      {"d4",
       "",
       "Daily News",
       "Four",
       {{"Sergio Ramos", "", "Inter Miami", Stage::kDone, "AS"},
        {"Nobody", "", "", {}, ""}}},
  };
}

TEST(Schema, HasViewsThatAnswer) {
  struct Case {
    const char* sql;
    int columns;
    std::vector<std::string> rows;
  };
  const Case cases[] = {
      {"SELECT document, player, to_club, outlet, voices FROM v_claims "
       "WHERE stage IN ('interest', 'linked')",
       5,
       {"d1 | Sergio Ramos | Inter Miami | Daily News | [\"Daily News\",\"AS\"]",
        "d2 | Lionel Messi | Inter Miami | Sportskeeda | [\"Sportskeeda\"]",
        "d4 | Nobody | - | Daily News | [\"Daily News\"]"}},
      {"SELECT player, to_club, stage, published_on, claims, first_on FROM "
       "v_latest_stage "
       "ORDER BY player",
       6,
       {"Lionel Messi | Inter Miami | linked | 2023-03-01 | 1 | 2023-03-01",
        "Nobody | - | linked | - | 1 | -",
        "Sergio Ramos | Inter Miami | talks | 2023-03-02 | 4 | 2020-11-11"}},
      {"SELECT origin, published_on, outlet, stage, reports FROM v_first_reports "
       "WHERE player = 'Sergio Ramos' ORDER BY published_on",
       5,
       {"AS | 2020-11-11 | Daily News | interest | 2",
        "Fichajes | 2023-03-01 | Sportskeeda | offer | 2"}},
      {"SELECT outlet, documents, claims, as_self, repeating, from_parties, last_on "
       "FROM v_outlets ORDER BY outlet",
       7,
       {"Daily News | 3 | 4 | 1 | 3 | 0 | 2023-03-02",
        "Sportskeeda | 1 | 2 | 1 | 1 | 0 | 2023-03-01"}},
      {"SELECT player, claims, documents, destinations, done FROM v_players ORDER BY "
       "player",
       5,
       {"Lionel Messi | 1 | 1 | 1 | 0", "Nobody | 1 | 1 | 0 | 0",
        "Sergio Ramos | 4 | 4 | 1 | 1"}},
      {"SELECT rowid, text FROM texts_fts WHERE texts_fts MATCH 'three'",
       2,
       {"3 | Three"}},
  };
  const TemporaryFolder folder;
  const auto path = folder / "hearsay.db";
  ASSERT_EQ((*open_sqlite_ledger(path))->record(readings_of(samples())), 4U);
  const auto connection = open_connection(path, {});
  for (const Case& c : cases) EXPECT_EQ(rows_of(**connection, c.sql, c.columns), c.rows);
}

TEST(Schema, LetsNothingBeTakenAway) {
  const TemporaryFolder folder;
  const auto path = folder / "hearsay.db";
  ASSERT_EQ((*open_sqlite_ledger(path))->record(readings_of(samples())), 4U);
  const auto connection = open_connection(path, {});
  for (const char* sql : {"DELETE FROM documents", "DELETE FROM claims",
                          "UPDATE texts SET document = 99 WHERE document = 1"}) {
    EXPECT_FALSE((*connection)->execute(sql).has_value()) << sql;
  }
}

}  // namespace
}  // namespace hearsay::ledger
