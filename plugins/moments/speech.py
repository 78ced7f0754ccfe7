"""Dates and times in words, in English whatever the machine speaks."""

from datetime import date

from plugins.moments.clock import Clock
from plugins.moments.when import When

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spoken(when: When) -> str:
    """`2016`, `October 2016`, `Monday 10 October 2016`, `Monday 10 October 2016, 10am`."""
    if when.month is None:
        return str(when.year)
    if when.day is None:
        return f"{MONTHS[when.month]} {when.year}"
    weekday = _DAYS[date(when.year, when.month, when.day).weekday()]
    day = f"{weekday} {when.day} {MONTHS[when.month]} {when.year}"
    return f"{day}, {spoken_clock(when.clock)}" if when.clock else day


def spoken_clock(clock: Clock) -> str:
    """`10am`, `1.30pm`, `12 noon`, `12 midnight`."""
    if clock.minute == 0 and clock.hour % 12 == 0:
        return "12 noon" if clock.hour else "12 midnight"
    minute = f".{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minute}{'am' if clock.hour < 12 else 'pm'}"


def spoken_span(start: When, end: When | Clock | None) -> str:
    """From when to when: `Monday 10 October 2016, 10am to 1pm`; the start alone when no end is known."""
    if end is None:
        return spoken(start)
    if isinstance(end, When):
        same_day = end.clock and (start.year, start.month, start.day) == (end.year, end.month, end.day)
        return f"{spoken(start)} to {spoken_clock(end.clock) if same_day and end.clock else spoken(end)}"
    return f"{spoken(start)} to {spoken_clock(end)}" if start.clock else f"{spoken(start)}, until {spoken_clock(end)}"
