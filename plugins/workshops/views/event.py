"""A workshop for machines [schema.org Event, with subEvent for the items of its agenda]. Nothing is made up."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.moments import Clock, When
from plugins.workshops.facts.schedule import Slot, schedule
from plugins.workshops.facts.series import SeriesState
from plugins.workshops.record.feedback import Feedback
from plugins.workshops.record.post import Post
from plugins.workshops.record.workshop import Workshop

_STATUS: dict[SeriesState, str] = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}


def event(post: Post, workshop: Workshop, *, address: str, state: SeriesState, zone: ZoneInfo) -> dict[str, object]:
    """`Event`; dates are as exact as they are known, and an unknown one is left out."""
    start = workshop.start if isinstance(workshop.start, When) else None
    block: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"{address}#event",
        "url": address,
        "name": workshop.name or post.title,
        "eventStatus": f"https://schema.org/{_status(workshop, state)}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    }
    if start:
        block["startDate"] = _moment(start, zone)
        if end := _end(start, workshop.end):
            block["endDate"] = _moment(end, zone)
    if workshop.previously:
        block["previousStartDate"] = _moment(workshop.previously, zone)
    if workshop.venue:
        block["location"] = {"@type": "Place", "name": workshop.venue.name}
        if workshop.venue.address:
            block["location"] = {"@type": "Place", "name": workshop.venue.name, "address": workshop.venue.address}
    if workshop.aims:
        block["description"] = " ".join(workshop.aims)
    if post.agenda:
        block["subEvent"] = list(_parts(schedule(post.agenda, workshop), start, zone))
    return block


def review(feedback: Feedback, text: Callable[[str], str]) -> dict[str, object]:
    """`Review` of a session: what went well and what could be better, each as `text` makes it of what was written."""
    sides = {"positiveNotes": feedback.went_well, "negativeNotes": feedback.even_better_if}
    notes = {side: [text(remark.said) for remark in remarks] for side, remarks in sides.items() if remarks}
    return {"@type": "Review", **notes} if notes else {}


def _status(workshop: Workshop, state: SeriesState) -> str:
    return _STATUS.get(state, "EventRescheduled" if workshop.previously else "EventScheduled")


def _end(start: When, end: When | Clock | None) -> When | None:
    if isinstance(end, Clock):
        return When(start.year, start.month, start.day, end) if start.day else None
    return end


def _moment(when: When, zone: ZoneInfo) -> str:
    return when.first(zone).isoformat() if when.clock else when.iso


def _parts(slots: tuple[Slot, ...], day: When | None, zone: ZoneInfo) -> Iterator[dict[str, object]]:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone) if day and day.month and day.day else None
    for slot in slots:
        part: dict[str, object] = {"@type": "Event", "name": slot.part.title}
        if slot.start is not None and midnight:
            part["startDate"] = (midnight + timedelta(minutes=slot.start)).isoformat()
        if slot.minutes:
            part["duration"] = f"PT{slot.minutes}M"
        yield part
