"""A workshop as a calendar takes it: only where its day is known (docs/decisions/0041).

Nothing of a person is in it: no organiser, no guest, nobody who leads or came.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.words import calendars, workshops
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.record.post import Post
from plugins.workshops.record.workshop import Workshop

EventStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event. `starts` and `ends` are both days or both moments; a last day is the day after it, as calendars count.

    `sequence` rises with each change of the workshop, `changed` is when that was.
    """

    uid: str
    name: str
    starts: date
    ends: date | None
    status: EventStatus
    sequence: int
    changed: datetime
    address: str
    description: str
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEventContext:
    """What a calendar event needs from the diary around it.

    `address` is the whole address of the site, `summary` what a post says in lists, as text, `plain` its Markdown as
    text. `newest` is the newest change in the diary, for a workshop that does not say when it was changed. `shared` is
    a text as others may keep it, or nothing: a calendar on somebody's phone is out of our reach.
    """

    address: str
    summary: Callable[[DiaryEntry], str]
    plain: Callable[[DiaryEntry, str], str]
    newest: datetime
    shared: Callable[[str], str]
    zone: ZoneInfo


def calendar_event(place: SeriesWorkshop, context: CalendarEventContext) -> CalendarEvent | None:
    """A workshop of the series; None when the day is not known."""
    workshop, post = place.workshop, place.entry.post
    start = workshop.start
    if not isinstance(start, When) or start.day is None:
        return None
    address = context.address + place.entry.address
    begins, ends = _span(start, workshop.end, context.zone)
    return CalendarEvent(
        uid=str(uuid5(NAMESPACE_URL, f"{context.address}{place.entry.first_address}#event")),
        name=calendars.name(_name(workshop, post, context), place.state),
        starts=begins,
        ends=ends,
        status=_event_status(workshop, place),
        sequence=sequence(post, workshop, context.zone),
        changed=(_changed(post, context.zone) or context.newest).astimezone(UTC),
        address=context.shared(address),
        description=_description(place, address, context),
        location=_together(", ", (workshop.venue.name, workshop.venue.address), context) if workshop.venue else "",
    )


def sequence(post: Post, workshop: Workshop, zone: ZoneInfo) -> int:
    """A number that rises with each change: four for each minute up to `updated` (or `date`), up to three for marks.

    A workshop that was moved or called off has the mark of it in its post; so the number rises for that even where
    `updated` was forgotten. All marks together are less than a minute, so that one taken away with a new `updated`
    never makes the number stand still.
    """
    changed = _changed(post, zone)
    minutes = max(0, int(changed.timestamp()) // 60) if changed else 0
    moved = 2 if workshop.previously else 0
    called_off = 1 if workshop.status in ("postponed", "cancelled") else 0
    return minutes * 4 + moved + called_off


def _changed(post: Post, zone: ZoneInfo) -> datetime | None:
    known = [when.first(zone) for when in (post.date, post.updated) if when]
    return max(known, default=None)


def _event_status(workshop: Workshop, place: SeriesWorkshop) -> EventStatus:
    """One that was put off to a day that is known is tentative; on a day that it was only put off from, it is not."""
    if place.state == "postponed":
        return "TENTATIVE" if workshop.previously else "CANCELLED"
    return "CANCELLED" if place.state == "cancelled" else "CONFIRMED"


def _span(start: When, end: When | Clock | None, zone: ZoneInfo) -> tuple[date, date | None]:
    if start.clock is None:
        return _day(start), _last_day(start, end)
    begins = _moment(start, zone)
    if isinstance(end, Clock):
        end = When(start.year, start.month, start.day, end)
    if end is None or end.day is None:
        return begins, None
    until = _moment(end, zone) if end.clock else _midnight_after(_day(end), zone)
    return begins, until if until > begins else None


def _last_day(start: When, end: When | Clock | None) -> date | None:
    if not isinstance(end, When) or end.day is None or _day(end) <= _day(start):
        return None
    return _day(end) + timedelta(days=1)


def _day(when: When) -> date:
    return date(when.year, when.month or 1, when.day or 1)


def _moment(when: When, zone: ZoneInfo) -> datetime:
    return when.first(zone).astimezone(zone)


def _midnight_after(day: date, zone: ZoneInfo) -> datetime:
    after = day + timedelta(days=1)
    return datetime(after.year, after.month, after.day, tzinfo=zone)


def _description(place: SeriesWorkshop, address: str, context: CalendarEventContext) -> str:
    """What it is, how to get in, that it was moved; and the link once more, since many calendars do not show it."""
    venue, moved = place.workshop.venue, place.workshop.previously
    access = context.plain(place.entry, venue.access) if venue and venue.access else ""
    lines = (context.summary(place.entry), access, workshops.moved(moved) if moved else "", address)
    return _together("\n", lines, context)


def _name(workshop: Workshop, post: Post, context: CalendarEventContext) -> str:
    """Its name or its title, or its number where both repeat what others may not keep."""
    return context.shared(workshop.name or "") or context.shared(post.title) or calendars.numbered(workshop.number)


def _together(between: str, parts: Iterable[str | None], context: CalendarEventContext) -> str:
    """The parts that others may keep, unless only together they say what others may not."""
    return context.shared(between.join(shared for part in parts if part and (shared := context.shared(part))))
