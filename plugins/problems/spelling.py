"""The word that an author probably meant."""

import re
from collections.abc import Iterable

from plugins.unicode import folded

_LONGEST = 80
_NOT_SPELLING = re.compile(r"[\W_]+")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one known word that `word` is probably a slip of; None when nothing is near.

    Capitals, accents, hyphens, spaces and quotes do not count. Of words equally near, one with the same first letter
    is told, then the first in the alphabet.
    """
    typed = _letters(word[:_LONGEST])
    best: tuple[int, bool, str] | None = None
    for candidate in known:
        spelt = _letters(candidate)
        allowed = best[0] if best else _edits_allowed(len(typed))
        edits = _edit_distance(typed, spelt, allowed)
        if edits is not None and typed:
            rank = (edits, spelt[:1] != typed[:1], candidate)
            best = min(best, rank) if best else rank
    return best[2] if best else None


def _letters(word: str) -> str:
    """`Even-better if` as `evenbetterif`, `Zürich` as `zurich`, `photos` as `fotos`: as half of Europe writes them."""
    return _NOT_SPELLING.sub("", folded(word)).replace("ph", "f")


def _edits_allowed(length: int) -> int:
    """How many edits still leave a word recognisable: none in two letters, three in nine."""
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 9 else 3


def _edit_distance(typed: str, meant: str, most: int) -> int | None:
    """How many letters are left out, put in, mistaken or swapped with the next one; None when more than `most`.

    In a short word a mistaken letter counts twice: “none” is no misspelling of “done”. Optimal string alignment, row
    by row, given up as soon as nothing small enough is left.
    """
    if typed == meant:
        return 0
    if abs(len(typed) - len(meant)) > most:
        return None
    mistaken = 2 if len(typed) < 5 else 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(meant, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + mistaken * (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and other == typed[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return None
    return row[-1] if row[-1] <= most else None
