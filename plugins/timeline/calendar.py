"""Workshops as iCalendar files [RFC 5545, RFC 7986], written by the icalendar library.

The file has the zone's rules for the years that it uses and no more, and nothing that depends on when it was made.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from plugins.contract.addresses import as_uri
from plugins.records import dataclass
from plugins.timeline.calendar_event import CalendarEvent
from plugins.timeline.offsets import observances

_MAKER = "-//Coproduction Diary//Workshops//EN"
_ONCE_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarHead:
    """What a calendar that is subscribed to says of itself; `year` is that of the build, for one without events."""

    name: str
    description: str
    address: str
    home: str
    year: int


def subscription(head: CalendarHead, calendar_events: Sequence[CalendarEvent], zone: ZoneInfo) -> bytes:
    """A calendar to subscribe to. An empty one has its time zone: a calendar may not have nothing in it."""
    calendar = _calendar()
    calendar.add("name", head.name)
    calendar.add("x-wr-calname", vText(head.name))
    calendar.add("description", head.description)
    calendar.add("x-wr-caldesc", vText(head.description))
    calendar.add("url", head.home)
    calendar.add("source", head.address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", _ONCE_A_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    return _written(calendar, calendar_events, zone, years={*_years(calendar_events)} or {head.year})


def single(calendar_event: CalendarEvent, zone: ZoneInfo) -> bytes:
    """One workshop, to be put into a calendar by hand."""
    return _written(_calendar(), [calendar_event], zone, years=set(_years([calendar_event])))


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _written(calendar: Calendar, calendar_events: Sequence[CalendarEvent], zone: ZoneInfo, *, years: set[int]) -> bytes:
    if years:
        calendar.add_component(_time_zone(zone, min(years), max(years)))
    for calendar_event in calendar_events:
        calendar.add_component(_event(calendar_event))
    return bytes(calendar.to_ical())


def _years(calendar_events: Sequence[CalendarEvent]) -> Sequence[int]:
    """The years of everything that has a time; what is a day needs no zone."""
    moments = (moment for each in calendar_events for moment in (each.starts, each.ends))
    return [moment.year for moment in moments if isinstance(moment, datetime)]


def _event(calendar_event: CalendarEvent) -> Event:
    event = Event()
    event.add("uid", calendar_event.uid)
    event.add("dtstamp", calendar_event.changed)
    event.add("last-modified", calendar_event.changed)
    event.add("sequence", calendar_event.sequence)
    event.add("status", calendar_event.status)
    event.add("summary", calendar_event.name)
    event.add("dtstart", calendar_event.starts)
    if calendar_event.ends:
        event.add("dtend", calendar_event.ends)
    if calendar_event.address:
        event.add("url", as_uri(calendar_event.address))
    if calendar_event.description:
        event.add("description", calendar_event.description)
    if calendar_event.location:
        event.add("location", calendar_event.location)
    if not _has_time(calendar_event.starts):
        # A day on which something is to take place is not a day on which nobody can be asked for anything else.
        event.add("transp", "TRANSPARENT")
    return event


def _has_time(moment: date) -> bool:
    return isinstance(moment, datetime)


def _time_zone(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    time_zone = Timezone()
    time_zone.add("tzid", zone.key)
    for observance in observances(zone, first_year, last_year):
        part = TimezoneDaylight() if observance.is_summer else TimezoneStandard()
        part.add("dtstart", observance.since)
        part.add("tzoffsetfrom", observance.before)
        part.add("tzoffsetto", observance.after)
        part.add("tzname", observance.name)
        time_zone.add_component(part)
    return time_zone
