"""What an author may have forgotten when a workshop's day passed or changed. The build goes on and says so."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.moments import Clock, When
from plugins.problems import Finding
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import is_over
from plugins.workshops.record.workshop import Workshop

Notice = tuple[DiaryEntry, Finding]
_STILL_TO_COME = (
    "this is still to come; write the day of the change, since calendars miss every other change until then"
)
_CHANGES = {"postponed": "was put off", "cancelled": "was called off"}


def forgotten(entries: Iterable[DiaryEntry], *, now: datetime, zone: ZoneInfo) -> Iterator[Notice]:
    """Each field that is to be looked at again, and what to write."""
    for entry in entries:
        workshop = entry.post.workshop
        if workshop and entry.post.status != "draft":
            if workshop.status == "planned" and is_over(workshop, now=now, zone=zone):
                message = "this is still “planned”, and its date has passed; write held, postponed or cancelled"
                yield entry, (("workshop", "status"), message, "look-again")
            elif workshop.status == "held" and _is_to_come(workshop.start, now=now, zone=zone):
                message = "this is “held”, and its date is still to come; look at both, and change one of them"
                yield entry, (("workshop", "status"), message, "look-again")
            elif _is_to_come(entry.post.updated, now=now, zone=zone):
                yield entry, (("updated",), _STILL_TO_COME, "look-again")
            elif entry.post.updated is None:
                yield from _unsaid_change(entry, workshop, now, zone)


def _is_to_come(when: When | Clock | None, *, now: datetime, zone: ZoneInfo) -> bool:
    return isinstance(when, When) and when.first(zone) > now


def _unsaid_change(entry: DiaryEntry, workshop: Workshop, now: datetime, zone: ZoneInfo) -> Iterator[Notice]:
    """A change that calendars wait for, while the day that they hold is still to come."""
    field, change = _change(workshop)
    known = [day for day in (workshop.start, workshop.previously) if isinstance(day, When) and day.day]
    if change and any(day.last(zone) >= now for day in known):
        message = (
            f"this {change}, and the post has no “updated:”; write the day of the change there, "
            "so that calendars which hold the old day take the new one"
        )
        yield entry, (("workshop", field), message, "look-again")


def _change(workshop: Workshop) -> tuple[str, str]:
    if workshop.status in _CHANGES:
        return "status", _CHANGES[workshop.status]
    moved = workshop.previously and workshop.status != "held"
    return "previously", "was moved" if moved else ""
