"""Where the time of a build went: by rooms and packages, and the functions that took the most."""

import cProfile
import pstats
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.problems.console import say

_SOFTWARE = Path(__file__).resolve().parents[2]
_MOST = 12


@contextmanager
def profiled() -> Iterator[None]:
    """Measure what is inside, and print where its time went. It takes about twice as long meanwhile."""
    profile = cProfile.Profile()
    try:
        with profile:
            yield
    finally:
        say("\n".join(_lines(pstats.Stats(profile))), sys.stdout)


def _lines(stats: pstats.Stats) -> Iterator[str]:
    took: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    for (file, line, name), (_, calls, seconds, *_) in stats.stats.items():  # type: ignore[attr-defined]  # typeshed has no such attribute
        place = _place(file)
        took[place] += seconds
        functions[f"{place}: {name}, line {line}, {calls} times"] += seconds
    whole = took.total() or 1.0
    yield f"Where {whole:.1f} s went, measured, in one process:"
    for heading, counted in (("By room and package:", took), ("By function:", functions)):
        yield heading
        yield from (f"{seconds:8.2f} s {seconds / whole:4.0%}  {name}" for name, seconds in counted.most_common(_MOST))


def _place(file: str) -> str:
    """The room of ours, or the package, that a file belongs to."""
    path = Path(file)
    if "site-packages" in path.parts:
        return path.parts[path.parts.index("site-packages") + 1]
    if path.is_relative_to(_SOFTWARE):
        return "/".join(path.relative_to(_SOFTWARE).parts[:2])
    return "Python itself"
