"""Published builds without a process for each: in this one, or in one that runs other software.

Run as a program it builds for whoever asks it, a line of JSON each, and answers with what a build says that fails.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from plugins.engine.settings_files import VARIABLE, published_settings
from plugins.engine.wiring import abandon

SOFTWARE = Path(__file__).resolve().parents[2]


def published(around: Mapping[str, Any], now: str) -> str:
    """What a build at that moment, with these settings, says when it fails; else nothing."""
    from pelican import Pelican
    from pelican.settings import read_settings

    os.environ["DIARY_NOW"] = now
    pelican, said = Pelican(read_settings(str(published_settings()), override=dict(around))), io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            pelican.run()
        except SystemExit:
            return said.getvalue() or "It ended."
        finally:
            abandon(pelican)
    return ""


class OtherSoftware:
    """A process that builds with the software of a folder, and first of all what lies `before` it for Python."""

    def __init__(self, folder: Path, *before: Path) -> None:
        path = os.pathsep.join(map(str, (*before, folder)))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.published"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path, VARIABLE: str(folder / "tests" / "settings")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def published(self, around: Mapping[str, Any], now: str) -> str:
        """The same as that of this process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps([around, now])}\n")
        self._process.stdin.flush()
        said: str = json.loads(self._process.stdout.readline())
        return said

    def end(self) -> None:
        self._process.communicate(timeout=60)


def _at_once(fd: object) -> None:
    """Nobody waits for a disk to see that bytes are equal."""


if __name__ == "__main__":
    os.fsync = _at_once
    for line in sys.stdin:
        print(json.dumps(published(*json.loads(line))), flush=True)
