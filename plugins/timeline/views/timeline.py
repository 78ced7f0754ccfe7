"""The whole timeline: by year and month, with the day on which the page was made between past and future."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plugins.moments import When
from plugins.records import dataclass
from plugins.timeline.chronology import Chronology, Stretch, stretches
from plugins.timeline.happening import KINDS, Happening, Kind
from plugins.timeline.views.point import TimelineContext, TimelinePoint, timeline_point
from plugins.words import dates
from plugins.words import timeline as words


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """A kind of points that can be shown alone, at an address of its own: `#votes`."""

    kind: Kind
    anchor: str
    label: str
    count: str
    showing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NowMark:
    """The day on which the page was made."""

    text: str
    machine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStretch:
    """One month: what was, the day of the page if it lies in it, and what is to come."""

    heading: str
    anchor: str
    past: tuple[TimelinePoint, ...]
    now: NowMark | None
    ahead: tuple[TimelinePoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineYear:
    """One year; `silence` says that years before it had nothing, or is empty."""

    silence: str
    heading: str
    anchor: str
    stretches: tuple[TimelineStretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Everything in order. `undated` is what has no date yet."""

    filters: tuple[TimelineFilter, ...]
    years: tuple[TimelineYear, ...]
    undated: tuple[TimelinePoint, ...]


def timeline_view(chronology: Chronology, context: TimelineContext) -> TimelineView:
    here = context.now.astimezone(context.zone)
    today = When(here.year, here.month, here.day)
    return TimelineView(
        filters=tuple(_filters(chronology.all)),
        years=tuple(_years(_stretches(chronology, today, context))),
        undated=_points(chronology.undated, context),
    )


def _filters(points: Sequence[Happening]) -> Iterator[TimelineFilter]:
    for kind in KINDS:
        count = sum(1 for point in points if point.kind == kind)
        if count:
            yield TimelineFilter(
                kind=kind, anchor=f"{kind}s", label=words.KINDS[kind], count=str(count), showing=words.showing(kind)
            )


def _stretches(chronology: Chronology, today: When, context: TimelineContext) -> Iterator[tuple[int, TimelineStretch]]:
    past, ahead = list(stretches(chronology.past)), list(stretches(chronology.ahead))
    here = (today.year, today.month)
    before = past.pop() if past and (past[-1].year, past[-1].month) == here else None
    after = ahead.pop(0) if ahead and (ahead[0].year, ahead[0].month) == here else None
    now = NowMark(text=dates.spoken(today), machine=today.iso)
    for stretch in past:
        yield stretch.year, _stretch(stretch, context, is_ahead=False)
    yield (
        today.year,
        TimelineStretch(
            heading=words.of_a_month(today.month, year=today.year, is_ahead=False),
            anchor=f"y{today.year}-{today.month}",
            past=_points(before.points, context) if before else (),
            now=now,
            ahead=_points(after.points, context) if after else (),
        ),
    )
    for stretch in ahead:
        yield stretch.year, _stretch(stretch, context, is_ahead=True)


def _stretch(stretch: Stretch, context: TimelineContext, *, is_ahead: bool) -> TimelineStretch:
    points = _points(stretch.points, context)
    place = stretch.month or ("later" if is_ahead else "some-time")
    return TimelineStretch(
        heading=words.of_a_month(stretch.month, year=stretch.year, is_ahead=is_ahead),
        anchor=f"y{stretch.year}-{place}",
        past=() if is_ahead else points,
        now=None,
        ahead=points if is_ahead else (),
    )


def _years(stretches_by_year: Iterable[tuple[int, TimelineStretch]]) -> Iterator[TimelineYear]:
    before = None
    for year, months in groupby(stretches_by_year, key=lambda pair: pair[0]):
        silent = year - before - 1 if before is not None else 0
        yield TimelineYear(
            silence=words.silent(silent) if silent > 0 else "",
            heading=str(year),
            anchor=f"y{year}",
            stretches=tuple(stretch for _, stretch in months),
        )
        before = year


def _points(happenings: Iterable[Happening], context: TimelineContext) -> tuple[TimelinePoint, ...]:
    return tuple(timeline_point(happening, context) for happening in happenings)
