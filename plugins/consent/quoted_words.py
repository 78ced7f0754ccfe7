"""Quotes that may not stand in what readers keep, and whether a text says one of them once more."""

from collections.abc import Iterable, Iterator
from functools import cache

from plugins.consent.word_runs import Run, distinctive_runs, spellings
from plugins.unicode import readings

_SHORT = 2
"""So few words stand in many sentences by chance: they count only where nothing else is said."""


class QuotedWords:
    """Quotes by the runs of words by which the last look knows them, too; one without a word is none."""

    def __init__(self, quotes: Iterable[tuple[str, str]] = (), *, shortest: int = 1) -> None:
        """`quotes` are words, and the file of each; those of fewer words than `shortest` are passed over."""
        self._runs = {run: source for text, source in quotes for run in distinctive_runs(text, shortest=shortest)}
        self._lengths = sorted(set(map(len, self._runs)))
        self._source = cache(self._found)

    def sources(self, *texts: str) -> frozenset[str]:
        """The files of the quotes that these texts repeat, each by itself or all together."""
        if not self._runs:
            return frozenset()
        return frozenset(map(self._source, (*texts, " ".join(texts)))) - {""}

    def shared(self, text: str, instead: str = "") -> str:
        """A text as others may keep it: `instead` of one that repeats a quote."""
        return instead if self.sources(text) else text

    def _found(self, text: str) -> str:
        units = dict.fromkeys(unit for each in readings(text) for unit in (each, *each.split("\n")))
        return next((source for unit in units for words in spellings(unit) for source in self._repeated(words)), "")

    def _repeated(self, said: Run) -> Iterator[str]:
        for length in self._lengths:
            rows = (said,) if length <= _SHORT else zip(*(said[start:] for start in range(length)), strict=False)
            yield from (self._runs[row] for row in rows if row in self._runs)


def phrases(quotes: Iterable[tuple[str, str]]) -> QuotedWords:
    """Quotes for data, where a word or two may be the name of an option or of a state, which nobody has quoted."""
    return QuotedWords(quotes, shortest=_SHORT + 1)
