"""Dates as the timeline says them: short below a heading that has the year and month already."""

from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.moments import Clock, When
from plugins.words import dates


def beneath(when: When, until: When | Clock | None = None) -> str:
    """`Monday 10 October, 10am to 1pm`, `some time in October`, `some time in 2016`."""
    if when.day is None:
        return f"some time in {dates.MONTHS[when.month] if when.month else when.year}"
    return dates.spoken_span(when, until).replace(f" {when.year}", "")


def on_its_own(when: When) -> str:
    """`Monday 10 October 2016, 10am`, `some time in October 2016`."""
    return dates.spoken(when) if when.day else f"some time in {dates.spoken(when)}"


def of_a_month(month: int | None, *, year: int, is_ahead: bool) -> str:
    """The heading of a stretch: `October`, or what can be said without a month."""
    if month:
        return dates.MONTHS[month]
    return f"Some time later in {year}" if is_ahead else f"Some time in {year}"


def day_of(now: datetime, zone: ZoneInfo) -> When:
    """The day on which the diary's clocks show `now`."""
    here = now.astimezone(zone)
    return When(here.year, here.month, here.day)
