"""The tests that a change can break, the nearest first, as many as fit in half a minute.

`python -m tests.support.chosen_tests` runs them. What took how long is known from the runs before, of which each leaves
its seconds with pytest's cache; what was never run is guessed.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from plugins.workbench.gates import SHARED_OUT
from plugins.workbench.paths import CHECKOUT
from tests.support.changed_files import changed_files
from tests.support.reach import Reach
from tests.support.seconds import KEPT
from tests.support.workers import is_long

_SECONDS = 15.0
"""For each core. The rest of the half minute goes to starting up, and to reading types meanwhile."""
_GUESS, _LONG_GUESS = 1.0, 6.0
_WORTH_SHARING = 6.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Modules to be run, those that did not fit, and the seconds that the first take one after the other."""

    taken: tuple[str, ...]
    left: tuple[str, ...]
    seconds: float


def choice(steps: Mapping[str, int], seconds: Mapping[str, float], *, cores: int) -> Choice:
    """The nearest modules that fit; a module is never cut, and one that alone takes too long is left."""
    taken: list[str] = []
    left: list[str] = []
    used = 0.0
    for path in sorted(steps, key=lambda path: (steps[path], path)):
        lasts = seconds.get(path, _LONG_GUESS if is_long(path) else _GUESS)
        fits = used + lasts <= _SECONDS * cores and lasts <= _SECONDS
        (taken if fits else left).append(path)
        used += lasts if fits else 0
    return Choice(tuple(taken), tuple(left), used)


def main() -> int:
    files = changed_files(CHECKOUT)
    if not files:
        print("Nothing has changed since main.")
        return 0
    kept = CHECKOUT / ".pytest_cache" / "v" / KEPT
    seconds = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
    steps = Reach(CHECKOUT).of(files)
    chosen = choice(steps, seconds, cores=min(os.cpu_count() or 1, 8))
    print(f"{len(files)} files have changed. Of {len(steps)} test modules that they reach, {len(chosen.taken)} fit.")
    if chosen.left:
        print(f"Left for python3 tasks.py test: {', '.join(chosen.left)}.")
    sys.stdout.flush()
    return int(pytest.main(["-q", *(SHARED_OUT if chosen.seconds > _WORTH_SHARING else ()), *chosen.taken]))


if __name__ == "__main__":
    sys.exit(main())
