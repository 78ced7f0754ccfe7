"""Words of a quote that is left out, said once more elsewhere in the diary.

No program can tell whether they are the same person's, so nothing is taken out and the build goes on; but it is told.
"""

import re
from collections.abc import Iterator, Sequence

from plugins.contract.walk import written_values
from plugins.frontmatter import line_of
from plugins.problems import Problem, field_name
from plugins.workshops.diary import DiaryEntry

FEWEST = 4
"""So many words in a row are no accident."""
_WORD = re.compile(r"[^\W_]+")


def echoes(quotes: Sequence[tuple[str, str]], entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A notice for each place that says the words of a quote; `quotes` are words, and the file that is without them."""
    for words, source in quotes:
        told = [word for word, _ in _words(words)]
        for entry in entries if len(told) >= FEWEST else ():
            for line, field in _places(told, entry):
                message = f"the words of a quote that is left out ({source}) stand here too; take them out"
                yield Problem(entry.source, line, field, message, stops=False)


def _places(told: list[str], entry: DiaryEntry) -> Iterator[tuple[int, str]]:
    for written in written_values(entry.post):
        if isinstance(written.value, str) and _found(told, written.value) is not None:
            yield line_of(entry.tree, written.path), field_name(written.path)
    place = _found(told, entry.story)
    if place is not None:
        yield entry.story_line + entry.story.count("\n", 0, place), ""


def _found(told: list[str], text: str) -> int | None:
    """Where the words begin in a text; punctuation, capitals and the marks of Markdown do not count."""
    said = _words(text)
    starts = (start for start in range(len(said) - len(told) + 1) if said[start][0] == told[0])
    return next(
        (said[start][1] for start in starts if [word for word, _ in said[start : start + len(told)]] == told), None
    )


def _words(text: str) -> list[tuple[str, int]]:
    return [(word[0].casefold(), word.start()) for word in _WORD.finditer(text)]
