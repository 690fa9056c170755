"""The commands as people type them: what comes out, where, and with which status."""

import csv
import html
import io
import json
import re
import subprocess
import unittest

import program
from program import ARTICLE, ProgramTest

READING_FIELDS = {"document", "claims", "quotes"}
DOCUMENT_FIELDS = {"id", "uri", "title", "outlet", "published_on", "language", "repairs", "obfuscated"}
CLAIM_FIELDS = {"player", "from", "to", "move", "stage", "denied", "certainty", "voices", "origin",
                "origin_kind", "terms", "evidence"}
TERMS_FIELDS = {"fee", "contract_until", "contract_years", "wage", "option"}
QUOTE_FIELDS = {"speaker", "to", "text", "begin", "end", "raw_begin", "raw_end"}
COMMANDS = ("read", "explain", "restore", "add", "claims", "sagas", "saga", "documents")


class Usage(ProgramTest):
    def test_help_goes_to_stdout(self):
        run = self.run_hearsay("--help").expect(stderr="")
        for command in COMMANDS:
            self.assertIn(command, run.stdout)

    def test_alone_it_says_what_there_is(self):
        self.run_hearsay().expect(stdout=self.run_hearsay("--help").stdout, stderr="")

    def test_every_command_has_help(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.assertIn(command, self.run_hearsay(command, "--help").expect(stderr="").stdout)

    def test_version(self):
        self.run_hearsay("--version").expect(stdout="hearsay 0.1.0\n", stderr="")

    def test_wrong_usage_is_status_2_and_says_why(self):
        self.write("a.txt")
        for arguments in (["frobnicate"], ["read"], ["add"], ["saga"], ["read", "--no-such", "a.txt"],
                          ["claims", "--since", "yesterday"], ["claims", "--stage", "perhaps"]):
            with self.subTest(arguments):
                run = self.run_hearsay(*arguments).expect(stdout="", status=2)
                self.assertNotEqual(run.stderr, "")


class Read(ProgramTest):
    def test_names_every_field_also_the_unknown_ones(self):
        self.write("a.txt")
        (reading,) = self.run_hearsay("read", "--json", "a.txt").expect(stderr="").readings()
        self.assertLessEqual(READING_FIELDS, set(reading))
        self.assertEqual(set(reading["document"]), DOCUMENT_FIELDS)
        self.assertEqual(reading["document"]["published_on"], "2023-03-01")
        (claim,) = reading["claims"]
        self.assertEqual(set(claim), CLAIM_FIELDS)
        self.assertLessEqual(TERMS_FIELDS, set(claim["terms"]))
        shown = {name: claim[name] for name in ("player", "from", "to", "stage", "denied", "origin", "origin_kind")}
        self.assertEqual(shown, {
            "player": "Sergio Ramos", "from": "Paris Saint-Germain", "to": "Inter Miami",
            "stage": "interest", "denied": False, "origin": "Fichajes", "origin_kind": "outlet"})

    def test_quotes_have_their_speaker(self):
        self.write("quote.txt", " date 2023-02-20 Neville on Messi\n\nInter Miami coach Phil Neville told The "
                                "Athletic: \"We would love to have Lionel Messi here one day.\"\n")
        (reading,) = self.run_hearsay("read", "--json", "quote.txt").expect().readings()
        self.assertEqual([(q["speaker"], q["to"]) for q in reading["quotes"]], [("Phil Neville", "The Athletic")])
        self.assertEqual(set(reading["quotes"][0]), QUOTE_FIELDS)

    def test_evidence_is_the_bytes_of_the_file(self):
        page = ("<html><head><title>Ramos: “Miami”</title></head><body><h1>Ramos to Miami?</h1><p>Inter&nbsp;Miami "
                "want S&eacute;rgio Busquets &amp; co.</p><p>According to Fichajes, Inter Miami are interested in "
                "signing <b>Sergio Ramos</b> from Paris&#32;Saint-Germain.</p></body></html>")
        for name, content in (("a.txt", ARTICLE), ("page.html", page)):
            with self.subTest(name):
                raw = self.write(name, content).read_bytes()
                (reading,) = self.run_hearsay("read", "--json", "--text", name).expect().readings()
                text = reading["text"].encode()
                self.assertTrue(reading["claims"], reading)
                for piece in [claim["evidence"] for claim in reading["claims"]] + reading["quotes"]:
                    self.assertEqual(text[piece["begin"]:piece["end"]].decode(), piece["text"])
                    source = raw[piece["raw_begin"]:piece["raw_end"]].decode()
                    shown = html.unescape(re.sub("<[^>]*>", "", source))
                    self.assertEqual(shown.split(), piece["text"].split())

    def test_standard_input(self):
        (reading,) = self.run_hearsay("read", "--json", "-", stdin=ARTICLE).expect().readings()
        self.assertEqual(reading["claims"][0]["player"], "Sergio Ramos")

    def test_readings_are_the_same_every_time_and_in_order(self):
        self.write_lines("news.jsonl", 200)
        runs = {self.run_hearsay("read", "--json", "news.jsonl").expect().stdout for _ in range(3)}
        self.assertEqual(len(runs), 1)
        uris = [json.loads(line)["document"]["uri"] for line in runs.pop().splitlines()]
        self.assertEqual(uris, [f"test:{number}" for number in range(200)])

    def test_a_closed_pipe_ends_it_quietly(self):
        self.write_lines("news.jsonl", 3000)
        for command in ("read --json news.jsonl", "read news.jsonl", "restore news.jsonl"):
            with self.subTest(command):
                done = subprocess.run(
                    ["bash", "-c", f'"$0" {command} | head -n 1; exit "${{PIPESTATUS[0]}}"', program.PROGRAM],
                    cwd=self.directory, env=self.environment(), capture_output=True, timeout=60)
                self.assertEqual(done.stderr.decode(), "")
                self.assertIn(done.returncode, (0, 141))
                self.assertEqual(done.stdout.count(b"\n"), 1)


class Explain(ProgramTest):
    def test_shows_sentence_rule_and_resolution(self):
        self.write("a.txt")
        run = self.run_hearsay("explain", "a.txt").expect(stderr="")
        for word in ("Sergio Ramos", "Inter Miami", "interest", "Fichajes", "predicates.tsv:"):
            self.assertIn(word, run.stdout)


class Restore(ProgramTest):
    DISGUISED = "Title: Rаmоs\n\nThe dɑily sɑys tҺɑt “Mi\u200bami” hɑve reɑched a veɾy ɑdvanced stɑge.\nHe is 37.\n"
    PLAIN = "Title: Ramos\n\nThe daily says that “Miami” have reached a very advanced stage.\nHe is 37.\n"
    FIELDS = {"uri", "title", "outlet", "published_on", "language", "encoding", "obfuscated", "repaired_share",
              "repairs", "text"}
    REPAIR_FIELDS = {"kind", "from", "to", "begin", "end", "raw_begin", "raw_end"}

    def test_prints_the_text_and_nothing_else(self):
        self.write("a.txt", self.DISGUISED)
        self.run_hearsay("restore", "a.txt").expect(stdout=self.PLAIN, stderr="")
        self.run_hearsay("restore", "-", stdin=self.DISGUISED).expect(stdout=self.PLAIN, stderr="")

    def test_clean_text_comes_out_to_the_byte(self):
        clean = "£45m & 3 < 4, “Gündoğan”\tΣάκης Дзюба 👨‍👩‍👧 no line end"
        self.write("a.html", clean)
        self.run_hearsay("restore", "a.html").expect(stdout=clean, stderr="")

    def test_one_after_the_other(self):
        self.write("news/a.txt", "Rаmоs")
        self.write("news/b/c.md", "Mіami\n")
        self.write("lines.jsonl", '{"text": "Sergіo"}\n{"text": "Pilаr"}\n')
        self.run_hearsay("restore", "news", "lines.jsonl").expect(stdout="Ramos\nMiami\nSergio\nPilar", stderr="")

    def test_any_charset(self):
        text = "Málaga verpflichtet José Müller aus Gijón für 45 Mio. €.\n"
        for charset in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"):
            with self.subTest(charset):
                self.write("a.txt", text.encode(charset))
                self.run_hearsay("restore", "a.txt").expect(stdout=text, stderr="")

    def test_diff_shows_the_lines_with_repairs(self):
        self.write("a.txt", self.DISGUISED)
        self.write("b.txt", self.PLAIN)
        run = self.run_hearsay("restore", "--diff", "a.txt", "b.txt").expect(stderr="")
        first, second, third, end = run.stdout.split("\n", 3)
        self.assertRegex(first, r"^a\.txt: \d+ of 16 words repaired: .*; somebody meant to hide this text$")
        self.assertEqual(second, "1: Title: [-Rаmоs-]{+Ramos+}")
        self.assertIn("“[-Mi<U+200B>ami-]{+Miami+}” [-hɑve reɑched-]{+have reached+} a ", third)
        self.assertEqual(end, "\n")
        self.run_hearsay("restore", "--diff", "b.txt").expect(stdout="", stderr="")

    def test_json_leads_back_to_the_bytes(self):
        raw = self.write("a.txt", self.DISGUISED).read_bytes()
        (restored,) = self.run_hearsay("restore", "--json", "a.txt").expect(stderr="").readings()
        self.assertEqual(set(restored), self.FIELDS)
        self.assertEqual(restored["text"], self.PLAIN)
        self.assertEqual((restored["uri"], restored["encoding"], restored["obfuscated"]), ("a.txt", "utf-8", True))
        self.assertGreater(restored["repaired_share"], 0.3)
        text = restored["text"].encode()
        for repair in restored["repairs"]:
            self.assertEqual(set(repair), self.REPAIR_FIELDS)
            self.assertEqual(text[repair["begin"]:repair["end"]].decode(), repair["to"])
            self.assertEqual(raw[repair["raw_begin"]:repair["raw_end"]].decode(), repair["from"])
        self.assertEqual({repair["kind"] for repair in restored["repairs"]}, {"look_alike", "invisible"})

    def test_json_can_be_read_and_restored_again(self):
        row = {"uri": "x:1", "title": "T", "outlet": "AS", "published_on": "2023-03-01", "language": "en",
               "text": self.DISGUISED}
        self.write("a.jsonl", json.dumps(row) + "\n")
        once = self.run_hearsay("restore", "--json", "a.jsonl").expect()
        (restored,) = once.readings()
        self.assertEqual({name: restored[name] for name in row}, row | {"text": self.PLAIN})
        (again,) = self.run_hearsay("restore", "--json", "-", stdin=once.stdout).expect().readings()
        self.assertEqual((again["text"], again["repairs"]), (self.PLAIN, []))
        (reading,) = self.run_hearsay("read", "--json", "-", stdin=once.stdout).expect().readings()
        self.assertEqual(reading["document"]["outlet"], "AS")

    def test_language_must_be_one_that_is_there(self):
        self.write("a.txt", self.PLAIN)
        self.run_hearsay("restore", "--language", "pt-BR", "a.txt").expect(stdout=self.PLAIN, stderr="")
        run = self.run_hearsay("restore", "--language", "xx", "a.txt").expect(stdout="", status=2)
        self.assertRegex(run.stderr, r"^hearsay: --language: nothing is known of 'xx'; there are ar .* vi\n$")

    def test_many_documents_stay_in_order(self):
        rows = [{"text": f"Rаmоs {number}\n"} for number in range(500)]
        self.write("many.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        wanted = "".join(f"Ramos {number}\n" for number in range(500))
        self.run_hearsay("restore", "many.jsonl").expect(stdout=wanted, stderr="")


class Ledger(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt")
        self.write("b.txt", " date 2023-06-20 Ramos close to Miami\n\nSergio Ramos is close to joining Inter Miami, "
                            "according to Sport.\n")

    def test_the_same_twice_is_the_same_once(self):
        self.run_hearsay("add", "a.txt", "b.txt").expect()
        first = self.run_hearsay("claims", "--json").expect().stdout
        self.run_hearsay("add", "a.txt", "b.txt").expect()
        self.run_hearsay("add", "b.txt", "a.txt", "a.txt").expect()
        self.assertEqual(self.run_hearsay("claims", "--json").expect().stdout, first)
        self.assertEqual(self.count("documents"), 2)

    def test_claims_can_be_filtered(self):
        self.run_hearsay("add", "a.txt", "b.txt").expect()
        for filters, wanted in (
                ([], 2), (["--player", "ramos"], 2), (["--to", "miami"], 2), (["--from", "Paris"], 2),
                (["--stage", "advanced"], 1), (["--origin", "Fichajes"], 1), (["--since", "2023-06-01"], 1),
                (["--until", "2023-06-01"], 1), (["--since", "2023-03-01", "--until", "2023-03-01"], 1),
        ):
            with self.subTest(filters):
                run = self.run_hearsay("claims", "--json", *filters).expect(stderr="")
                self.assertEqual(len(run.readings()), wanted, f"\n{run}")

    def test_nothing_found_is_status_1(self):
        self.run_hearsay("add", "a.txt").expect()
        for command in (["claims", "--player", "nobody"], ["saga", "Nobody Atall"], ["claims", "--since", "2030-01-01"]):
            with self.subTest(command):
                run = self.run_hearsay(*command).expect(status=1)
                self.assertNotEqual(run.stdout + run.stderr, "")

    def test_csv_is_csv(self):
        self.run_hearsay("add", "a.txt", "b.txt").expect()
        for command in ("claims", "documents", "sagas"):
            with self.subTest(command):
                rows = list(csv.reader(io.StringIO(self.run_hearsay(command, "--csv").expect(stderr="").stdout)))
                self.assertGreaterEqual(len(rows), 2)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_saga_tells_it_in_order(self):
        self.run_hearsay("add", "b.txt", "a.txt").expect()
        run = self.run_hearsay("saga", "Sergio Ramos", "--to", "Inter Miami").expect(stderr="")
        self.assertLess(run.stdout.index("2023-03-01"), run.stdout.index("2023-06-20"))
        for word in ("Fichajes", "Sport", "interest", "advanced"):
            self.assertIn(word, run.stdout)

    def test_no_colour_codes_where_nobody_looks(self):
        self.run_hearsay("add", "a.txt").expect()
        for command in (["sagas"], ["saga", "Sergio Ramos"], ["claims"], ["read", "a.txt"], ["explain", "a.txt"]):
            self.assertNotIn("\x1b", self.run_hearsay(*command).expect().stdout)


if __name__ == "__main__":
    program.main()
