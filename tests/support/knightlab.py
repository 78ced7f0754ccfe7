"""Knight Lab's TimelineJS as npm brings it, for one test: installed once into `.cache/`, as its lock says, and never skipped."""

import shutil
import subprocess
from pathlib import Path

from plugins.workbench.paths import CHECKOUT
from tests.support.debian import installed
from tests.support.once import one_at_a_time

_WRITTEN = CHECKOUT / "tests" / "timeline" / "knightlab"
_PLACE = CHECKOUT / ".cache" / "knightlab"
_FILES = ("package.json", "package-lock.json")


class NoTimelineError(Exception):
    """TimelineJS cannot be had; the message says what to do."""


def timelinejs() -> Path:
    """The folder with TimelineJS's own `js` and `css`."""
    with one_at_a_time(_PLACE.parent / "knightlab.lock"):
        if not _is_installed():
            _install()
    return _PLACE / "node_modules" / "@knight-lab" / "timelinejs" / "dist"


def _is_installed() -> bool:
    """The lock is copied last, so that a broken install is none."""
    lock = _PLACE / "installed.json"
    return lock.is_file() and lock.read_bytes() == (_WRITTEN / "package-lock.json").read_bytes()


def _install() -> None:
    npm = shutil.which("npm") or (installed("npm") and shutil.which("npm"))
    if not npm:
        raise NoTimelineError(
            "One test loads the timeline into TimelineJS, which npm brings, and there is no npm on this computer; "
            "install Node.js (on Debian: sudo apt install npm)."
        )
    _PLACE.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        shutil.copy(_WRITTEN / name, _PLACE)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run = subprocess.run(
        [npm, "ci", *quiet], cwd=_PLACE, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    if run.returncode != 0:
        raise NoTimelineError(f"npm could not install TimelineJS:\n{run.stdout}{run.stderr}")
    shutil.copy(_WRITTEN / "package-lock.json", _PLACE / "installed.json")
