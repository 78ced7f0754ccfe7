"""Dates and times, whatever language the machine speaks."""

from datetime import date

from plugins.moments.clock import Clock
from plugins.moments.when import When

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spoken(when: When) -> str:
    """`2016`, `October 2016`, `Monday 10 October 2016`, `Monday 10 October 2016, 10am`."""
    if when.month is None:
        return str(when.year)
    if when.day is None:
        return f"{MONTHS[when.month]} {when.year}"
    weekday = DAYS[date(when.year, when.month, when.day).weekday()]
    day = f"{weekday} {when.day} {MONTHS[when.month]} {when.year}"
    return f"{day}, {spoken_clock(when.clock)}" if when.clock else day


def spoken_clock(clock: Clock) -> str:
    """`10am`, `1.30pm`, `12 noon`, `12 midnight`."""
    if clock.minute == 0 and clock.hour % 12 == 0:
        return "12 noon" if clock.hour else "12 midnight"
    minute = f".{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minute}{'am' if clock.hour < 12 else 'pm'}"


def spoken_span(start: When, end: When | Clock | None) -> str:
    """From when to when: `Monday 10 October 2016, 10am to 1pm`, `Monday 10 to Tuesday 11 October 2016`.

    The start alone when no end is known, or when the end says no more than the start.
    """
    if isinstance(end, When) and (end.year, end.month, end.day) == (start.year, start.month, start.day):
        end = end.clock
    if end is None or end == start.clock:
        return spoken(start)
    if isinstance(end, Clock):
        return (
            f"{spoken(start)} to {spoken_clock(end)}" if start.clock else f"{spoken(start)}, until {spoken_clock(end)}"
        )
    begins, ends = spoken(start), spoken(end)
    if start.precision == end.precision != "minute":
        begins = _without_shared_end(begins, ends)
    return f"{begins} to {ends}"


def _without_shared_end(words: str, others: str) -> str:
    """`Monday 10 October 2016` beside `Tuesday 11 October 2016` is `Monday 10`."""
    left, right = words.split(), others.split()
    while left[1:] and right and left[-1] == right[-1]:
        left.pop()
        right.pop()
    return " ".join(left)
