"""Workshops as iCalendar files [RFC 5545, RFC 7986], written by the icalendar library.

The file has the zone's rules for the years that it uses and no more, and nothing that depends on when it was made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from plugins.contract.addresses import as_uri
from plugins.timeline.appointment import Appointment
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


def subscription(head: CalendarHead, appointments: Sequence[Appointment], zone: ZoneInfo) -> bytes:
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
    return _written(calendar, appointments, zone, years={*_years(appointments)} or {head.year})


def single(appointment: Appointment, zone: ZoneInfo) -> bytes:
    """One workshop, to be put into a calendar by hand."""
    return _written(_calendar(), [appointment], zone, years=set(_years([appointment])))


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _written(calendar: Calendar, appointments: Sequence[Appointment], zone: ZoneInfo, *, years: set[int]) -> bytes:
    if years:
        calendar.add_component(_time_zone(zone, min(years), max(years)))
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


def _years(appointments: Sequence[Appointment]) -> Sequence[int]:
    """The years of everything that has a time; what is a day needs no zone."""
    moments = (moment for each in appointments for moment in (each.starts, each.ends))
    return [moment.year for moment in moments if isinstance(moment, datetime)]


def _event(appointment: Appointment) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", appointment.changed)
    event.add("last-modified", appointment.changed)
    event.add("sequence", appointment.sequence)
    event.add("status", appointment.status)
    event.add("summary", appointment.name)
    event.add("dtstart", appointment.starts)
    if appointment.ends:
        event.add("dtend", appointment.ends)
    event.add("url", as_uri(appointment.address))
    event.add("description", appointment.description)
    if appointment.location:
        event.add("location", appointment.location)
    if not _has_time(appointment.starts):
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
