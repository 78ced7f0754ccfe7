"""The word that an author probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_LIKENESS = 0.7


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one known word that `word` is probably a slip of; None when nothing is near.

    Case does not count, and of words equally near the first in the alphabet is told.
    """
    spelt = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    close = get_close_matches(word.casefold()[:80], sorted(spelt), n=1, cutoff=_LIKENESS)
    return spelt[close[0]] if close else None
