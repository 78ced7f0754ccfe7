"""Words of a quote that is left out, said once more elsewhere in the diary.

No program can tell whether they are the same person's, so nothing is taken out and the build goes on, with a notice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from plugins.problems import Problem
from plugins.unicode import folded, readings
from plugins.workshops.diary import DiaryEntry, once_an_entry, written_in

FEWEST = 4
"""So many words in a row are no accident."""
_WORD = re.compile(r"[^\W_]+")


def quote_leaks(quotes: Sequence[tuple[str, str]], entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A notice for each place that says the words of a quote; `quotes` are words, and the file that is without them."""
    quoted = ((tuple(word for word, _ in _words(words)), source) for words, source in quotes)
    long = tuple(each for each in quoted if len(each[0]) >= FEWEST)
    return (problem for entry in entries if long for problem in _leaks(entry, long))


@once_an_entry
def _leaks(entry: DiaryEntry, quotes: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[Problem, ...]:
    return tuple(problem for quoted, source in quotes for problem in _leaks_of(entry, list(quoted), source))


def _leaks_of(entry: DiaryEntry, quoted: list[str], source: str) -> Iterator[Problem]:
    message = f"the words of a quote that is left out ({source}) stand here too; take them out"
    for written in written_in(entry):
        if isinstance(written.value, str) and any(_lines_of(quoted, written.value)):
            yield entry.problem_at(written.path, message, "quote-said-again", stops=False)
    for line in islice(_lines_of(quoted, entry.story), 1):
        yield Problem(entry.source, entry.story_line + line - 1, "", message, "quote-said-again", stops=False)


def _lines_of(quoted: list[str], text: str) -> Iterator[int]:
    """In which lines the words begin, from 1; punctuation, capitals and the marks of Markdown do not count."""
    for reading in readings(text):
        words = _words(reading)
        for start in range(len(words) - len(quoted) + 1):
            if words[start][0] == quoted[0] and [word for word, _ in words[start : start + len(quoted)]] == quoted:
                yield words[start][1]


def _words(text: str) -> list[tuple[str, int]]:
    """Each word with its line."""
    lines = enumerate(folded(text).split("\n"), start=1)
    return [(word, number) for number, line in lines for word in _WORD.findall(line)]
