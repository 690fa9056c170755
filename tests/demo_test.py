"""The founding case on our own articles: raw articles in, one sourced saga out.

demo/expected.jsonl has what a careful editor would file; how much of that is found is measured by
make quality. Here stands what may never get lost again.
"""

import json
import unittest

import program
from program import ROOT, ProgramTest

ARTICLES = ROOT / "demo/articles"


def claims_by_fact(reading):
    return {(claim["player"], claim["to"]): claim for claim in reading["claims"]}


class Demo(ProgramTest):
    def read(self, name):
        (reading,) = self.run_hearsay("read", "--json", "--text", ARTICLES / name).expect().readings()
        return reading

    def expect_claim(self, reading, player, to, **wanted):
        claim = claims_by_fact(reading).get((player, to))
        self.assertIsNotNone(claim, f"no {player} to {to} in {list(claims_by_fact(reading))}")
        for field, value in wanted.items():
            values = value if isinstance(value, tuple) else (value,)
            self.assertIn(claim[field.rstrip("_")], values, f"{field} of {player} to {to}: {claim}")

    def test_everything_is_read(self):
        run = self.run_hearsay("read", "--json", ARTICLES).expect(stderr="")
        uris = {reading["document"]["uri"] for reading in run.readings()}
        rows = map(json.loads, (ROOT / "demo/expected.jsonl").read_text(encoding="utf-8").splitlines())
        unread = {row["doc"] for row in rows} - {uri.rsplit("/", 1)[-1].rsplit(".", 1)[0] for uri in uris} - uris
        self.assertEqual(unread, set())

    def test_2020_a_dream_signing(self):
        reading = self.read("2020-11-10-ramos-as.txt")
        self.assertEqual(reading["document"]["published_on"], "2020-11-10")
        self.expect_claim(reading, "Sergio Ramos", "Inter Miami", from_="Real Madrid", stage="interest",
                          move="free", origin="AS")
        for club in ("Juventus", "Paris Saint-Germain"):
            self.expect_claim(reading, "Sergio Ramos", club, stage="interest")
        named = {player for player, _ in claims_by_fact(reading)}
        self.assertFalse({"Blaise Matuidi", "Gonzalo Higuaín", "David Beckham"} & named)

    def test_2023_two_clubs_from_one_league(self):
        reading = self.read("2023-03-01-ramos-fichajes.txt")
        for club in ("Inter Miami", "LA Galaxy"):
            self.expect_claim(reading, "Sergio Ramos", club, from_="Paris Saint-Germain", stage=("offer", "interest"),
                              origin="Fichajes")
        self.expect_claim(reading, "Lionel Messi", "Inter Miami", origin="Phil Neville", origin_kind="coach")

    def test_2023_a_page_of_look_alike_letters(self):
        swapped = self.read("2023-07-05-ramos-miami-lookalike.txt")
        plain = self.read("2023-07-03-ramos-miami-one-step.txt")
        self.assertTrue(swapped["document"]["obfuscated"])
        self.assertFalse(plain["document"]["obfuscated"])
        self.assertEqual(plain["document"]["repairs"], 0)
        body = plain["text"].strip()
        self.assertIn(body[body.index("Inter Miami"):], swapped["text"])
        for reading in (swapped, plain):
            for player in ("Sergio Ramos", "Jordi Alba"):
                self.expect_claim(reading, player, "Inter Miami", stage="advanced", origin="Sport")
            self.expect_claim(reading, "Sergio Ramos", "[Saudi Arabia]")
            named = {player for player, _ in claims_by_fact(reading)}
            self.assertFalse({"Jorge Mas", "Gerardo Martino"} & named)

    def test_evidence_leads_back_to_the_bytes(self):
        checked = 0
        for path in sorted(ARTICLES.glob("*.txt")):
            raw, reading = path.read_bytes(), self.read(path.name)
            text = reading["text"].encode()
            for piece in [claim["evidence"] for claim in reading["claims"]] + reading["quotes"]:
                self.assertEqual(text[piece["begin"]:piece["end"]].decode(), piece["text"], path.name)
                if reading["document"]["repairs"] == 0:
                    self.assertEqual(raw[piece["raw_begin"]:piece["raw_end"]].decode(), piece["text"], path.name)
                    checked += 1
        self.assertGreater(checked, 30)

    def test_one_saga_from_all_of_them(self):
        self.run_hearsay("add", ARTICLES).expect()
        told = self.run_hearsay("saga", "Sergio Ramos", "--to", "Inter Miami").expect(stderr="").stdout
        places = [told.find(f"\n{day}") for day in ("2020-11-10", "2023-03-01", "2023-07-0")]
        self.assertNotIn(-1, places, told)
        self.assertEqual(places, sorted(places), told)
        for root in ("AS", "Fichajes", "Sport"):
            self.assertIn(root, told)
        (told,) = self.run_hearsay("saga", "Sergio Ramos", "--to", "Inter Miami", "--json").expect().readings()
        saga, roots = told["saga"], [origin["name"] for origin in told["saga"]["origins"]]
        self.assertEqual((saga["player"], saga["to"], saga["first"]), ("Sergio Ramos", "Inter Miami", "2020-11-10"))
        self.assertEqual([root for root in roots if root in ("AS", "Fichajes", "Sport")], ["AS", "Fichajes", "Sport"])

    def test_a_second_time_nothing_is_new(self):
        self.run_hearsay("add", ARTICLES).expect()
        before = [self.run_hearsay(command, "--json").expect().stdout for command in ("documents", "sagas")]
        self.run_hearsay("add", ARTICLES).expect()
        self.assertEqual([self.run_hearsay(command, "--json").stdout for command in ("documents", "sagas")], before)


if __name__ == "__main__":
    program.main()
