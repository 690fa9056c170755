"""What hearsay is measured beside: where it is, or why it is not there.

The peers from npm are installed outside the sources, in build/bench/peers, from the versions that
bench/peers/package-lock.json names. ICU is the system's. Nothing here fails when a peer is absent.
"""

import ctypes
import ctypes.util
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build/bench/peers"


def install():
    """(the folder with the peers from npm, "") or (None, why not)."""
    if not shutil.which("node") or not shutil.which("npm"):
        return None, "not installed (no node, no npm)"
    shutil.copytree(ROOT / "bench/peers", FOLDER, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
    wanted = (ROOT / "bench/peers/package-lock.json").read_bytes()
    done = FOLDER / "node_modules/.hearsay"  # what was installed here
    if done.exists() and done.read_bytes() == wanted:
        return FOLDER, ""
    # Not `npm ci`: it wants a lock with the packages of every platform, which not every registry has.
    command = ["npm", "install", "--silent", "--fetch-retries=1", "--fetch-timeout=60000"]
    if subprocess.run(command, cwd=FOLDER, capture_output=True, check=False).returncode != 0:
        return None, "not installed (npm could not)"
    done.write_bytes(wanted)
    return FOLDER, ""


class Icu:
    """The skeleton of Unicode's confusables, which everybody has; falsy where ICU is not."""

    def __init__(self):
        name = ctypes.util.find_library("icui18n") or ""
        self.version = (re.findall(r"\.so\.(\d+)", name) or [""])[0]
        self.checker = None
        if self.version:
            library = ctypes.CDLL(name)
            status = ctypes.c_int(0)
            opened = getattr(library, f"uspoof_open_{self.version}")
            opened.restype = ctypes.c_void_p
            self.checker = ctypes.c_void_p(opened(ctypes.byref(status)))
            self.call = getattr(library, f"uspoof_getSkeletonUTF8_{self.version}")

    def __bool__(self):
        return self.checker is not None

    def skeleton(self, raw, out):
        """How many bytes of the buffer `out` the skeleton of `raw` fills; sixteen times its size will do."""
        status = ctypes.c_int(0)
        return min(len(out), self.call(self.checker, 0, raw, len(raw), out, len(out), ctypes.byref(status)))
