"""The order of the timeline, and where "now" is in it (docs/decisions/0040).

A date that is known in part stands where it is known to begin: a month before its days. What is still to come at such
a date stands at its end, after what has happened. An outcome of a session never stands before its session.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.records import dataclass
from plugins.timeline.gathering import came_of_session
from plugins.timeline.happening import KINDS, Happening
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.record.post import Milestone

Key = tuple[int, int, int, int]
_BEYOND = (13, 32, 24 * 60)
"""Later than every month, day and minute that there is."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """What happened in order, what is to come in order, and last what has no date yet."""

    past: tuple[Happening, ...]
    ahead: tuple[Happening, ...]
    undated: tuple[Happening, ...]

    @property
    def all(self) -> tuple[Happening, ...]:
        return (*self.past, *self.ahead, *self.undated)


def chronology(happenings: Iterable[Happening], *, now: datetime, zone: ZoneInfo) -> Chronology:
    """The points in order, whatever order they come in."""
    points = sorted(happenings, key=_within_a_moment)
    sessions = {
        point.entry.source: _place(point, point.placed, now, zone)
        for point in points
        if point.placed and isinstance(point.subject, SeriesWorkshop)
    }
    dated = [
        (_beside(point, sessions) or _place(point, point.placed, now, zone), point) for point in points if point.placed
    ]
    dated.sort(key=lambda pair: pair[0])
    here = _of(now, zone)
    return Chronology(
        past=tuple(point for key, point in dated if key <= here),
        ahead=tuple(point for key, point in dated if key > here),
        undated=tuple(point for point in points if point.placed is None),
    )


def lies_ahead(point: Happening, *, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is still to come, as far as the diary knows.

    While its date runs, a workshop says so itself, and a milestone is to come when its post spoke of it before that
    date began. Anything else has happened.
    """
    if point.placed is None or point.placed.last(zone) < now:
        return False
    if point.placed.first(zone) > now:
        return True
    match point.subject:
        case SeriesWorkshop(state=state):
            return state in ("next", "planned")
        case Milestone():
            published = point.entry.post.date
            return published is None or published.first(zone) < point.placed.first(zone)
        case _:
            return False


def _place(point: Happening, placed: When, now: datetime, zone: ZoneInfo) -> Key:
    if lies_ahead(point, now=now, zone=zone):
        month, day, minute = _BEYOND
        clock = placed.clock.minutes if placed.clock else minute
        return placed.year, placed.month or month, placed.day or day, clock
    return placed.sort_key


def _beside(point: Happening, sessions: Mapping[str, Key]) -> Key | None:
    """The place of the session that something came of."""
    return sessions.get(point.entry.source) if came_of_session(point) else None


def _of(now: datetime, zone: ZoneInfo) -> Key:
    here = now.astimezone(zone)
    return here.year, here.month, here.day, here.hour * 60 + here.minute


def _within_a_moment(point: Happening) -> tuple[int, float, str, str]:
    """The order of what has one date: workshops, in their series, then what else there is."""
    workshop = point.entry.post.workshop
    number = workshop.number if workshop and workshop.number is not None else float("inf")
    return KINDS.index(point.kind), number, point.entry.slug, point.anchor


@dataclass(frozen=True, slots=True)
class Stretch:
    """Points of one year and month; `month` is None for what is known to the year alone."""

    year: int
    month: int | None
    points: tuple[Happening, ...]


def stretches(points: Iterable[Happening]) -> Iterator[Stretch]:
    """Dated points, which are in order already, by year and month."""
    dated = ((point.placed.year, point.placed.month, point) for point in points if point.placed)
    for (year, month), of_month in groupby(dated, key=lambda each: each[:2]):
        yield Stretch(year, month, tuple(point for *_, point in of_month))
