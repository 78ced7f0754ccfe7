"""Dates as an author writes them."""

import re
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

from plugins.moments.clock import MomentError, parse_clock
from plugins.moments.date_suggestions import date_suggestion
from plugins.moments.when import When

_WRITTEN = re.compile(
    r"([0-9]{4})(?:-(?!00)([0-9]{2})(?:-(?!00)([0-9]{2})(?:(?:T| +)((?!to |until |[-–—]).+))?)?)?", re.DOTALL
)


def parse_when(text: str, zone: ZoneInfo) -> When:
    """`2016`, `2016-10`, `2016-10-10`, `2016-10-10 10:00`; raises MomentError with what to write."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        raise MomentError(date_suggestion(" ".join(text.split())))
    month, day = (int(part) if part else None for part in (match[2], match[3]))
    date = When(int(match[1]), month, day)
    return _at(date, match[4], zone) if match[4] else date


def _at(date: When, clock: str, zone: ZoneInfo) -> When:
    try:
        when = replace(date, clock=parse_clock(clock))
    except MomentError as error:
        if error.suggestion:
            raise MomentError(suggestion=f"{date.iso} {error.suggestion}") from None
        raise
    _refuse_skipped(when, zone)
    return when


def _refuse_skipped(when: When, zone: ZoneInfo) -> None:
    shown = when.first(zone).astimezone(UTC).astimezone(zone)
    if when.clock and (shown.hour, shown.minute) != (when.clock.hour, when.clock.minute):
        raise MomentError(
            "the clocks go forward on that day and skip this time; "
            f"write the time that they show then, such as {shown:%H:%M}"
        )
