"""Dates as an author writes them, and what to write instead of one that cannot be."""

import calendar
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from plugins.moments.clock import Clock, parse_clock
from plugins.moments.errors import MomentError
from plugins.moments.speech import MONTHS
from plugins.moments.when import When

_EARLIEST, _LATEST = 1900, 2200
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[T ]+([^ ].*))?)?)?", re.ASCII)
_SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", re.ASCII)
_IN_WORDS = re.compile(
    r"(?:[a-z]+day,? )?(?:([0-9]{1,2})(?:st|nd|rd|th)? )?(?:of )?([a-z]{3,9}),? ([0-9]{4})", re.ASCII | re.IGNORECASE
)
_USUAL = "write a date as year-month-day, such as 2016-10-10, or only 2016-10 when the day is not known"


def parse_when(text: str, zone: ZoneInfo) -> When:
    """`2016`, `2016-10`, `2016-10-10`, `2016-10-10 10:00`; raises MomentError with what to write."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        raise MomentError(_mend(text.strip()))
    year = int(match[1])
    if not _EARLIEST <= year <= _LATEST:
        raise MomentError(f"the year must lie between {_EARLIEST} and {_LATEST}")
    month = _month(match[2])
    day = _day(year, month, match[3])
    clock = parse_clock(match[4]) if match[4] else None
    when = When(year, month, day, clock)
    if clock and day:
        _refuse_skipped(when, clock, zone)
    return when


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    if not 1 <= int(text) <= 12:
        raise MomentError(f"there is no month {int(text)}; {_USUAL}")
    if len(text) == 1:
        raise MomentError(f"write the month with two digits: {int(text):02}")
    return int(text)


def _day(year: int, month: int | None, text: str | None) -> int | None:
    if text is None or month is None:
        return None
    days = calendar.monthrange(year, month)[1]
    if not 1 <= int(text) <= days:
        raise MomentError(f"{MONTHS[month]} {year} has {days} days; write a day from 01 to {days}")
    if len(text) == 1:
        raise MomentError(f"write the day with two digits: {int(text):02}")
    return int(text)


def _refuse_skipped(when: When, clock: Clock, zone: ZoneInfo) -> None:
    first = when.first(zone)
    back = first.astimezone(UTC).astimezone(zone)
    if (back.hour, back.minute) != (clock.hour, clock.minute):
        raise MomentError(
            "the clocks go forward that night and this time is skipped; "
            f"write {back.hour:02}:{back.minute:02} if that is what the clock on the wall said"
        )


def _mend(text: str) -> str:
    if slashed := _SLASHED.fullmatch(text):
        return _slashed(*(int(part) for part in slashed.groups()))
    if said := _IN_WORDS.fullmatch(text):
        return _in_words(said)
    return _USUAL


def _slashed(first: int, second: int, year: int) -> str:
    british, american = _iso(year, second, first), _iso(year, first, second)
    if british and american and british != american:
        return f"this could be two days; write {british} for {_said(british)}, or {american} for {_said(american)}"
    return f"write {british or american}" if british or american else _USUAL


def _in_words(said: re.Match[str]) -> str:
    names = [name for name in MONTHS if name and name.lower().startswith(said[2].lower())]
    if len(names) != 1:
        return _USUAL
    month = MONTHS.index(names[0])
    if said[1] is None:
        return f"write {int(said[3]):04}-{month:02}"
    written = _iso(int(said[3]), month, int(said[1]))
    return f"write {written}" if written else _USUAL


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime(year, month, day, tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def _said(iso: str) -> str:
    return f"{int(iso[8:])} {MONTHS[int(iso[5:7])]}"
