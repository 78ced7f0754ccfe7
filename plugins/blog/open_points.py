"""Lines that begin `Open point:`. Whatever page holds one is not finished, and readers are shown nothing of it.

An unfinished privacy notice or accessibility statement promises what nobody has decided.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from textwrap import shorten

from plugins.blog.publication import PUBLIC, Moment, state_of
from plugins.problems import Problem
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry

_OPEN = re.compile(
    r"^[ \t>*_+|#-]*(?:\d+[.)][ \t]*)?[*_]*open[^\S\n]+point(?:[^\S\n]+for[^\S\n][^:\n]{1,60})?[^\S\n]*:",
    re.IGNORECASE | re.MULTILINE,
)
"""The words as they are typed, in a quotation, a list, a heading or bold; `Open point for the council:` is one too."""
_SHOWN = 90


def is_unfinished(entry: DiaryEntry) -> bool:
    return "open" in entry.story.lower() and _OPEN.search(entry.story) is not None


def unfinished(entries: Sequence[DiaryEntry], moment: Moment) -> tuple[DiaryEntry, ...]:
    """The entries that would be public, were it not for a point that is open."""
    return tuple(entry for entry in entries if is_unfinished(entry) and state_of(entry.post, moment) in PUBLIC)


def each_point(entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A notice for every point, for whoever is writing."""
    return chain.from_iterable(of_each(_points_of, entries))


@once_an_entry
def _points_of(entry: DiaryEntry) -> tuple[Problem, ...]:
    return tuple(
        entry.problem_in_story(found.start(), _open(entry.story, found.end()), "open-point", stops=False)
        for found in _OPEN.finditer(entry.story)
    )


def _open(story: str, begin: int) -> str:
    """What to write, in the words of the point itself: whoever fills in a page need not open it to know."""
    asked = shorten(story[begin:].partition("\n")[0].strip(" \t*_"), _SHOWN, placeholder=" …")
    return (
        f"this point is open{f': “{asked}”' if asked else ''}; write it, and take the words “Open point” away. "
        "Until then a published build leaves the whole page out"
    )


def each_page(entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A notice for every page that a published build goes without."""
    for entry in entries:
        places = [found.start() for found in _OPEN.finditer(entry.story)]
        many = "a point in it is" if len(places) == 1 else f"{len(places)} points in it are"
        message = (
            f"this page is left out, with its place in menus and every link to it, since {many} open; "
            "python3 tasks.py check lists them"
        )
        yield entry.problem_in_story(places[0], message, "open-point", stops=False)
