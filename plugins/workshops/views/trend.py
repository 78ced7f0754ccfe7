"""How sessions were rated, one workshop after another."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from plugins.words import feedback, numbers
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.trend import Trend, TrendPoint
from plugins.workshops.record.feedback import RatingScale


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One workshop: `median` is a number or says that it is not told; `bar` is its length out of 100, or empty."""

    workshop: str
    href: str
    median: str
    bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """A question and its middle answers."""

    question: str
    scale: str
    rows: tuple[TrendRow, ...]


def trend_view(trend: Trend, *, href: Callable[[DiaryEntry], str]) -> TrendView:
    """A trend as a table."""
    return TrendView(
        question=trend.question,
        scale=scale_words(trend.scale),
        rows=tuple(_row(point, trend.scale, href) for point in trend.points),
    )


def scale_words(scale: RatingScale) -> str:
    """What the ends of a scale mean."""
    return feedback.scale((scale.least, scale.least_label), (scale.most, scale.most_label))


def _row(point: TrendPoint, scale: RatingScale, href: Callable[[DiaryEntry], str]) -> TrendRow:
    workshop = point.entry.post.workshop
    return TrendRow(
        workshop=(workshop.name if workshop else None) or point.entry.post.title,
        href=href(point.entry),
        median=feedback.TREND_NOT_TOLD if point.median is None else numbers.amount(point.median),
        bar=_bar(point.median, scale),
    )


def _bar(median: Fraction | None, scale: RatingScale) -> str:
    if median is None or scale.most == scale.least:
        return ""
    return numbers.amount((median - scale.least) / (scale.most - scale.least) * 100)
