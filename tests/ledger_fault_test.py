"""The ledger in bad times: one clear message, status 2, and nothing that was stored is lost."""

import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

import program
from program import ProgramTest


class NoLedger(ProgramTest):
    def test_missing(self):
        for command in (["claims"], ["sagas"], ["saga", "Sergio Ramos"], ["documents"]):
            with self.subTest(command):
                self.run_hearsay(*command).expect_complaint("hearsay.db", status=2)
                self.assertEqual(list(self.directory.iterdir()), [], "a reading command made a file")

    def test_is_something_else(self):
        self.write("a.txt")
        self.write("hearsay.db", "these are my notes, not a ledger\n" * 100)
        before = (self.directory / "hearsay.db").read_bytes()
        for command in (["add", "a.txt"], ["claims"]):
            with self.subTest(command):
                self.run_hearsay(*command).expect_complaint("hearsay.db", status=2)
        self.assertEqual((self.directory / "hearsay.db").read_bytes(), before)

    def test_is_somebody_elses_database(self):
        with sqlite3.connect(self.directory / "hearsay.db") as database:
            database.execute("CREATE TABLE recipes (name TEXT)")
        self.write("a.txt")
        self.run_hearsay("add", "a.txt").expect_complaint("hearsay.db", status=2)

    def test_is_a_folder(self):
        self.write("a.txt")
        (self.directory / "hearsay.db").mkdir()
        self.run_hearsay("add", "a.txt").expect_complaint("hearsay.db", status=2)

    def test_lies_in_no_folder(self):
        self.write("a.txt")
        self.run_hearsay("add", "a.txt", "--ledger", "no/such/hearsay.db").expect_complaint(
            "no/such/hearsay.db", status=2)


class Filled(ProgramTest):
    """Tests that begin with a ledger of a few documents."""

    def setUp(self):
        super().setUp()
        self.write_lines("first.jsonl", 5)
        self.run_hearsay("add", "first.jsonl").expect()

    def database(self):
        return sqlite3.connect(self.directory / "hearsay.db", isolation_level=None, timeout=0)

    def test_of_a_newer_version(self):
        with self.database() as database:
            database.execute("PRAGMA user_version = 9999")
        for command in (["add", "first.jsonl"], ["claims"]):
            with self.subTest(command):
                self.run_hearsay(*command).expect_complaint("hearsay.db", "newer", status=2)
        with self.database() as database:
            database.execute("PRAGMA user_version = 1")
            self.assertEqual(database.execute("SELECT count(*) FROM documents").fetchone(), (5,))

    def test_locked_by_another(self):
        database = self.database()
        database.execute("BEGIN IMMEDIATE")
        self.write_lines("second.jsonl", 5, first=5)
        started = time.monotonic()
        self.run_hearsay("add", "second.jsonl").expect_complaint("hearsay.db", "locked", status=2)
        self.assertLess(time.monotonic() - started, 40)
        self.assertEqual(self.count("documents"), 5, "who only reads need not wait")
        database.execute("ROLLBACK")
        database.close()
        self.run_hearsay("add", "second.jsonl").expect()
        self.assertEqual(self.count("documents"), 10)

    def test_locked_for_a_moment_only(self):
        database = self.database()
        database.execute("BEGIN IMMEDIATE")
        self.write_lines("second.jsonl", 5, first=5)
        adding = self.start("add", "second.jsonl")
        time.sleep(2)
        database.execute("ROLLBACK")
        database.close()
        adding.communicate(timeout=60)
        self.assertEqual(adding.returncode, 0)
        self.assertEqual(self.count("documents"), 10)

    def test_cut_short(self):
        path = self.directory / "hearsay.db"
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        run = self.run_hearsay("claims", "--json")
        run.expect_complaint("hearsay.db", status=2)

    def test_two_write_at_once(self):
        self.write_lines("second.jsonl", 300, first=5)
        self.write_lines("third.jsonl", 300, first=205)
        both = [self.start("add", name) for name in ("second.jsonl", "third.jsonl")]
        for adding in both:
            _, stderr = adding.communicate(timeout=120)
            self.assertEqual(adding.returncode, 0, stderr.decode())
        self.assertEqual(self.count("documents"), 505)


class FullDisk(ProgramTest):
    def setUp(self):
        super().setUp()
        self.disk = self.directory / "disk"
        self.disk.mkdir()
        mounted = program.is_root() and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "none", self.disk], capture_output=True).returncode == 0
        if not mounted:
            self.skipTest("SKIPPED: a small disk to fill can be mounted by root alone")
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk], check=True)

    def test_keeps_what_was_stored_and_goes_on_later(self):
        self.write_lines("news.jsonl", 3000)
        ledger = "disk/hearsay.db"
        self.run_hearsay("add", "news.jsonl", "--ledger", ledger).expect_complaint(ledger, "full", status=2)
        subprocess.run(["mount", "-o", "remount,size=400m", self.disk], check=True)
        kept = self.count("documents", ledger) if (self.disk / "hearsay.db").exists() else 0
        self.assertLess(kept, 3000)
        self.run_hearsay("add", "news.jsonl", "--ledger", ledger).expect()
        self.assertEqual(self.count("documents", ledger), 3000)

    def test_full_before_the_first_byte(self):
        self.write("a.txt")
        with open(self.disk / "ballast", "wb") as ballast:
            try:
                ballast.write(bytes(2 << 20))
            except OSError:
                pass
        run = self.run_hearsay("add", "a.txt", "--ledger", "disk/hearsay.db")
        run.expect_complaint("disk/hearsay.db", "full", status=2)


class FullOutput(ProgramTest):
    def test_is_told(self):
        self.write_lines("news.jsonl", 200)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program.PROGRAM, "read", "--json", "news.jsonl"], cwd=self.directory,
                                  env=self.environment(), stdout=full, stderr=subprocess.PIPE)
        self.assertIn(done.returncode, (1, 2))
        self.assertIn("No space left on device", done.stderr.decode())


class Killed(ProgramTest):
    """kill -9 at many moments of one run; then the same command again."""

    DOCUMENTS = 1500

    def state(self, ledger):
        """All that was stored, but for when."""
        return [self.run_hearsay(command, "--json", "--ledger", ledger).expect().stdout
                for command in ("documents", "claims")]

    def test_the_run_can_be_repeated(self):
        self.write_lines("news.jsonl", self.DOCUMENTS)
        started = time.monotonic()
        self.run_hearsay("add", "news.jsonl", "--ledger", "whole.db").expect()
        whole_seconds = time.monotonic() - started
        for round_number in range(8):
            adding = self.start("add", "news.jsonl", "--ledger", "killed.db")
            time.sleep(whole_seconds * (round_number + 1) / 9)
            adding.send_signal(signal.SIGKILL)
            adding.communicate()
            if (self.directory / "killed.db").exists():
                with sqlite3.connect(self.directory / "killed.db") as database:
                    self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
                    self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        self.run_hearsay("add", "news.jsonl", "--ledger", "killed.db").expect()
        self.assertEqual(self.state("killed.db"), self.state("whole.db"))

    def test_asked_to_stop_it_stops_and_keeps(self):
        self.write_lines("news.jsonl", 20 * self.DOCUMENTS)
        adding = self.start("add", "news.jsonl")
        time.sleep(1.5)
        adding.send_signal(signal.SIGINT)
        try:
            _, stderr = adding.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            adding.kill()
            self.fail("did not stop within 30 s of SIGINT")
        self.assertIn(adding.returncode, (0, 1, 2, 130, -signal.SIGINT), stderr.decode())
        with sqlite3.connect(self.directory / "hearsay.db") as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))


if __name__ == "__main__":
    program.main()
