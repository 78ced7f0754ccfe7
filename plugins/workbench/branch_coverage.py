"""The gate on branches: in a pure room every branch is taken by a test.

The rooms are listed in `pyproject.toml`. Wiring is left out: the tests of whole builds hold it. Where a branch is
lacking, those tests are run again that were not measured the first time (`tests/support/measuring.py`).
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from plugins.workbench.paths import CHECKOUT
from plugins.workbench.process import exit_code


def pure_rooms(pyproject: Path) -> tuple[str, ...]:
    settings = tomllib.loads(pyproject.read_text("utf-8"))
    return tuple(settings["tool"]["diary"]["pure-rooms"])


def missing_rooms(rooms: Iterable[str], checkout: Path) -> tuple[str, ...]:
    """Rooms that are listed and not there: a slip of the pen would switch the gate off."""
    return tuple(room for room in rooms if not (checkout / room).exists())


def _report(rooms: Iterable[str]) -> subprocess.CompletedProcess[str]:
    included = ",".join(f"{room}/*" if (CHECKOUT / room).is_dir() else room for room in rooms)
    command = ["-m", "coverage", "report", "--fail-under=100", f"--include={included}", "--omit=*/wiring.py"]
    return subprocess.run([sys.executable, *command], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)


def main() -> int:
    """Say nothing when all is well, so that pytest's summary stays the last thing on the screen."""
    rooms = pure_rooms(CHECKOUT / "pyproject.toml")
    missing = missing_rooms(rooms, CHECKOUT)
    if missing:
        print(f"pyproject.toml lists rooms that are not there: {', '.join(missing)}")
        return 1
    report = _report(rooms)
    if report.returncode != 0:
        print("A branch is lacking: measuring the tests that were not measured.", flush=True)
        exit_code([sys.executable, "-m", "tests.support.measuring"], cwd=CHECKOUT)
        report = _report(rooms)
    if report.returncode != 0:
        print(report.stdout + report.stderr)
    return report.returncode


if __name__ == "__main__":
    sys.exit(main())
