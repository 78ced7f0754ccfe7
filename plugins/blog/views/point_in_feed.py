"""A point of the timeline as feeds tell of it."""

from dataclasses import dataclass

from plugins.timeline.views.point import TimelinePoint


@dataclass(frozen=True, slots=True)
class PointInFeed:
    """A point, and what it is in one line."""

    summary: str
    point: TimelinePoint
