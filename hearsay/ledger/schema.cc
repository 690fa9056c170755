// What every table, column and view means stands in docs/formats/ledger.md; schema_test
// holds the two together.
//
//     documents ─┬─ texts ── texts_fts      one row per article, its words apart
//                ├─ claims ── voices        one row per claim, readable labels
//                ├─ quotes
//                ├─ posts                   embedded posts: they speak for their authors
//                └─ mentions
//
// Children point at `documents.number`, not at the 32 letters of its id: mentions are
// many. Columns that end in _fold are what filters look at (see name_key.h). Sums stand
// as a person writes them and as a number beside a currency. Offsets are bytes, half
// open.
//
// What each index costs was measured (bench/ledger_bench, record/256, on a busy machine):
// one on mentions (name) slowed recording from 3.5 to 2.1 thousand documents a second, so
// there is none; the names of claims share one index, which answers every filter by
// itself. FTS5 merges its segments by eights: texts alone went from 6.8 (by fours, its
// default) to 8.4 thousand a second; by sixteens it was 8.0.

#include "hearsay/ledger/schema.h"

#include <array>

namespace hearsay::ledger {
namespace {

constexpr const char* kTables = R"sql(
CREATE TABLE documents (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  uri            TEXT NOT NULL,
  title          TEXT,
  outlet         TEXT,
  authors        TEXT NOT NULL,
  published_on   TEXT,
  published_at   TEXT,
  language       TEXT NOT NULL,
  words          INTEGER NOT NULL,
  repairs        INTEGER NOT NULL,
  repaired_share REAL NOT NULL,
  obfuscated     INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_by_date ON documents (published_on);
CREATE INDEX documents_by_outlet ON documents (outlet);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE RESTRICT,
  text     TEXT NOT NULL
) STRICT;

CREATE TABLE claims (
  id                     INTEGER PRIMARY KEY,
  document               INTEGER NOT NULL REFERENCES documents (number) ON DELETE RESTRICT,
  seq                    INTEGER NOT NULL,
  player                 TEXT NOT NULL,
  from_club              TEXT,
  to_club                TEXT,
  move                   TEXT NOT NULL,
  stage                  TEXT NOT NULL,
  denied                 INTEGER NOT NULL,
  certainty              TEXT NOT NULL,
  voices                 TEXT NOT NULL,
  origin                 TEXT,
  origin_kind            TEXT NOT NULL,
  fee                    TEXT,
  fee_minor_units        INTEGER,
  fee_currency           TEXT,
  contract_until         TEXT,
  contract_ending        INTEGER NOT NULL,
  contract_years         INTEGER,
  wage                   TEXT,
  wage_minor_units       INTEGER,
  wage_currency          TEXT,
  wage_period            TEXT,
  option_kind            TEXT,
  option_obligation      INTEGER,
  option_holder          TEXT,
  option_years           INTEGER,
  option_fee             TEXT,
  option_fee_minor_units INTEGER,
  option_fee_currency    TEXT,
  evidence               TEXT NOT NULL,
  text_begin             INTEGER NOT NULL,
  text_end               INTEGER NOT NULL,
  raw_begin              INTEGER NOT NULL,
  raw_end                INTEGER NOT NULL,
  player_fold            TEXT NOT NULL,
  from_fold              TEXT NOT NULL,
  to_fold                TEXT NOT NULL,
  origin_fold            TEXT NOT NULL,
  UNIQUE (document, seq)
) STRICT;
CREATE INDEX claims_by_names ON claims (player_fold, to_fold, from_fold, origin_fold);

CREATE TABLE voices (
  claim    INTEGER NOT NULL REFERENCES claims (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_by_name ON voices (name);

CREATE TABLE quotes (
  id           INTEGER PRIMARY KEY,
  document     INTEGER NOT NULL REFERENCES documents (number) ON DELETE RESTRICT,
  seq          INTEGER NOT NULL,
  speaker      TEXT NOT NULL,
  spoken_to    TEXT,
  words        TEXT NOT NULL,
  text_begin   INTEGER NOT NULL,
  text_end     INTEGER NOT NULL,
  raw_begin    INTEGER NOT NULL,
  raw_end      INTEGER NOT NULL,
  speaker_fold TEXT NOT NULL,
  UNIQUE (document, seq)
) STRICT;
CREATE INDEX quotes_by_speaker ON quotes (speaker_fold);

CREATE TABLE posts (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE RESTRICT,
  seq        INTEGER NOT NULL,
  author     TEXT,
  handle     TEXT,
  posted_on  TEXT,
  posted_at  TEXT,
  words      TEXT NOT NULL,
  text_begin INTEGER NOT NULL,
  text_end   INTEGER NOT NULL,
  UNIQUE (document, seq)
) STRICT;
CREATE INDEX posts_by_author ON posts (author);

CREATE TABLE mentions (
  document   INTEGER NOT NULL REFERENCES documents (number) ON DELETE RESTRICT,
  seq        INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  name       TEXT NOT NULL,
  naming     TEXT NOT NULL,
  role       TEXT,
  text_begin INTEGER NOT NULL,
  text_end   INTEGER NOT NULL,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_articles AS
  SELECT documents.number AS number, documents.title AS title, texts.text AS text
  FROM documents JOIN texts ON texts.document = documents.number;

CREATE VIRTUAL TABLE texts_fts USING fts5 (
  title, text,
  content = 'v_articles', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO texts_fts (texts_fts, rank) VALUES ('automerge', 8);
)sql";

// The common questions. A window orders by date, undated rows last, then by document and
// place, as every list of the ledger does.
constexpr const char* kViews = R"sql(
CREATE VIEW v_claims AS
  SELECT claims.id AS claim, documents.id AS document, documents.uri, documents.title,
         documents.outlet, documents.published_on, documents.published_at,
         documents.language, documents.obfuscated,
         claims.player, claims.from_club, claims.to_club, claims.move, claims.stage,
         claims.denied, claims.certainty, claims.voices, claims.origin,
         claims.origin_kind, claims.fee, claims.contract_until, claims.contract_ending,
         claims.contract_years, claims.wage, claims.wage_period, claims.option_kind,
         claims.option_holder, claims.evidence, claims.text_begin, claims.text_end,
         claims.raw_begin, claims.raw_end
  FROM claims JOIN documents ON documents.number = claims.document;

CREATE VIEW v_latest_stage AS
  SELECT player, to_club, stage, denied, published_on, outlet, origin, document, claim,
         claims, first_on
  FROM (SELECT *, count(*) OVER saga AS claims, min(published_on) OVER saga AS first_on,
               row_number() OVER (
                 PARTITION BY player, to_club
                 ORDER BY published_on DESC NULLS LAST, published_at DESC NULLS LAST,
                          document DESC, claim DESC) AS place
        FROM v_claims WINDOW saga AS (PARTITION BY player, to_club))
  WHERE place = 1;

CREATE VIEW v_first_reports AS
  SELECT player, to_club, origin, origin_kind, published_on, published_at, outlet, stage,
         document, claim, reports
  FROM (SELECT *, count(*) OVER (PARTITION BY player, to_club, origin) AS reports,
               row_number() OVER (
                 PARTITION BY player, to_club, origin
                 ORDER BY published_on NULLS LAST, published_at NULLS LAST,
                          document, claim) AS place
        FROM v_claims)
  WHERE place = 1;

CREATE VIEW v_outlets AS
  SELECT outlet, count(DISTINCT document) AS documents, count(*) AS claims,
         sum(origin_kind = 'self') AS as_self,
         sum(origin_kind IN ('outlet', 'journalist')) AS repeating,
         sum(origin_kind NOT IN ('self', 'outlet', 'journalist')) AS from_parties,
         min(published_on) AS first_on, max(published_on) AS last_on
  FROM v_claims GROUP BY outlet;

CREATE VIEW v_players AS
  SELECT player, count(*) AS claims, count(DISTINCT document) AS documents,
         count(DISTINCT to_club) AS destinations, sum(stage = 'done') AS done,
         min(published_on) AS first_on, max(published_on) AS last_on
  FROM v_claims GROUP BY player;
)sql";

// Order is important. Add new steps at the end of the list; never change one that was
// released.
constexpr std::array<const char*, 2> kSteps = {kTables, kViews};

}  // namespace

std::span<const char* const> schema_steps() {
  return kSteps;
}

}  // namespace hearsay::ledger
