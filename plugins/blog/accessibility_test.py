"""Whether the accessibility statement tells of a test of this very site, and of one that still says something of it.

The test leaves its result in the content folder (`accessibility-test.json`); a statement that came along with
somebody else's words has none, or another.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from plugins.blog.settings import BlogSettings
from plugins.moments import When
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.words import dates
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry

RESULT = "accessibility-test.json"
_TELLS = re.compile(r"<!-- from the test: \w+ -->\s+(?!<!--)\S")
"""One of the places for the test that holds words."""
_DAYS = 365
_AGAIN = "build the site, and run python3 tasks.py accessibility"


@dataclass(frozen=True, slots=True)
class _Tested:
    """When the site was tested, and how many pages it had then."""

    day: date
    pages: int


def accessibility_test_findings(
    settings: BlogSettings, entries: Sequence[DiaryEntry], *, pages: Callable[[], int]
) -> Iterator[Problem]:
    """What is to be said of every statement that tells of a test; `pages` counts those of the site now."""
    for entry, place in zip(entries, of_each(_place_of_words, entries), strict=True):
        if place < 0:
            continue
        tested = _tested(settings.content / RESULT)
        if tested is None or not _names(entry.story, tested):
            message = f"this tells of a test that was not made of this site; {_AGAIN}"
            yield entry.problem_in_story(place, message, "accessibility-test")
        elif advice := _outgrown(tested, settings, pages()):
            yield entry.problem_in_story(place, f"{advice}; {_AGAIN}", "accessibility-test", stops=False)


@once_an_entry
def _place_of_words(entry: DiaryEntry) -> int:
    """Where the first place for the test ends that holds words; -1 for none."""
    told = _TELLS.search(entry.story)
    return told.end() - 1 if told else -1


def _tested(file: Path) -> _Tested | None:
    try:
        result = json.loads(file.read_text("utf-8"))
        return _Tested(date.fromisoformat(result["tested"]), int(result["pages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _names(story: str, tested: _Tested) -> bool:
    day = dates.spoken(When(tested.day.year, tested.day.month, tested.day.day))
    return day in story and f"all {tested.pages} pages" in story


def _outgrown(tested: _Tested, settings: BlogSettings, pages: int) -> str:
    """Why the test should be made again: a fifth more or fewer pages, or a year. Empty if it need not be."""
    if abs(pages - tested.pages) * 5 > tested.pages:
        return f"the site was tested when it had {tested.pages} pages, and now it has {pages}"
    age = (settings.now.astimezone(settings.zone).date() - tested.day).days
    return f"the site was tested {age} days ago" if age > _DAYS else ""
