#!/usr/bin/env python3
"""A run of `hearsay add --resume` that is killed again and again ends with the same ledger.

    resume_test.py HEARSAY        the program to test

An archive is made of the demo's articles; runs of it are killed after ever longer times
until one ends by itself. Its ledger must have what that of an undisturbed run has.
"""

import gzip
import html
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
COPIES = 40  # of each article, each with words of its own


def record(uri, body):
    block = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\n"
            f"WARC-Date: 2024-12-31T00:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def make_archive(path):
    articles = sorted((ROOT / "demo/articles").glob("*.txt"))
    with open(path, "wb") as archive:
        for copy in range(COPIES):
            for article in articles:
                parts = article.read_text(encoding="utf-8", errors="replace").split("\n\n")
                text = "".join(f"<p>{html.escape(part)}</p>\n" for part in parts)
                page = f"<html><body>{text}<p>Edition {copy} of it.</p></body></html>"
                archive.write(record(f"http://a.example/{copy}/{article.stem}",
                                     page.encode()))
    return COPIES * len(articles)


def add(program, ledger, archive, positions=None):
    command = [program, "add", "--ledger", ledger, archive]
    return command + (["--resume", positions] if positions else [])


def rows(program, ledger):
    out = subprocess.run([program, "claims", "--json", "--ledger", ledger], check=True,
                         capture_output=True, text=True).stdout
    documents = subprocess.run([program, "documents", "--json", "--ledger", ledger],
                               check=True, capture_output=True, text=True).stdout
    return sorted(out.splitlines()), sorted(documents.splitlines())


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        archive, whole, killed, positions = (f"{folder}/{name}" for name in
                                             ("a.warc.gz", "whole.db", "killed.db", "at"))
        count = make_archive(archive)
        subprocess.run(add(program, whole, archive), check=True, capture_output=True)
        kills, patience = 0, 0.15
        while True:
            run = subprocess.Popen(add(program, killed, archive, positions),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            try:
                out, _ = run.communicate(timeout=patience)
                break
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.communicate()
                kills += 1
                patience += 0.05
        assert run.returncode == 0, out
        assert rows(program, whole) == rows(program, killed), "the ledgers differ"
        lines = [json.loads(line) for line in open(positions, encoding="utf-8")
                 if line.endswith("}\n")]
        assert lines[-1]["finished"] and lines[-1]["file"] == archive
        last_run = int(out.split()[0])
        assert kills == 0 or last_run < count, "the last run read everything again"
        begun = time.monotonic()
        again = subprocess.run(add(program, killed, archive, positions), text=True,
                               capture_output=True, check=True)
        assert again.stdout.startswith("0 documents"), again.stdout
        print(f"{count} documents, {kills} kills, {last_run} read by the last run, "
              f"{time.monotonic() - begun:.2f} s when there was nothing left")


if __name__ == "__main__":
    main()
