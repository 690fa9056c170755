"""Bad input: one clear message each, status 1, and every other file is still read."""

import gzip
import json
import os
import shutil
import time
import unittest

import program
from program import ARTICLE, ProgramTest


class BadFile(ProgramTest):
    """Each is read between two good files; the good ones must come out whole."""

    def read_among_good(self, bad, *words):
        self.write("a.txt")
        self.write("z.txt")
        run = self.run_hearsay("read", "--json", "a.txt", bad, "z.txt")
        run.expect_complaint(bad, *words)
        uris = [reading["document"]["uri"] for reading in run.readings()]
        self.assertEqual((uris[0], uris[-1]), ("a.txt", "z.txt"), f"\n{run}")
        return run

        restored = self.run_hearsay("restore", "--json", "a.txt", bad, "z.txt")
        restored.expect_complaint(bad, *words)
        texts = restored.readings()
        self.assertEqual((texts[0]["text"], texts[-1]["text"]), (ARTICLE, ARTICLE), f"\n{restored}")
        return run

    def test_missing(self):
        self.read_among_good("gone.txt", "no such file")

    def test_empty(self):
        self.write("empty.txt", "")
        self.read_among_good("empty.txt", "empty")

    def test_blank(self):
        self.write("blank.txt", " \n\t\n  \n")
        self.read_among_good("blank.txt")

    def test_empty_line_file(self):
        self.write("empty.jsonl", "")
        self.read_among_good("empty.jsonl", "empty")

    def test_binary(self):
        for name, content in (("program.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40),
                              ("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(4000))):
            with self.subTest(name):
                self.write(name, content)
                self.read_among_good(name)

    def test_half_a_json_line(self):
        whole = json.dumps({"uri": "test:1", "text": ARTICLE})
        self.write("half.jsonl", whole + "\n" + whole[: len(whole) // 2])
        run = self.read_among_good("half.jsonl", "2")
        self.assertEqual(len(run.readings()), 3, f"\n{run}")

    def test_broken_lines_among_good_ones(self):
        good = json.dumps({"text": ARTICLE})
        rows = [good, "{", "[]", "null", '{"text": 7}', '{"uri": "no text"}', "not json", good]
        self.write("mixed.jsonl", "\n".join(rows) + "\n")
        run = self.run_hearsay("read", "--json", "mixed.jsonl")
        self.assertEqual(run.status, 1, f"\n{run}")
        self.assertEqual(len(run.readings()), 2, f"\n{run}")
        for number in range(2, 8):
            run.expect_complaint(f"mixed.jsonl:{number}")

    def test_gzip_cut_off(self):
        packed = gzip.compress((json.dumps({"text": ARTICLE}) + "\n").encode() * 200)
        self.write("cut.jsonl.gz", packed[: len(packed) // 2])
        self.read_among_good("cut.jsonl.gz", "cut off")

    def test_gzip_that_is_none(self):
        self.write("plain.jsonl.gz", "this was never packed\n")
        self.read_among_good("plain.jsonl.gz")

    def test_named_pipe_is_not_waited_for(self):
        os.mkfifo(self.directory / "pipe.txt")
        self.read_among_good("pipe.txt")

    def test_link_to_itself(self):
        (self.directory / "loop.txt").symlink_to("loop.txt")
        self.read_among_good("loop.txt")

    def test_empty_folder(self):
        (self.directory / "nothing").mkdir()
        for command in ("read", "restore", "add"):
            with self.subTest(command):
                run = self.run_hearsay(command, "nothing").expect(status=1)
                self.assertNotEqual(run.stderr, "", f"\n{run}")


class WrongEncoding(ProgramTest):
    """Is read as well as can be, and what comes out is UTF-8 in any case."""

    def test_is_read(self):
        article = ARTICLE.replace("36-year-old", "“36-year-old” Málaga-raised")
        for name, content in (
                ("windows.txt", article.encode("windows-1252")),
                ("wide.txt", article.encode("utf-16")),
                ("marked.txt", article.encode("utf-8-sig")),
                ("cut.txt", article.encode().replace("”".encode(), "”".encode()[:2])),
        ):
            with self.subTest(name):
                self.write(name, content)
                run = self.run_hearsay("read", "--json", name).expect()
                claims = run.readings()[0]["claims"]
                self.assertEqual([(claim["player"], claim["to"]) for claim in claims],
                                 [("Sergio Ramos", "Inter Miami")], f"\n{run}")

    def test_a_broken_feed_is_told_by_us_and_not_by_a_library(self):
        item = b"<item><title>Ramos \xe2\x80 \xff\x85 &nbsp;</title><link>\x86\xff</link><description>" \
               b"&lt;p&gt;Inter Miami want Sergio Ramos \xc3&lt;/p&gt;</description></item>"
        for encoding in (b"UTF-8", b"UTF-16", b"x-none", b"windows-1252", b"EUC-JP"):
            with self.subTest(encoding):
                self.write("feed.xml", b'<?xml version="1.0" encoding="' + encoding +
                           b'"?><rss><channel><title>News</title>' + item * 3 + b"</channel></rss>")
                run = self.run_hearsay("read", "--json", "feed.xml")
                self.assertIn(run.status, (0, 1), f"\n{run}")
                foreign = [line for line in run.stderr.splitlines() if not line.startswith("hearsay: ")]
                self.assertEqual(foreign, [], f"\n{run}")

    def test_random_bytes_never_crash(self):
        for seed in range(20):
            noise = bytes((seed * 7919 + i * i * 31 + i) % 251 for i in range(3000))
            self.write(f"noise-{seed}.txt", noise + ARTICLE.encode() + noise)
        for command in ("read", "restore"):
            run = self.run_hearsay(command, "--json", ".")
            self.assertIn(run.status, (0, 1), f"\n{run}")
            run.readings()
        self.assertIn(self.run_hearsay("restore", "--diff", ".").status, (0, 1))


class Huge(ProgramTest):
    """200 MB: refused or streamed, in bounded time and memory."""

    HUGE_BYTES = 200 << 20

    def read_beside_good(self, name):
        self.write("a.txt")
        started = time.monotonic()
        run = self.run_hearsay("read", "--json", "a.txt", name)
        self.assertLess(time.monotonic() - started, 60, f"\n{run}")
        self.assertLess(program.peak_memory_bytes(), 1 << 30, f"\n{run}")
        self.assertEqual(run.readings()[0]["document"]["uri"], "a.txt", f"\n{run}")
        restored = self.run_hearsay("restore", "a.txt", name).expect_complaint(name)
        self.assertTrue(restored.stdout.startswith(ARTICLE))
        self.assertLess(program.peak_memory_bytes(), 1 << 30, f"\n{run}")
        return run

    def test_one_line_of_letters_that_are_all_disguised(self):
        self.write("long.txt", "Rаmоs " * 500_000)  # 4 MB without a line end
        started = time.monotonic()
        run = self.run_hearsay("restore", "long.txt").expect()
        self.assertLess(time.monotonic() - started, 60)
        self.assertLess(program.peak_memory_bytes(), 2 << 30)
        self.assertEqual(run.stdout, "Ramos " * 500_000)

    def test_one_huge_text(self):
        with open(self.directory / "huge.txt", "wb") as file:
            file.write(ARTICLE.encode())
            file.truncate(self.HUGE_BYTES)
        self.read_beside_good("huge.txt").expect_complaint("huge.txt")

    def test_one_huge_page_of_letters(self):
        with open(self.directory / "huge.html", "wb") as file:
            file.write(b"<p>")
            for _ in range(200):
                file.write(b"Ramos " * (174_762))
        self.read_beside_good("huge.html").expect_complaint("huge.html", "67108864")

    def test_a_huge_line_between_good_ones(self):
        good = json.dumps({"uri": "test:good", "text": ARTICLE}).encode() + b"\n"
        with open(self.directory / "huge.jsonl", "wb") as file:
            file.write(good + b'{"text": "')
            for _ in range(self.HUGE_BYTES >> 20):
                file.write(b"a" * (1 << 20))
            file.write(b'"}\n' + good)
        run = self.read_beside_good("huge.jsonl").expect_complaint("huge.jsonl", "2")
        self.assertEqual(len(run.readings()), 3, f"\n{run}")

    def test_a_gzip_bomb(self):
        with gzip.open(self.directory / "bomb.jsonl.gz", "wb", compresslevel=9) as file:
            for _ in range(self.HUGE_BYTES >> 20):
                file.write(b"a" * (1 << 20))
        self.read_beside_good("bomb.jsonl.gz").expect_complaint("bomb.jsonl.gz")


class NoPermission(ProgramTest):
    """Root may read everything, so as root these run as nobody."""

    def setUp(self):
        super().setUp()
        self.wrapper = ()
        if program.is_root():
            self.wrapper = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
            self.directory.chmod(0o777)
            reachable = self.run_hearsay("--version", wrapper=self.wrapper).status == 0
            if not shutil.which("setpriv") or not reachable:
                self.skipTest("SKIPPED: run by root, and nobody cannot reach the program")

    def test_folder(self):
        self.write("news/open.txt")
        self.write("news/shut/secret.txt")
        (self.directory / "news/shut").chmod(0)
        self.addCleanup((self.directory / "news/shut").chmod, 0o755)
        run = self.run_hearsay("read", "--json", "news", wrapper=self.wrapper)
        run.expect_complaint("news/shut", "permission")
        self.assertEqual([r["document"]["uri"] for r in run.readings()], ["news/open.txt"])

    def test_file(self):
        self.write("open.txt")
        self.write("shut.txt").chmod(0)
        run = self.run_hearsay("read", "--json", "shut.txt", "open.txt", wrapper=self.wrapper)
        run.expect_complaint("shut.txt", "permission")
        self.assertEqual([r["document"]["uri"] for r in run.readings()], ["open.txt"])

    def test_ledger_in_a_folder_that_may_not_be_written(self):
        self.write("a.txt")
        self.directory.chmod(0o755)
        if not program.is_root():
            self.directory.chmod(0o555)
            self.addCleanup(self.directory.chmod, 0o755)
        self.run_hearsay("add", "a.txt", wrapper=self.wrapper).expect_complaint("hearsay.db", status=2)


class Adding(ProgramTest):
    def test_keeps_the_good_ones(self):
        self.write("news/a.txt")
        self.write("news/b.txt", b"\x7fELF" + bytes(500))
        self.write("news/c.jsonl", '{"text": "half')
        self.write_lines("news/d.jsonl", 3)
        run = self.run_hearsay("add", "news", "gone.txt")
        for words in (("news/b.txt",), ("news/c.jsonl",), ("gone.txt",)):
            run.expect_complaint(*words)
        self.assertEqual(self.count("documents"), 4)


if __name__ == "__main__":
    program.main()
