"""Where the project is in its series of workshops, and whether each is told of as past or to come."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.post import Post
from plugins.workshops.record.workshop import Workshop, WorkshopStatus

QUIET_AFTER = timedelta(days=365)

SeriesState = Literal["held", "next", "planned", "postponed", "cancelled"]
Phase = Literal["over", "ahead", "off"]
"""Whether a workshop is told of as something that was, or is to come."""


@dataclass(frozen=True, slots=True)
class SeriesWorkshop:
    """A workshop of the series, with its state in it."""

    entry: DiaryEntry
    workshop: Workshop
    state: SeriesState


def series(entries: Sequence[DiaryEntry], *, now: datetime, zone: ZoneInfo) -> tuple[SeriesWorkshop, ...]:
    """The workshops in the order given, each with its state; the first planned one whose day is to come is the next.

    One whose day is not known is not, once nothing of the series has happened for a year.
    """
    places: list[SeriesWorkshop] = []
    is_quiet = _is_quiet(entries, now, zone)
    for entry in entries:
        workshop = entry.post.workshop
        if workshop:
            status: SeriesState = status_of(workshop, now=now, zone=zone)
            is_ahead = status == "planned" and not is_over(workshop, now=now, zone=zone)
            may_be_next = is_ahead and (isinstance(workshop.start, When) or not is_quiet)
            is_next = may_be_next and not any(place.state == "next" for place in places)
            places.append(SeriesWorkshop(entry, workshop, "next" if is_next else status))
    return tuple(places)


def _is_quiet(entries: Sequence[DiaryEntry], now: datetime, zone: ZoneInfo) -> bool:
    """Whether every date that its posts know lies more than a year back; never where they know none."""
    dates = [
        when.last(zone)
        for entry in entries
        if entry.post.workshop
        for when in (entry.post.date, entry.post.updated, entry.post.workshop.start)
        if isinstance(when, When)
    ]
    return bool(dates) and max(dates) < now - QUIET_AFTER


def status_of(workshop: Workshop, *, now: datetime, zone: ZoneInfo) -> WorkshopStatus:
    """What the post says; where it says nothing, a workshop is held once all of its start is past."""
    if workshop.status:
        return workshop.status
    return "held" if is_over(workshop, now=now, zone=zone) else "planned"


def is_over(workshop: Workshop, *, now: datetime, zone: ZoneInfo) -> bool:
    """Whether all of its start is past; never for one whose day is not known."""
    return isinstance(workshop.start, When) and workshop.start.last(zone) < now


def own_name(post: Post) -> str:
    """What its workshop is called, where neither the post's title nor the workshop's number says so; else empty."""
    workshop = post.workshop
    if workshop is None or not workshop.name:
        return ""
    has_been_said = {*_words(post.title), "workshop", str(workshop.number)}
    return "" if has_been_said.issuperset(_words(workshop.name)) else workshop.name


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def phase(state: SeriesState, *, is_overdue: bool = False) -> Phase:
    """`off` is neither: called off, put off, or planned for a date that has passed without a word of how it went."""
    if state == "held":
        return "over"
    return "ahead" if state in ("next", "planned") and not is_overdue else "off"
