"""`hearsay kb`: growing the base, killing it half-way, and what it then knows."""

import gzip
import json
import os
import signal
import subprocess
import time

import program
from program import ProgramTest

PLAYERS = """id,name,dob,nationality,position
1,Jo Sample,1990-05-04,Spain,Goalkeeper
2,Ann Other,2000-02-30,Spain,
3,Jo Sample,1990-05-04,,
"""
CLUBS = "id,name,country\nc1,Testville Rovers,England\n"
SPELLS = "player_id,club_id,from,to,on_loan\n1,c1,2015-summer,2018-winter,0\n"


class Base(ProgramTest):
    def import_samples(self):
        self.write("players.csv", PLAYERS)
        self.write("clubs.csv", CLUBS)
        self.write("spells.csv", SPELLS)
        return self.run_hearsay("kb", "import", "players.csv", "clubs.csv", "spells.csv", "--into", "my.kb",
                                "--conflicts", "conflicts.txt")

    def read(self, name):
        with open(os.path.join(self.directory, name), "rb") as file:
            return file.read()


class Import(Base):
    def test_names_bad_rows_counts_them_and_takes_the_rest(self):
        run = self.import_samples().expect(
            stderr="hearsay: players.csv:3:13: '2000-02-30' is no day of the calendar; write 2023-07-01\n", status=1)
        self.assertIn("5 rows read, 1 skipped\n", run.stdout)
        self.assertIn("clubs: 0 known, 1 new, 0 left out\nplayers: 0 known, 2 new, 0 left out\n", run.stdout)
        self.assertIn("1 conflict\n", run.stdout)
        self.assertEqual(self.read("conflicts.txt").decode(),
                         "tables: 'Jo Sample', born 1990-05-04, is 1 and 3; both were kept\n")
        shown = self.run_hearsay("kb", "show", "--json", "--kb", "my.kb", "jo-sample").expect(stderr="")
        row = json.loads(shown.stdout)
        self.assertEqual((row["kind"], row["name"], row["sources"]), ("player", "Jo Sample", ["tables:1"]))
        self.assertEqual(row["spells"], [{"club": "Testville Rovers", "from": "2015-07-01", "to": "2017-12-31",
                                          "loan": False}])

    def test_twice_is_once(self):
        self.import_samples()
        before = self.read("my.kb")
        self.import_samples()
        self.assertEqual(self.read("my.kb") == before, True)

    def test_the_order_of_the_sources_does_not_matter(self):
        self.write("squad.csv", "id,name,dob,current_club_id,as_of\n1,Jo Sample,1990-05-04,c1,2025-11-27\n")
        self.write("clubs.csv", CLUBS)
        self.write("spells.csv", SPELLS + "1,c1,,2014-summer,0\n")
        self.run_hearsay("kb", "import", "squad.csv", "clubs.csv", "spells.csv", "--into", "one.kb").expect(stderr="")
        self.run_hearsay("kb", "import", "spells.csv", "--into", "two.kb").expect(stderr="")
        self.run_hearsay("kb", "import", "clubs.csv", "squad.csv", "--into", "two.kb").expect(stderr="")
        self.assertEqual(self.read("one.kb") == self.read("two.kb"), True)

    def test_a_packed_file_is_the_same(self):
        self.import_samples()
        before = self.read("my.kb")
        with gzip.open(os.path.join(self.directory, "players.csv.gz"), "wt") as file:
            file.write(PLAYERS)
        self.run_hearsay("kb", "import", "players.csv.gz", "--into", "my.kb").expect(status=1)
        self.assertEqual(self.read("my.kb") == before, True)

    def test_what_cannot_be_read_changes_nothing(self):
        self.import_samples()
        before = self.read("my.kb")
        run = self.run_hearsay("kb", "import", "clubs.csv", "gone.csv", "--into", "my.kb").expect(stdout="", status=2)
        self.assertEqual(run.stderr, "hearsay: gone.csv: no such file\nhearsay: nothing was changed\n")
        self.assertEqual(self.read("my.kb") == before, True)

    def test_killed_half_way_the_old_base_stays_in_use(self):
        self.import_samples()
        before = self.read("my.kb")
        rows = "".join(f"{i},Given{i} Name{i},,,\n" for i in range(60_000))
        self.write("many.csv", "id,name,dob,nationality,position\n" + rows)
        for wait in (0.02, 0.1, 0.2, 0.4):
            run = subprocess.Popen([program.PROGRAM, "kb", "import", "many.csv", "--into", "my.kb"],
                                   cwd=self.directory, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
            run.wait()
            if self.read("my.kb") != before:  # it was done already
                break
            self.run_hearsay("kb", "show", "--kb", "my.kb", "jo-sample").expect(stderr="")


class Use(Base):
    def test_a_base_of_ones_own_is_found(self):
        self.write("clubs.csv", CLUBS)
        self.run_hearsay("kb", "import", "clubs.csv").expect(stderr="")
        self.assertIn("Testville", self.run_hearsay("kb", "search", "testville").expect(stderr="").stdout)
        self.run_hearsay("kb", "search", "testville", "--kb", "shipped").expect(
            stdout="", stderr="hearsay: no names found\n", status=1)
        self.write("a.txt", "Testville Rovers want to sign Sergio Ramos from Paris Saint-Germain.\n")
        reading = self.run_hearsay("read", "--json", "a.txt").expect(stderr="").readings()[0]
        self.assertEqual([claim["to"] for claim in reading["claims"]], ["Testville Rovers"])

    def test_edits_of_ones_own_win_and_are_never_written(self):
        self.import_samples()
        edits = "table\tkey\tcolumn\tvalue\nplayers\tjo-sample\tborn_on\t1991-01-01\nplayers\tnobody\tshort\tX\n"
        self.write("kb.local", edits)
        run = self.run_hearsay("kb", "show", "--json", "--kb", "my.kb", "jo-sample").expect()
        self.assertEqual(json.loads(run.stdout)["born_on"], "1991-01-01")
        self.assertIn("kb.local:3: there is no row 'nobody'", run.stderr)
        self.assertIn("my.kb: was made anew", run.stderr)
        self.run_hearsay("kb", "show", "--kb", "my.kb", "jo-sample").expect(stderr="")
        self.import_samples()
        self.assertEqual(self.read("kb.local").decode(), edits)

    def test_a_damaged_base_is_one_clear_word(self):
        self.import_samples()
        whole = self.read("my.kb")
        for damage, what in ((whole[:5000], "is damaged: it is cut off"), (b"junk", "this is no compiled"),
                             (whole[:9000] + b"!" + whole[9001:], "is not as it was written")):
            with open(os.path.join(self.directory, "my.kb"), "wb") as file:
                file.write(damage)
            run = self.run_hearsay("read", "--kb", "my.kb", "a.txt").expect(stdout="", status=2)
            self.assertIn(what, run.stderr)
            self.assertEqual(run.stderr.count("\n"), 1)

    def test_says_what_is_wrong(self):
        for arguments, message in (
                (["kb"], "'hearsay kb' needs import|build|show|search|stats|check [...]; "
                         "'hearsay kb --help' shows examples"),
                (["kb", "shwo", "x"], "'kb' has no action 'shwo'; did you mean 'show'?"),
                (["kb", "show"], "'hearsay kb show' needs NAME; 'hearsay kb --help' shows examples"),
                (["kb", "stats", "x"], "'hearsay kb stats' takes no 'x', only flags"),
                (["kb", "stats", "--kb", "gone.kb"], "gone.kb: there is no knowledge base here; make one with "
                                                     "'hearsay kb import SOURCE --into FILE'"),
                (["kb", "import", "x", "--source", "My Source"],
                 "--source: 'My Source' is no name for a source: small letters, digits and hyphens, not "
                 "'hearsay' or 'local'")):
            with self.subTest(arguments):
                self.run_hearsay(*arguments).expect(stdout="", stderr=f"hearsay: {message}\n", status=2)

    def test_counts_and_checks(self):
        self.import_samples()
        stats = json.loads(self.run_hearsay("kb", "stats", "--json", "--kb", "my.kb").expect(stderr="").stdout)
        self.assertEqual(stats["sources"]["tables"], 3)
        self.assertGreater(stats["names"], 30_000)
        run = self.run_hearsay("kb", "check", "--json", "--kb", "my.kb", "--limit", "100000").expect(status=1)
        kinds = {json.loads(line)["kind"] for line in run.stdout.splitlines()}
        self.assertIn("twins", kinds)


if __name__ == "__main__":
    program.main()
