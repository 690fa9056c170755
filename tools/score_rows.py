#!/usr/bin/env python3
"""Compares readings with the rows a person wrote, as `hearsay read --json` prints the former.

usage: score_rows.py ROWS.jsonl READINGS.jsonl [--show]

A row and a claim are one fact when document, player and destination agree (for an exit: the
club that is left). Names are compared by their letters alone: our own rows use the names our
own knowledge base has, so this needs no table of clubs. Rows marked optional, and completed
moves told in passing, count neither way. docs/formats/reading.md describes both files.
"""

import argparse
import json
import os
import unicodedata

JUDGED = ("stage", "move", "origin", "from", "denied")


def letters(name):
    plain = unicodedata.normalize("NFKD", (name or "").casefold())
    return "".join(c for c in plain if c.isalnum() or c == "[")


def fact(row):
    to = letters(row.get("to"))
    return letters(row["player"]), to or "exit from " + letters(row.get("from"))


def document_names(document):
    uri = document.get("uri") or ""
    return {document.get("id"), uri, os.path.basename(uri), os.path.splitext(os.path.basename(uri))[0]}


def load_rows(path):
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, filter(str.strip, lines)):
            of_document = rows.setdefault(row["doc"], [])
            if not row.get("none"):
                of_document.append(row)
    return rows


def load_claims(path):
    claims = {}
    with open(path, encoding="utf-8") as lines:
        for reading in map(json.loads, filter(str.strip, lines)):
            for name in document_names(reading["document"]) - {None, ""}:
                claims[name] = [plain_claim(claim) for claim in reading["claims"]]
    return claims


def plain_claim(claim):
    """A claim with its origin as rows write it: self, the party's part in the deal, or a name."""
    kind = claim.get("origin_kind")
    if kind in ("self", None):
        return dict(claim, origin="self")
    parties = ("club", "player", "agent", "coach")
    return dict(claim, origin=f"{claim['origin']} | {kind}" if kind in parties else claim["origin"])


def agrees(field, row, claim):
    if field == "denied":
        return bool(row.get(field)) == bool(claim.get(field))
    if field == "from" and not row.get("from"):
        return True
    if field == "origin":
        wanted, got = ({letters(root) for root in (side.get("origin") or "self").split("|")} for side in (row, claim))
        return bool({"self" if root in ("none", "") else root for root in wanted} & got)
    return letters(row.get(field)) == letters(claim.get(field))


def compare(rows, claims):
    """(counts, the differences as lines for a person)"""
    hits = missed = invented = 0
    agreed, differences = dict.fromkeys(JUDGED, 0), []
    for name, wanted in rows.items():
        left = {fact(claim): claim for claim in claims.get(name, [])}
        for row in wanted:
            claim = left.pop(fact(row), None)
            if row.get("optional"):
                continue
            what = f"{name}: {row['player']} to {row.get('to') or 'leave ' + row.get('from', '')}"
            if claim is None:
                missed += 1
                differences.append(f"missed   {what} [{row['stage']}]")
                continue
            hits += 1
            for field in JUDGED:
                if agrees(field, row, claim):
                    agreed[field] += 1
                else:
                    differences.append(f"{field:8} {what}: wanted {row.get(field)}, read {claim.get(field)}")
        for claim in left.values():
            if claim["stage"] == "done" and wanted:
                continue
            invented += 1
            differences.append(f"invented {name}: {claim['player']} to {claim['to']} [{claim['stage']}]")
    return (hits, missed, invented, agreed), differences


def score(rows, claims):
    """The figures by the names that ../shared/gold/score.py gives them, and the differences."""
    (hits, missed, invented, agreed), differences = compare(rows, claims)
    precision = hits / (hits + invented) if hits + invented else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    share = {field: agreed[field] / hits if hits else 0.0 for field in JUDGED}
    figures = {
        "docs": len(rows), "not_read": sum(name not in claims for name in rows),
        "gold": hits + missed, "read": hits + invented, "precision": precision, "recall": recall,
        "f1": f1, "stage": share["stage"], "stage_within_one": None, "move": share["move"],
        "origin": share["origin"], "from_club": share["from"], "f1_with_stage": f1 * share["stage"],
    }
    return figures, differences


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("rows")
    options.add_argument("readings")
    options.add_argument("--show", action="store_true", help="also every difference")
    given = options.parse_args()
    figures, differences = score(load_rows(given.rows), load_claims(given.readings))
    print(json.dumps(figures))
    if given.show:
        print("\n".join(differences))


if __name__ == "__main__":
    main()
