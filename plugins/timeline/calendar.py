"""Workshops as iCalendar files [RFC 5545, RFC 7986], written by the icalendar library.

The file has the zone's rules for the years that it uses and no more, and nothing that depends on when it was made.
Imported late: the library takes longer to load than the files of a small diary to be written.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from plugins.contract.addresses import as_uri
from plugins.timeline.calendar_event import CalendarEvent
from plugins.timeline.calendar_file import CalendarFile
from plugins.timeline.offsets import Observance

_MAKER = "-//Coproduction Diary//Workshops//EN"
_ONCE_A_DAY = timedelta(days=1)


def written(file: CalendarFile) -> str:
    """The text of a file, which follows from `file` alone."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if head := file.head:
        calendar.add("name", head.name)
        calendar.add("x-wr-calname", vText(head.name))
        calendar.add("description", head.description)
        calendar.add("x-wr-caldesc", vText(head.description))
        calendar.add("url", head.home)
        calendar.add("source", head.address, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", _ONCE_A_DAY, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "P1D")
    if file.observances:
        calendar.add_component(_time_zone(file.zone, file.observances))
    for calendar_event in file.events:
        calendar.add_component(_event(calendar_event))
    return bytes(calendar.to_ical()).decode()


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


def _time_zone(name: str, observances: Sequence[Observance]) -> Timezone:
    time_zone = Timezone()
    time_zone.add("tzid", name)
    for observance in observances:
        part = TimezoneDaylight() if observance.is_summer else TimezoneStandard()
        part.add("dtstart", observance.since)
        part.add("tzoffsetfrom", observance.before)
        part.add("tzoffsetto", observance.after)
        part.add("tzname", observance.name)
        time_zone.add_component(part)
    return time_zone
