"""Words of a quote that is left out, said once more elsewhere in the diary.

No program can tell whether they are the same person's, so nothing is taken out and the build goes on, with a notice.
"""

import re
from collections.abc import Iterator, Sequence

from plugins.contract.walk import written_values
from plugins.problems import Problem
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
        if isinstance(written.value, str) and _start_of(quoted, written.value) is not None:
            yield entry.problem_at(written.path, message, stops=False)
    start = _start_of(quoted, entry.story)
    if start is not None:
        yield entry.problem_in_story(start, message, stops=False)


def _start_of(quoted: list[str], text: str) -> int | None:
    """Where the words begin in a text; punctuation, capitals and the marks of Markdown do not count."""
    words = _words(text)
    starts = (start for start in range(len(words) - len(quoted) + 1) if words[start][0] == quoted[0])
    return next(
        (words[start][1] for start in starts if [word for word, _ in words[start : start + len(quoted)]] == quoted),
        None,
    )


def _words(text: str) -> list[tuple[str, int]]:
    return [(word[0].casefold(), word.start()) for word in _WORD.finditer(text)]
