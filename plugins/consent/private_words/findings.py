"""Private words in what is about to be published, as findings that name the place and not the word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.consent.private_words.search import Hit, PrivateWords
from plugins.pdf import Unreadable
from plugins.problems import Problem

_TOLD = 10


def found_in_files(words: PrivateWords, files: Iterable[tuple[str, bytes]]) -> tuple[Problem, ...]:
    """A finding for each private word in each file; of a word that stands everywhere, for the first few files."""
    told: dict[int, list[Problem]] = defaultdict(list)
    unread: list[Problem] = []
    for path, content in files:
        shown = words.shown(path)
        in_name = {hit.entry for hit in words.in_name(path)}
        try:
            for hit in words.in_file(path, content):
                where = "in the name of this file" if hit.entry in in_name else "here"
                told[hit.entry].append(Problem(shown, hit.line, "", said_of(hit, where), "private-word"))
        except Unreadable as unreadable:
            message = f"this cannot be searched for private words: {unreadable}"
            unread.append(Problem(shown, 0, "", message, "hand-out"))
    return (*unread, *(problem for problems in told.values() for problem in _first(problems)))


def printable(problems: Iterable[Problem], words: PrivateWords | None) -> tuple[Problem, ...]:
    """Findings of whatever kind without the private words that they quote, or that stand in the name of their file."""
    if words is None:
        return tuple(problems)
    return tuple(_printable(each, words) for each in problems)


def _printable(problem: Problem, words: PrivateWords) -> Problem:
    source, place, message = words.shown(problem.source), words.unquoted(problem.place), words.unquoted(problem.message)
    place = "***" if words.in_name(place) else place
    return replace(problem, source=source, place=place, message=message, also=problem.also or problem.source)


def said_of(hit: Hit, where: str = "here") -> str:
    """The sentence for one private word: which it is, by its place in the list."""
    return f"line {hit.entry} of your private words stands {where}; take it out"


def _first(problems: list[Problem]) -> Iterator[Problem]:
    yield from problems[: _TOLD - 1]
    for last in problems[_TOLD - 1 : _TOLD]:
        more = len(problems) - _TOLD
        yield replace(last, message=f"{last.message} (and out of {more} more files)") if more else last
