"""What to write instead of a date that people read and a calendar does not.

A date that can be read in two ways is never guessed: both readings are named.
"""

import re
from collections.abc import Callable

from plugins.moments.clock import MomentError, parse_clock
from plugins.moments.names import MONTHS, month_named
from plugins.moments.when import When

_USUAL = "write a date as year-month-day, such as 2016-10-10, or only 2016-10 when the day is not known"
_LONGEST = 80
_TAIL = r"(?:(?:,| at|T)? ?(?P<clock>[0-9].*))?"
_MONTH = r"(?P<name>[^\W\d_]{3,9})"
_YEAR_FIRST = re.compile(rf"(?P<year>[0-9]{{4}})[-/. ](?P<month>[0-9]{{1,2}})(?:[-/. ](?P<day>[0-9]{{1,2}}){_TAIL})?")
_RUN_TOGETHER = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MONTH_YEAR = re.compile(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})[-/. ]([0-9]{{1,2}})[-/. ]((?:[0-9]{{2}})?[0-9]{{2}}){_TAIL}")
_WEEKDAY = r"(?:[a-z]{3,9},? )?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>[0-9]{4})"
_IN_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}[- ](?:of )?{_MONTH}\.?,?[- ]{_YEAR}{_TAIL}",
        rf"{_WEEKDAY}{_MONTH}\.? {_DAY},? {_YEAR}{_TAIL}",
        rf"{_YEAR}[- ]{_MONTH}(?:[- ]{_DAY})?",
        rf"(?:some time )?(?:in )?{_MONTH}\.?,? (?:of )?{_YEAR}",
    )
)
_RANGE = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2}) ?(?:to|until|till|[-–—/]) ?[0-9]{4}.*")
_PARTLY = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?(?:-(?:[?xXuU_]{1,2}|00)){1,2}")
_ROUGHLY = re.compile(
    r"(?:some time in|in|about|around|circa|ca?\.?|spring|summer|autumn|fall|winter|early|mid|late|year|[?~])?[ -]*"
    r"(?P<year>[0-9]{4}) *[?~]?",
    re.IGNORECASE,
)
_NOT_KNOWN = {
    "?",
    "??",
    "-",
    "tba",
    "tbc",
    "tbd",
    "unknown",
    "not known",
    "not yet known",
    "soon",
    "n/a",
    "none",
    "later",
}
_FIELDS = ("year", "month", "day", "clock")


def date_suggestion(text: str) -> str:
    """A sentence that tells what to write instead of `text`, which has single spaces only."""
    if len(text) > _LONGEST:
        return _USUAL
    if text.casefold() in _NOT_KNOWN:
        return "leave this field out until the day is known, or write what is known, such as 2016 or 2016-10"
    for suggest in _SUGGESTIONS:
        sentence = suggest(text)
        if sentence:
            return sentence
    return _USUAL


def _range(text: str) -> str | None:
    match = _RANGE.fullmatch(text)
    return f"write one date here, the first: {match[1]}" if match else None


def _year_last(text: str) -> str | None:
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return None
    first, second, year = (int(part) for part in match.groups()[:3])
    year += 2000 if year < 100 else 0
    clock = match["clock"]
    british, american = _read(year, second, first, clock), _read(year, first, second, clock)
    if isinstance(british, When) and isinstance(american, When) and british != american:
        return (
            f"this could be two days; write {_typed(british)} for {_spoken(british)}, "
            f"or {_typed(american)} for {_spoken(american)}"
        )
    return _answer(american if isinstance(american, When) else british)


def _named(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    """Suggests the date whose parts the pattern names."""

    def suggest(text: str) -> str | None:
        match = pattern.fullmatch(text)
        if not match:
            return None
        parts = match.groupdict()
        month = month_named(parts["name"]) if "name" in parts else int(parts.get("month") or 0)
        if month is None:
            return None
        return _answer(_read(int(parts["year"]), month, int(parts.get("day") or 0), parts.get("clock")))

    return suggest


def _read(year: int, month: int, day: int, clock: str | None) -> When | str:
    """The date that is meant, or why there is none; 0 for a month or day that is not written."""
    try:
        return When(year, month or None, day or None, parse_clock(clock) if clock else None)
    except MomentError as error:
        return str(error)


def _answer(reading: When | str) -> str:
    return f"write {_typed(reading)}" if isinstance(reading, When) else reading


def _typed(when: When) -> str:
    return when.iso.replace("T", " ")


def _spoken(when: When) -> str:
    return f"{when.day} {MONTHS[when.month or 0]}"


_SUGGESTIONS = (
    _range,
    *(_named(pattern) for pattern in (_PARTLY, _YEAR_FIRST, _RUN_TOGETHER, _MONTH_YEAR)),
    _year_last,
    *(_named(pattern) for pattern in (*_IN_WORDS, _ROUGHLY)),
)
