"""The timeline in the format of Knight Lab's TimelineJS 3, for whoever shows it elsewhere.

What has no date yet is left out: that format has no place for it.
"""

from collections.abc import Sequence

from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.story.html import escaped
from plugins.timeline.gathering import came_of_session, session_start
from plugins.timeline.happening import Happening
from plugins.timeline.views.point import TimelinePoint
from plugins.words import timeline
from plugins.workshops.facts.series import SeriesWorkshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A point with its record, made of whole links; `headline` and `text`, its title and the rest, are HTML."""

    happening: Happening
    point: TimelinePoint
    headline: str
    text: str


def timelinejs(slides: Sequence[Slide], *, title: str, text: str) -> dict[str, object]:
    document: dict[str, object] = {
        "scale": "human",
        "title": {"unique_id": "title", "text": {"headline": escaped(title).html, "text": escaped(text).html}},
        "events": [_event(slide, slide.happening.placed) for slide in slides if slide.happening.placed],
    }
    eras = _eras(slides)
    return {**document, "eras": eras} if eras else document


def _event(slide: Slide, placed: When) -> dict[str, object]:
    point = slide.point
    event: dict[str, object] = {
        "unique_id": point.anchor,
        "group": timeline.KINDS[point.kind],
        "start_date": _date(_in_order(slide.happening, placed)),
        "display_date": point.dated or timeline.NO_DAY,
        "text": {"headline": slide.headline, "text": slide.text},
        "autolink": False,
    }
    if point.picture:
        picture = point.picture.src
        event["media"] = {"url": picture, "thumbnail": picture, "alt": point.picture.alt}
    if end := _end(slide.happening, placed):
        event["end_date"] = _date(end)
    return event


def _in_order(happening: Happening, placed: When) -> When:
    """TimelineJS puts a day before its hours: what came of a session has its hour, so that it stands behind it."""
    return (session_start(happening.entry) or placed) if came_of_session(happening) else placed


def _date(when: When) -> dict[str, int]:
    parts = {"year": when.year, "month": when.month, "day": when.day}
    if when.clock:
        parts |= {"hour": when.clock.hour, "minute": when.clock.minute}
    return {name: part for name, part in parts.items() if part is not None}


def _end(happening: Happening, start: When) -> When | None:
    """When a workshop ends, as exactly as it is known when it starts."""
    if not isinstance(happening.subject, SeriesWorkshop):
        return None
    end = happening.subject.workshop.end
    if isinstance(end, Clock):
        return When(start.year, start.month, start.day, end) if start.clock else None
    return end if end and end.precision == start.precision else None


def _eras(slides: Sequence[Slide]) -> list[dict[str, object]]:
    """The span of the workshops, where it is one."""
    days = [slide.happening.when for slide in slides if slide.point.kind == "workshop" and slide.happening.when]
    if len(days) < 2 or days[0].sort_key[:3] == days[-1].sort_key[:3]:
        return []
    return [{"start_date": _date(days[0]), "end_date": _date(days[-1]), "text": {"headline": timeline.OUR_WORKSHOPS}}]
