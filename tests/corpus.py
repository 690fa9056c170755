"""Whole articles and what hearsay makes of them, as lines a person can read.

    tests/corpus/<language>/<name>/source.{txt,html,…}    in our own words
    tests/corpus/<language>/<name>/expected.txt           one line for each claim and quote

A line that is known to be wrong begins with "? ", and one that is missing stands there behind
"! ": so an improvement shows up in the tests as well as a loss. tools/bless rewrites expected.txt
and keeps the marks of lines that stay.
"""

import json
import pathlib
import subprocess

CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
KNOWN_WRONG, KNOWN_MISSING = "? ", "! "


def cases():
    return sorted(path.parent for path in CORPUS.glob("*/*/source.*"))


def source_of(case):
    (source,) = case.glob("source.*")
    return source


def print_claim(claim):
    move = f"{claim['from'] or '-'} > {claim['to'] or '-'}"
    by = " < ".join(claim["voices"]) or claim["origin_kind"]
    terms = " ".join(f"{name}={value}" for name, value in claim["terms"].items() if value)
    denied = " denied" if claim["denied"] else ""
    return f"{claim['stage']} {claim['player']}: {move} ({claim['move']}{denied}) by {by}" \
           f" [{claim['origin_kind']}]{' ' + terms if terms else ''} | {claim['evidence']['text']}"


def print_quote(quote):
    to = f" to {quote['to']}" if quote["to"] else ""
    return f"quote {quote['speaker'] or '-'}{to} | {quote['text']}"


def read(program, case):
    """The lines for what `program` reads in the case's source."""
    done = subprocess.run([program, "read", "--json", source_of(case).name], cwd=case, capture_output=True,
                          text=True, timeout=60, check=False)
    if done.returncode != 0:
        return [f"status {done.returncode}", *done.stderr.splitlines()]
    (reading,) = map(json.loads, done.stdout.splitlines())
    document = reading["document"]
    head = f"document {document['published_on']} {document['outlet'] or '-'} | {document['title'] or '-'}"
    lines = [head, *map(print_claim, reading["claims"]), *map(print_quote, reading["quotes"])]
    return [" ".join(line.split()) for line in lines]


def expected(case):
    path = case / "expected.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def wanted_output(lines):
    """What the program is expected to print today: known wrong lines count, missing ones do not."""
    return [line.removeprefix(KNOWN_WRONG) for line in lines if not line.startswith(KNOWN_MISSING)]
