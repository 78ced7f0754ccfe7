"""Timelines for tests: of diaries written as files, and of records made in a line."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from plugins.blog.pages.timeline import timeline_context
from plugins.blog.site_model import SiteModel
from plugins.contract.values import Count, Text
from plugins.frontmatter import Mapping
from plugins.moments import When
from plugins.timeline.chronology import Chronology
from plugins.timeline.happening import Happening
from plugins.timeline.views.point import TimelinePoint
from plugins.timeline.views.timeline import TimelineView, timeline_view
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.post import Post
from plugins.workshops.record.workshop import Workshop
from tests.support.diaries import written
from tests.support.pages import site_model_of

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


def model(folder: Path, *, now: datetime = NOW, **files: str) -> SiteModel:
    return site_model_of(written(folder, **files), now=now)


def timeline(folder: Path, *, now: datetime = NOW, **files: str) -> Chronology:
    return model(folder, now=now, **files).chronology


def seen(folder: Path, *, now: datetime = NOW, **files: str) -> TimelineView:
    made = model(folder, now=now, **files)
    return timeline_view(made.chronology, timeline_context(made))


def points_of(view: TimelineView) -> tuple[TimelinePoint, ...]:
    return (
        tuple(point for year in view.years for stretch in year.stretches for point in (*stretch.past, *stretch.ahead))
        + view.undated
    )


def anchors(points: tuple[Happening, ...]) -> list[str]:
    return [point.anchor for point in points]


def workshop(fields: str, more: str = "", *, date: str = "2031-01-01") -> str:
    """A workshop's post; `more` is what stands below its fields."""
    return f"---\ntitle: A workshop\ndate: {date}\nworkshop: {{{fields}}}\n{more}\n---\nX.\n"


def post(more: str, *, date: str = "2031-01-01") -> str:
    return f"---\ntitle: A post\ndate: {date}\n{more}\n---\nX.\n"


def entry(slug: str, *, date: When | None = None, start: When | None = None, number: int | None = None) -> DiaryEntry:
    """An entry without a file: a workshop where it has a start or a number."""
    is_workshop = start is not None or number is not None
    held = Workshop(start=start, number=None if number is None else Count(number)) if is_workshop else None
    return DiaryEntry(
        votes=(),
        post=replace(Post(title=Text(slug)), date=date, workshop=held),
        kind="workshop" if is_workshop else "post",
        slug=slug,
        source=f"content/{slug}.md",
        folder=Path("content"),
        story="",
        story_line=1,
        front_matter=Mapping((), 1),
    )
