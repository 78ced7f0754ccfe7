"""What to write instead of a date that people read and a calendar does not.

A date that can be read in two ways is never guessed: both readings are named.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias
from zoneinfo import ZoneInfo

from plugins.moments.clock import MomentError
from plugins.moments.instants import at
from plugins.moments.names import DAYS, MONTHS, month_named
from plugins.moments.when import When
from plugins.patterns import lazy_pattern

_USUAL = "write a date as year-month-day, such as 2016-10-10, or only 2016-10 when the day is not known"
_LONGEST = 80
_EXAMPLE = 2016
_SHORT_DAYS = {day.casefold()[:3] for day in DAYS}
Suggest: TypeAlias = Callable[[str, ZoneInfo], str | None]
_TAIL = r"(?:(?:,| at|T)? ?(?P<clock>(?:[0-9]|noon|midday|half |quarter ).*))?"
_MONTH = r"(?P<name>[^\W\d_]{3,9})"
_YEAR_FIRST = lazy_pattern(rf"(?P<year>[0-9]{{4}})[-/. ](?P<month>[0-9]{{1,2}})(?:[-/. ](?P<day>[0-9]{{1,2}}){_TAIL})?")
_RUN_TOGETHER = lazy_pattern(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MONTH_YEAR = lazy_pattern(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
_YEAR_LAST = lazy_pattern(rf"([0-9]{{1,2}})[-/. ]([0-9]{{1,2}})[-/. ]((?:[0-9]{{2}})?[0-9]{{2}}){_TAIL}")
_WEEKDAY = r"(?:(?P<weekday>[a-z]{3,9}),? )?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>[0-9]{4})"
_SHORT_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2}(?![0-9]))"
_IN_WORDS = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}[- ](?:of )?{_MONTH}\.?,?[- ]{_SHORT_YEAR}{_TAIL}",
        rf"{_WEEKDAY}{_MONTH}\.? {_DAY},? {_YEAR}{_TAIL}",
        rf"{_YEAR}[- ]{_MONTH}(?:[- ]{_DAY})?",
        rf"(?:some time )?(?:in )?{_MONTH}\.?,? (?:of )?{_YEAR}",
    )
)
_RANGE = lazy_pattern(r"([0-9]{4}(?:-[0-9]{2}){0,2}) ?(?:to|until|till|[-–—/]) ?[0-9]{4}.*")
_PARTLY = lazy_pattern(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?(?:-(?:[?xXuU_]{1,2}|00)){1,2}")
_ROUGHLY = lazy_pattern(
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
_WITHOUT_YEAR = tuple(
    lazy_pattern(rf"{_WEEKDAY}{pattern}{_TAIL}", re.IGNORECASE)
    for pattern in (rf"{_DAY} (?:of )?{_MONTH}\.?", rf"{_MONTH}\.? {_DAY}", _MONTH)
)
_FROM_TODAY = lazy_pattern(
    rf"(?:(?:next|last|this|coming|on) )?(?:{'|'.join(DAYS)}|week|month|year)s?(?:,? .*)?"
    r"|(?:tomorrow|today|yesterday|in) ?.*",
    re.IGNORECASE,
)


def date_error(text: str, zone: ZoneInfo) -> MomentError:
    """What to write instead of `text`, which has single spaces only."""
    if len(text) > _LONGEST:
        return MomentError(_USUAL, is_usual=True)
    if text.casefold() in _NOT_KNOWN:
        return NotYetKnown()
    for suggest in _SUGGESTIONS:
        sentence = suggest(text, zone)
        if sentence:
            return MomentError(sentence)
    return MomentError(_USUAL, is_usual=True)


class NotYetKnown(MomentError):
    """Where a date stands, somebody says that there is none yet."""

    def __init__(self) -> None:
        super().__init__("leave this field out until the day is known, or write what is known, such as 2016 or 2016-10")


def _range(text: str, _zone: ZoneInfo) -> str | None:
    match = _RANGE.fullmatch(text)
    return f"write one date here, the first: {match[1]}" if match else None


def _year_last(text: str, zone: ZoneInfo) -> str | None:
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), _year(match[3])
    clock = match["clock"]
    british, american = _read((year, second, first), clock, zone), _read((year, first, second), clock, zone)
    if isinstance(british, When) and isinstance(american, When) and british != american:
        return (
            f"this could be two days; write {_typed(british)} for {_spoken(british)}, "
            f"or {_typed(american)} for {_spoken(american)}"
        )
    return _answer(american if isinstance(american, When) else british)


def _named(pattern: re.Pattern[str]) -> Suggest:
    """Suggests the date whose parts the pattern names."""

    def suggest(text: str, zone: ZoneInfo) -> str | None:
        match = pattern.fullmatch(text)
        if not match:
            return None
        parts = match.groupdict()
        month = month_named(parts["name"]) if "name" in parts else int(parts.get("month") or 0)
        if month is None:
            return None
        day = int(parts.get("day") or 0)
        if "year" not in parts:
            example = f"{_EXAMPLE}-{month:02}" + (f"-{day:02}" if day else "")
            return f"the year is missing; write it too, such as {example}"
        reading = _read((_year(parts["year"]), month, day), parts.get("clock"), zone)
        return _other_weekday(parts.get("weekday"), reading) or _answer(reading)

    return suggest


def _other_weekday(weekday: str | None, reading: When | str) -> str | None:
    """`Monday 4 October 2016`, which was a Tuesday: the day or the date is wrong, and only the author knows which."""
    if not weekday or not isinstance(reading, When) or not reading.month or not reading.day:
        return None
    is_day = DAYS[date(reading.year, reading.month, reading.day).weekday()]
    if is_day.casefold().startswith(weekday.casefold()[:3]) or weekday.casefold()[:3] not in _SHORT_DAYS:
        return None
    return (
        f"{_spoken(reading)} {reading.year} is a {is_day}; write {_typed(reading)} if that is the day, or the right one"
    )


def _from_today(text: str, _zone: ZoneInfo) -> str | None:
    if not _FROM_TODAY.fullmatch(text):
        return None
    return "this is another day each time that it is read; write the day itself, such as 2016-10-10"


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _read(day: tuple[int, int, int], clock: str | None, zone: ZoneInfo) -> When | str:
    """The date that is meant, or why there is none; 0 for a month or day that is not written."""
    try:
        when = When(day[0], day[1] or None, day[2] or None)
        return at(when, clock, zone) if clock else when
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
    *(_named(pattern) for pattern in (*_IN_WORDS, _ROUGHLY, *_WITHOUT_YEAR)),
    _from_today,
)
