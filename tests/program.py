"""What every whole-program test needs: the built command, run in an empty directory.

    class Add(ProgramTest):
        def test_says_what_is_missing(self):
            self.run_hearsay("add", "gone.txt").expect(stdout="", stderr="gone.txt: …\\n", status=1)

The program's path is the first argument of the test file (see main()). Each test has a fresh
directory of its own, which is also the working directory, the home and the place for temporary
files; the environment holds nothing else that could change what is printed.
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = None  # set by main()

# Sanitizers: a leak at exit is reported as well, but must not change the status of a run that
# the test kills or starves; a found fault ends with 99, which no test expects.
SANITIZERS = {
    "ASAN_OPTIONS": "exitcode=99:detect_leaks=0:allocator_may_return_null=1",
    "UBSAN_OPTIONS": "exitcode=99:print_stacktrace=1",
    "TSAN_OPTIONS": f"exitcode=99:suppressions={ROOT / 'tests/tsan.supp'}",
}

# A press article in our own words, with a claim that any reader of transfer news would file.
ARTICLE = """ date 2023-03-01 Inter Miami want Sergio Ramos

According to Fichajes, Inter Miami are interested in signing Sergio Ramos from Paris Saint-Germain.
The 36-year-old defender is out of contract in June.
"""


class Run:
    """What one run of the command left behind."""

    def __init__(self, test, command, done):
        self.test, self.command = test, command
        self.status, self.stdout, self.stderr = done.returncode, done.stdout, done.stderr

    def __str__(self):
        return f"$ {' '.join(map(str, self.command))}\nstatus {self.status}\n" \
               f"--- stdout\n{self.stdout}--- stderr\n{self.stderr}"

    def expect(self, stdout=None, stderr=None, status=0):
        """The whole of what was printed; None where it does not matter."""
        self.test.assertEqual(self.status, status, f"\n{self}")
        if stdout is not None:
            self.test.assertEqual(self.stdout, stdout, f"\n{self}")
        if stderr is not None:
            self.test.assertEqual(self.stderr, stderr, f"\n{self}")
        return self

    def expect_complaint(self, *words, status=1):
        """One line for the person at the terminal with all of `words` in it, and no crash."""
        self.test.assertEqual(self.status, status, f"\n{self}")
        lines = [line for line in self.stderr.splitlines() if all(word in line for word in words)]
        self.test.assertEqual(len(lines), 1, f"one line with {words} wanted\n{self}")
        self.test.assertLess(len(lines[0]), 300, f"\n{self}")
        return self

    def readings(self):
        return [json.loads(line) for line in self.stdout.splitlines()]


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-test-"))
        self.directory.chmod(0o755)
        self.addCleanup(shutil.rmtree, self.directory, ignore_errors=True)

    def environment(self):
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return {**kept, **SANITIZERS, "HOME": str(self.directory), "TMPDIR": str(self.directory),
                "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def start(self, *arguments, **options):
        """The running process, for tests that do something to it."""
        settings = {"cwd": self.directory, "env": self.environment(), "stdin": subprocess.DEVNULL,
                    "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([PROGRAM, *map(str, arguments)], **settings | options)

    def run_hearsay(self, *arguments, stdin=b"", wrapper=(), timeout=120):
        command = [*wrapper, PROGRAM, *map(str, arguments)]
        done = subprocess.run(command, cwd=self.directory, env=self.environment(), timeout=timeout,
                              input=stdin.encode() if isinstance(stdin, str) else stdin,
                              capture_output=True, check=False)
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return Run(self, ["hearsay", *arguments], done)

    def write(self, name, content=ARTICLE):
        path = self.directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def write_lines(self, name, count, first=0):
        """A line file of `count` different articles; returns its path."""
        rows = ({"uri": f"test:{number}", "outlet": "Sky Sports", "published_on": "2023-03-01",
                 "title": f"Ramos, part {number}", "text": ARTICLE.split("\n\n", 1)[1] + f"Part {number}."}
                for number in range(first, first + count))
        return self.write(name, "".join(json.dumps(row) + "\n" for row in rows))

    def count(self, what, ledger="hearsay.db"):
        """How many `documents` or `claims` the ledger lists."""
        listed = self.run_hearsay(what, "--json", "--ledger", ledger)
        self.assertIn(listed.status, (0, 1), f"\n{listed}")
        return len(listed.readings())


def is_root():
    return os.geteuid() == 0


def peak_memory_bytes():
    """The most memory any process that this test waited for has had."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def main():
    global PROGRAM
    # This file is imported by the test file as `program`, so the name must be set there.
    module = sys.modules["program"]
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(f"usage: {sys.argv[0]} PROGRAM [unittest options]")
    module.PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(module="__main__", verbosity=2)
