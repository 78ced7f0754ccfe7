"""How sessions were rated, one workshop after another."""

from fractions import Fraction

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import feedback, numbers
from plugins.workshops.facts.ratings import Spread, Trend, TrendPoint
from plugins.workshops.record.feedback import RatingScale
from plugins.workshops.views.language import EntryContext, LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One workshop: `answers` says what most people answered, or that it is not told.

    `bar` is its length out of 100, or empty where no one answer is the commonest.
    """

    workshop: Html
    href: str
    answers: str
    bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView:
    """A question, and what most people answered."""

    question: Html
    scale: Html
    rows: tuple[TrendRow, ...]


def trend_view(trend: Trend, context: EntryContext) -> TrendView:
    said = context.said(trend.points[0].entry)
    return TrendView(
        question=said.plain(trend.question),
        scale=scale_words(trend.scale, said),
        rows=tuple(_row(point, trend.scale, context) for point in trend.points),
    )


def scale_words(scale: RatingScale, said: LanguageMarkup) -> Html:
    """What the ends of a scale mean."""
    told = feedback.scale((scale.least, scale.least_label), (scale.most, scale.most_label))
    return said.within(told, scale.least_label or "", scale.most_label or "")


def answer_words(known: Spread | None, scale: RatingScale) -> str:
    """What most people answered, or that it is not told."""
    if known is None:
        return feedback.NOT_TOLD
    return feedback.commonest(known.total, known.commonest, known.most, least=scale.least, most=scale.most)


def _row(point: TrendPoint, scale: RatingScale, context: EntryContext) -> TrendRow:
    return TrendRow(
        workshop=context.said(point.entry).plain(point.entry.post.title),
        href=context.href(point.entry),
        answers=answer_words(point.spread, scale),
        bar=_bar(point.spread, scale),
    )


def _bar(known: Spread | None, scale: RatingScale) -> str:
    if known is None or len(known.commonest) > 1 or scale.most == scale.least:
        return ""
    return numbers.amount(Fraction(known.commonest[0] - scale.least, scale.most - scale.least) * 100)
