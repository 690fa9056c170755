"""Restoring whole texts: what is meant stays to the byte, what is a trick is undone.

tests/clean-text/*.txt   texts in many languages and of many kinds with nothing wrong in them. Each is
                         restored as a whole, line by line, and line by line inside an English text;
                         some also as files in the charsets that their language was written in.
tests/tricks/*.tsv       `disguised` and `original`, a document a row: alone and inside an English
                         text. \\u1234 stands for a character that cannot be seen; where there are
                         several right readings, `original` has them with | between.

known.tsv in each folder lists what is known to be wrong today. A fault that is not in it fails the
test, and so does a line of it that is right by now. `restore_test.py PROGRAM --bless` rewrites both;
read the diff.
"""

import json
import pathlib
import re
import sys
import unicodedata
import unittest

import program
from program import ROOT, ProgramTest

AROUND = ("Inter Miami are interested in signing Sergio Ramos from Paris Saint-Germain this summer.\n",
          "The defender is out of contract in June, and the club hope to agree terms soon.\n")
CHARSETS = {  # of files that say nothing of it
    "ar": ["windows-1256"], "bg": ["windows-1251"], "cs": ["windows-1250", "iso-8859-2"], "de": ["windows-1252"],
    "el": ["windows-1253", "iso-8859-7"], "es": ["windows-1252"], "fr": ["windows-1252"], "he": ["windows-1255"],
    "hu": ["windows-1250", "iso-8859-2"], "is": ["windows-1252"], "ja": ["shift_jis", "euc-jp", "utf-16"],
    "ko": ["euc-kr"], "nl": ["windows-1252"], "pl": ["windows-1250", "iso-8859-2"], "pt": ["windows-1252"],
    "ru": ["windows-1251", "koi8-r", "utf-16"], "sr-Cyrl": ["windows-1251"],
    "sr-Latn": ["windows-1250"], "tr": ["windows-1254"], "uk": ["windows-1251"], "zh": ["gb18030"],
}
ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(\\))")


def unescape(cell):
    return ESCAPE.sub(lambda found: found[3] or chr(int(found[1] or found[2], 16)), cell)


def rows_of(path):
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def clean_cases():
    """(name, text, accepted) of every document of tests/clean-text."""
    for path in sorted((ROOT / "tests/clean-text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield f"{path.stem} whole", text, [text]
        for number, line in enumerate(text.splitlines(), 1):
            yield f"{path.stem}:{number} alone", line, [line]
            inside = AROUND[0] + line + "\n" + AROUND[1]
            yield f"{path.stem}:{number} inside", inside, [inside]


def charset_cases():
    """(name, bytes, text) of texts in the charsets of their language, without the lines that these cannot hold."""
    for stem, charsets in CHARSETS.items():
        lines = (ROOT / f"tests/clean-text/{stem}.txt").read_text(encoding="utf-8").splitlines()
        for charset in charsets:
            text = "".join(f"{line}\n" for line in lines if encodes(line, charset))
            yield f"{stem} {charset}", text.encode(charset), text


def encodes(line, charset):
    try:
        return line.encode(charset).decode(charset) == line
    except UnicodeError:
        return False


def trick_cases():
    for path in sorted((ROOT / "tests/tricks").glob("*.tsv")):
        if path.stem == "known":
            continue
        for number, (disguised, original) in enumerate(rows_of(path), 1):
            text, accepted = unescape(disguised), [unescape(one) for one in original.split("|")]
            yield f"{path.stem}:{number} alone", text, accepted
            first, last = AROUND
            inside = [first + one + "\n" + last for one in [text, *accepted]]
            yield f"{path.stem}:{number} inside", inside[0], inside[1:]


def changed_words(wanted, got):
    """"wanted → got" of the words that differ, on one line."""
    ours, theirs = wanted.split(), got.split()
    if len(ours) != len(theirs):
        return f"{len(ours)} words became {len(theirs)}"
    pairs = [f"{a} → {b}" for a, b in zip(ours, theirs) if a != b]
    return ", ".join(pairs[:4]) + (f" and {len(pairs) - 4} more" if len(pairs) > 4 else "") or "blanks"


def visible(text):
    hidden = ("Cf", "Cc", "Mn", "Me", "Zs", "Zl", "Zp", "Co", "Cn")
    return "".join(f"\\u{ord(c):04X}" if c != " " and unicodedata.category(c) in hidden else c for c in text)


def twice_in_one_place(document):
    """Whether a repair was made on top of another: a look-alike that was an entity."""
    ends = [repair["raw_end"] for repair in document["repairs"]]
    return any(repair["raw_begin"] < end for end, repair in zip(ends, document["repairs"][1:]))


class Sets(ProgramTest):
    def documents(self, texts):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        run = self.run_hearsay("restore", "--json", "-", stdin=lines).expect(stderr="")
        documents = [json.loads(line) for line in run.stdout.split("\n")[:-1]]
        self.assertEqual(len(documents), len(texts))
        return documents

    def restored(self, texts):
        return [document["text"] for document in self.documents(texts)]

    def faults(self, cases):
        """{name of the case: the words that came out wrong}"""
        got = self.restored([text for _, text, _ in cases])
        return {name: visible(changed_words(accepted[0], text))
                for (name, _, accepted), text in zip(cases, got) if text not in accepted}

    def charset_faults(self):
        cases = list(charset_cases())
        for number, (_, raw, _) in enumerate(cases):
            self.write(f"charsets/{number:03}.txt", raw)
        run = self.run_hearsay("restore", "--json", "charsets").expect(stderr="")
        got = [json.loads(line)["text"] for line in run.stdout.split("\n")[:-1]]
        self.assertEqual(len(got), len(cases), f"\n{run}")
        return {name: visible(changed_words(text, restored))
                for (name, _, text), restored in zip(cases, got) if restored != text}

    def clean_faults(self):
        return self.faults(list(clean_cases())) | self.charset_faults()

    def trick_faults(self):
        return self.faults(list(trick_cases()))

    def check(self, folder, faults):
        known = dict(rows_of(ROOT / "tests" / folder / "known.tsv"))
        new = [f"{name}: {faults[name]}" for name in faults if name not in known]
        gone = [name for name in known if name not in faults]
        self.assertEqual(new, [], f"{len(new)} new faults in tests/{folder}")
        self.assertEqual(gone, [], f"no longer wrong: take them out of tests/{folder}/known.tsv")

    def test_what_is_meant_stays(self):
        self.check("clean-text", self.clean_faults())

    def test_tricks_are_undone(self):
        self.check("tricks", self.trick_faults())

    def test_twice_is_once(self):
        texts = [text for _, text, _ in [*clean_cases(), *trick_cases()]]
        once = self.restored(texts)
        self.assertEqual([pair for pair in zip(once, self.restored(once)) if pair[0] != pair[1]], [])

    def test_what_no_repair_tells_of_is_the_same(self):
        """Putting `to` in the place of what stood there makes the restored text: nothing else was done."""
        texts = [text for _, text, _ in [*clean_cases(), *trick_cases()]]
        documents = [(given, document["text"], document["repairs"])
                     for given, document in zip(texts, self.documents(texts)) if not twice_in_one_place(document)]
        self.assertGreater(len(documents), 0.97 * len(texts))
        for given, text, repairs in documents:
            raw, made, at = given.encode(), b"", 0
            for repair in repairs:
                self.assertEqual(text.encode()[repair["begin"]:repair["end"]].decode(), repair["to"], given)
                self.assertEqual(raw[repair["raw_begin"]:repair["raw_end"]].decode(), repair["from"], given)
                made += raw[at:repair["raw_begin"]] + repair["to"].encode()
                at = repair["raw_end"]
            self.assertEqual((made + raw[at:]).decode(), text)

    def test_what_comes_out_is_composed(self):
        texts = [text for _, text, _ in trick_cases()]
        loose = [text for text in self.restored(texts) if not unicodedata.is_normalized("NFC", text)]
        self.assertEqual(loose, [])


class Bless(Sets):
    """Not a test: writes known.tsv anew."""

    def runTest(self):
        for folder, faults in (("clean-text", self.clean_faults()), ("tricks", self.trick_faults())):
            head = "# Known faults: see tests/restore_test.py. `words`: some of what came out wrong, for the reader.\n"
            rows = "".join(f"{name}\t{words}\n" for name, words in faults.items())
            path = pathlib.Path(ROOT, "tests", folder, "known.tsv")
            path.write_text(unicodedata.normalize("NFC", f"{head}case\twords\n{rows}"), encoding="utf-8")
            print(f"{path}: {len(faults)} known faults")


def load_tests(loader, _, __):
    chosen = Bless() if BLESS else loader.loadTestsFromTestCase(Sets)
    return unittest.TestSuite([chosen])


BLESS = "--bless" in sys.argv
if BLESS:
    sys.argv.remove("--bless")

if __name__ == "__main__":
    program.main()
