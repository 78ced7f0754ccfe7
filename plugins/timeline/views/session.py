"""A workshop as a point on the line: the same words on the timeline and on the strip."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.records import dataclass
from plugins.words import timeline, workshops
from plugins.workshops.facts.series import SeriesState, SeriesWorkshop, is_over


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPoint:
    """One workshop: its number, title, date and state in words; `when` and `over` may be empty.

    One whose date has passed while its post still calls it planned is overdue.

    `over` is the moment from which a workshop that is to come is no longer so, whether or not the page was made anew.
    """

    label: str
    title: str
    when: str
    state: SeriesState
    state_word: str
    over: str
    is_overdue: bool


def session_point(place: SeriesWorkshop, *, now: datetime, zone: ZoneInfo) -> SessionPoint:
    is_overdue = place.state == "planned" and is_over(place.workshop, now=now, zone=zone)
    start = place.workshop.start if isinstance(place.workshop.start, When) else None
    is_ahead = place.state in ("next", "planned")
    unknown = "" if place.state in ("held", "cancelled") else timeline.NO_DATE
    return SessionPoint(
        label=workshops.label(place.workshop.number),
        title=place.entry.post.title,
        when=timeline.on_its_own(start) if start else unknown,
        state=place.state,
        state_word=timeline.OVERDUE if is_overdue else timeline.STATES[place.state],
        over=replace(start, clock=None).last(zone).isoformat() if start and is_ahead else "",
        is_overdue=is_overdue,
    )
