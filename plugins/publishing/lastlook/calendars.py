"""Calendars [RFC 5545]: each reads whole, and every event has what a calendar program needs."""

from collections.abc import Iterator
from typing import Any

from plugins.problems import Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.site import BuiltSite, line_at

_OCTETS = 75


def calendar_faults(site: BuiltSite) -> Iterator[Problem]:
    """What a calendar program would stumble over."""
    for path, text in site.texts.items():
        if path.endswith(".ics"):
            yield from (
                site.finding(path, line, message, "unfit-page")
                for line, message in [*_lines(text), *_events(site, text)]
            )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\r\n"), start=1):
        if "\n" in line:
            yield line_at(text, text.find(line)), "a line does not end in CR LF, as every line of a calendar does"
        if len(line.encode()) > _OCTETS:
            yield number, f"a line is {len(line.encode())} bytes long; fold it at {_OCTETS}"


def _events(site: BuiltSite, text: str) -> Iterator[tuple[int, str]]:
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except ValueError as broken:
        yield 0, f"this is no calendar: {broken}"
        return
    for calendar in calendars:
        yield from ((0, f"the calendar has no {name}") for name in ("PRODID", "VERSION") if name not in calendar)
        events = list(calendar.walk("VEVENT"))
        ids = [str(event.get("UID", "")) for event in events]
        yield from ((0, f"two events have the UID {each}") for each in sorted({x for x in ids if ids.count(x) > 1}))
        for event in events:
            yield from ((0, message) for message in _event(site, event))


def _event(site: BuiltSite, event: Any) -> Iterator[str]:
    name = f"the event “{event.get('SUMMARY', event.get('UID', ''))}”"
    for field in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        if field not in event:
            yield f"{name} has no {field}"
    for broken, why in getattr(event, "errors", ()):
        yield f"{name}: {broken} cannot be read: {why}"
    if "DTSTART" in event and "DTEND" in event and event.end < event.start:
        yield f"{name} ends before it starts"
    if "URL" in event:
        where = destination(site, "about:blank", str(event["URL"]))
        if where.kind == "nowhere":
            yield f"{name}: found “{event['URL']}”: {where.why}"
    if "ATTENDEE" in event:
        yield f"{name} names who comes; take ATTENDEE out"
