"""Every article of tests/corpus is read as its expected.txt says; see corpus.py."""

import unittest

import corpus
import program


class Corpus(unittest.TestCase):
    maxDiff = None

    def test_articles(self):
        self.assertGreaterEqual(len(corpus.cases()), 4)
        for case in corpus.cases():
            with self.subTest(str(case.relative_to(corpus.CORPUS))):
                read, lines = corpus.read(program.PROGRAM, case), corpus.expected(case)
                self.assertEqual(read, corpus.wanted_output(lines), "tools/bless accepts it when it is better")
                found = {line.removeprefix(corpus.KNOWN_MISSING) for line in lines} & set(read)
                mended = [line for line in lines if line.removeprefix(corpus.KNOWN_MISSING) in found
                          and line.startswith(corpus.KNOWN_MISSING)]
                self.assertEqual(mended, [], "no longer missing: take the mark away")


if __name__ == "__main__":
    program.main()
