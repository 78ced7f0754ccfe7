"""Knight Lab's TimelineJS as npm brings it, for one test: installed once into `.cache/`, as its lock says, and never skipped."""

import os
import shutil
import subprocess
from pathlib import Path

from plugins.workbench.places import CHECKOUT

_WRITTEN = CHECKOUT / "tests" / "timeline" / "knightlab"
_PLACE = CHECKOUT / ".cache" / "knightlab"
_FILES = ("package.json", "package-lock.json")


class NoTimelineError(Exception):
    """TimelineJS cannot be had; the message says what to do."""


def timelinejs() -> Path:
    """The folder with TimelineJS's own `js` and `css`."""
    if not _is_installed():
        _install()
    return _PLACE / "node_modules" / "@knight-lab" / "timelinejs" / "dist"


def _is_installed() -> bool:
    """The lock is copied last, so that a broken install is none."""
    lock = _PLACE / "installed.json"
    return lock.is_file() and lock.read_bytes() == (_WRITTEN / "package-lock.json").read_bytes()


def _install() -> None:
    npm = shutil.which("npm") or _npm_of_debian()
    if npm is None:
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


def _npm_of_debian() -> str | None:
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    print("There is no npm. Installing it …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", "npm"]):
        subprocess.run(["apt-get", "-q", *command], env=environment, stdin=subprocess.DEVNULL, check=False)
    return shutil.which("npm")
