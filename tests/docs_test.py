"""Documentation is tested: what the program and the house have, the pages name."""

import re
import subprocess
import unittest

import program
from program import ROOT, ProgramTest


def headings(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    return {word for line in re.findall(r"^#+ (.*)$", text, re.M) for word in re.findall(r"[\w-]+", line)}


class Docs(ProgramTest):
    def commands(self):
        shown = self.run_hearsay("--help").expect().stdout
        listed = re.split(r"^(?:Subcommands|Commands|SUBCOMMANDS):?", shown, flags=re.M | re.I)[-1]
        return re.findall(r"^  ([a-z]\w+)(?:  |$)", listed, re.M)

    def test_every_command_has_a_heading(self):
        commands = self.commands()
        self.assertIn("read", commands)
        self.assertEqual(set(commands) - headings("docs/commands.md"), set())

    def test_every_option_is_told(self):
        page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
        for command in self.commands():
            shown = self.run_hearsay(command, "--help").expect().stdout
            missing = {option for option in re.findall(r"--[a-z][\w-]*", shown) if option not in page}
            self.assertEqual(missing, set(), command)

    def test_every_module_has_a_heading(self):
        table = (ROOT / "CMakeLists.txt").read_text()
        modules = set(re.findall(r"^hearsay_module\((\w+)", table, re.M))
        self.assertEqual(modules - headings("docs/architecture.md"), set())

    def test_every_make_target_is_told_to_contributors(self):
        page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8") + (ROOT / "README.md").read_text(encoding="utf-8")
        targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.M)
        self.assertEqual([target for target in targets if target != "help" and f"make {target}" not in page], [])

    def test_links_between_pages_lead_somewhere(self):
        pages = subprocess.run(["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
                               capture_output=True, text=True, check=False).stdout.split()
        for page in pages:
            for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / page).read_text(encoding="utf-8")):
                self.assertTrue((ROOT / page).parent.joinpath(target).exists(), f"{page}: {target}")


if __name__ == "__main__":
    program.main()
