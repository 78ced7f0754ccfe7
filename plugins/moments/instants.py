"""A day with a time on it, as the clocks of the diary's zone show it; a zone that is written is honoured."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.moments.clock import Clock, MomentError
from plugins.moments.clock_parsing import parse_clock
from plugins.moments.clock_suggestions import meant
from plugins.moments.when import When
from plugins.patterns import lazy_pattern

_SECONDS = r"(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
_LOCAL = lazy_pattern(rf"([0-9]{{2}}:[0-9]{{2}}){_SECONDS}")
_ZONED = lazy_pattern(
    rf"([0-9]{{1,2}})(?:[:.]?([0-9]{{2}}))?{_SECONDS}(?: ?([ap])\.?m\.?)? ?"
    r"(?:(?P<utc>Z|UTC|GMT)?(?P<sign>[-+−])?(?(sign)(?P<hours>[01]?[0-9])(?::?(?P<minutes>[0-5][0-9]))?)"
    r"|(?P<name>bst|(?-i:[A-Z]{3,5})))(?: ?\[[\w/+-]+\])?",
    re.IGNORECASE,
)


def at(day: When, text: str, zone: ZoneInfo) -> When:
    """The day at the time that `text` says, told in `zone`; raises MomentError.

    Seconds are dropped. The first of an hour that comes twice is meant, unless a zone says which.
    """
    written = " ".join(text.split())
    local = _LOCAL.fullmatch(written)
    try:
        when = replace(day, clock=parse_clock(local[1] if local else written))
    except MomentError as error:
        zoned = _ZONED.fullmatch(written)
        if zoned and any(zoned.group("utc", "sign", "name")) and len(error.times) < 2:
            return _in_zone(day, zoned, zone)
        raise error.on(day.iso) from None
    _refuse_skipped(when, zone)
    return when


def _in_zone(day: When, zoned: re.Match[str], zone: ZoneInfo) -> When:
    clock = meant(zoned[1], zoned[2], zoned[3])
    if zoned["name"]:
        return _named(replace(day, clock=clock), zoned["name"].upper(), zone)
    offset = timedelta(hours=int(zoned["hours"] or 0), minutes=int(zoned["minutes"] or 0))
    moment = datetime(day.year, day.month or 1, day.day or 1, clock.hour, clock.minute, tzinfo=UTC)
    shown = (moment + offset if zoned["sign"] in ("-", "−") else moment - offset).astimezone(zone)
    return When(shown.year, shown.month, shown.day, Clock(shown.hour, shown.minute), fold=shown.fold)


def _named(when: When, name: str, zone: ZoneInfo) -> When:
    """A moment whose zone has a name, such as BST: the diary's own, or nobody knows which is meant."""
    for fold in (0, 1):
        twice = replace(when, fold=fold)
        if twice.first(zone).astimezone(zone).tzname() == name:
            return twice
    raise MomentError(
        f"{name} is not what clocks show here then; write the time that they show, "
        "or end it with how far it is from UTC, such as +01:00"
    )


def _refuse_skipped(when: When, zone: ZoneInfo) -> None:
    shown = when.first(zone).astimezone(UTC).astimezone(zone)
    if when.clock and (shown.hour, shown.minute) != (when.clock.hour, when.clock.minute):
        raise MomentError(
            "the clocks go forward on that day and skip this time; "
            f"write the time that they show then, such as {shown:%H:%M}"
        )
