"""Earlier texts of a post, and what is different in them, by lines and by words."""

import difflib
import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.words import dates

_WORDS = re.compile(r"\s+|[^\s]+")
_AROUND = 1
SAME, GONE, NEW = "same", "gone", "new"
Run = tuple[str, str]
"""Some words of a line, and whether they are in both texts, in the earlier one alone or in the later one alone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two texts differ: lines, each as runs of words."""

    lines: tuple[tuple[Run, ...], ...]


def spoken_moment(seconds: float, zone: ZoneInfo) -> str:
    """A moment as the author says it: `Friday 27 November 2026, 8.24am`."""
    at = datetime.fromtimestamp(seconds, zone)
    return dates.spoken(When(at.year, at.month, at.day, Clock(at.hour, at.minute)))


def differences(before: bytes, after: bytes) -> tuple[Difference, ...]:
    """The places where a later text differs from an earlier one, each with a line around it."""
    one, other = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return tuple(
        Difference(tuple(line for code in group for line in _lines(code, one, other)))
        for group in matcher.get_grouped_opcodes(_AROUND)
    )


def _lines(code: tuple[str, int, int, int, int], one: list[str], other: list[str]) -> Iterator[tuple[Run, ...]]:
    kind, start, end, new_start, new_end = code
    if kind == "equal":
        yield from (((SAME, line),) for line in one[start:end])
    elif kind == "replace" and end - start == new_end - new_start:
        yield from map(_by_words, one[start:end], other[new_start:new_end])
    else:
        yield from (((GONE, line),) for line in one[start:end])
        yield from (((NEW, line),) for line in other[new_start:new_end])


def _by_words(before: str, after: str) -> tuple[Run, ...]:
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    runs: list[Run] = []
    for kind, start, end, new_start, new_end in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append((SAME, "".join(one[start:end])))
        else:
            gone, new = "".join(one[start:end]), "".join(other[new_start:new_end])
            runs += [(what, words) for what, words in ((GONE, gone), (NEW, new)) if words]
    return tuple(runs)
