"""Words of a quote that is left out, said once more elsewhere in the diary.

No program can tell whether they are the same person's, so nothing is taken out and the build goes on, with a notice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from plugins.contract.walk import written_values
from plugins.problems import Problem
from plugins.unicode import folded, readings
from plugins.workshops.diary import DiaryEntry

FEWEST = 4
"""So many words in a row are no accident."""
_WORD = re.compile(r"[^\W_]+")


def quote_leaks(quotes: Sequence[tuple[str, str]], entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A notice for each place that says the words of a quote; `quotes` are words, and the file that is without them."""
    for words, source in quotes:
        quoted = [word for word, _ in _words(words)]
        for entry in entries if len(quoted) >= FEWEST else ():
            message = f"the words of a quote that is left out ({source}) stand here too; take them out"
            yield from _leaks(quoted, entry, message)


def _leaks(quoted: list[str], entry: DiaryEntry, message: str) -> Iterator[Problem]:
    for written in written_values(entry.post):
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
