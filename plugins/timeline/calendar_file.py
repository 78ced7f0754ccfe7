"""What a calendar file holds: all that decides about its text."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.records import dataclass
from plugins.timeline.calendar_event import CalendarEvent
from plugins.timeline.offsets import Observance, observances


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarHead:
    """What a calendar that is subscribed to says of itself; `year` is that of the build, for one without events."""

    name: str
    description: str
    address: str
    home: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A file to be, with the rules of its time zone in the years that it uses."""

    head: CalendarHead | None
    events: tuple[CalendarEvent, ...]
    zone: str
    observances: tuple[Observance, ...]


def subscription(head: CalendarHead, calendar_events: Sequence[CalendarEvent], zone: ZoneInfo) -> CalendarFile:
    """A calendar to subscribe to. An empty one has its time zone: a calendar may not have nothing in it."""
    return _file(head, calendar_events, zone, years=_years(calendar_events) or {head.year})


def single(calendar_event: CalendarEvent, zone: ZoneInfo) -> CalendarFile:
    """One workshop, to be put into a calendar by hand."""
    return _file(None, [calendar_event], zone, years=_years([calendar_event]))


def _file(
    head: CalendarHead | None, calendar_events: Sequence[CalendarEvent], zone: ZoneInfo, *, years: set[int]
) -> CalendarFile:
    rules = tuple(observances(zone, min(years), max(years))) if years else ()
    return CalendarFile(head=head, events=tuple(calendar_events), zone=zone.key, observances=rules)


def _years(calendar_events: Sequence[CalendarEvent]) -> set[int]:
    """The years of everything that has a time; what is a day needs no zone."""
    moments = (moment for each in calendar_events for moment in (each.starts, each.ends))
    return {moment.year for moment in moments if isinstance(moment, datetime)}
