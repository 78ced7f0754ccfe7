"""What people said of the session, with the counts that are published."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.words import feedback as words
from plugins.workshops.facts.ratings import Spread, spread
from plugins.workshops.record.feedback import Feedback, Rating, Remark
from plugins.workshops.views.asks import AnswerView, AskView
from plugins.workshops.views.trend import answer_words, scale_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkView:
    """Something that was said; `answers` tells what was done about it, `waiting` that nothing was yet."""

    anchor: str
    said: Html
    count: str = ""
    waiting: str = ""
    answers: tuple[AnswerView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """One step of a scale: its name, how many gave it, and the length of its bar out of 100."""

    label: str
    count: str
    bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """A question answered on a scale; `rows` are empty where the counts are not told."""

    anchor: str
    question: str
    scale: str
    summary: str
    rows: tuple[RatingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Somebody's own words; `who` is empty when it is not said whose."""

    words: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """Ratings, what went well, what could be better, moods, and people's own words."""

    ratings: tuple[RatingView, ...]
    went_well: tuple[RemarkView, ...]
    even_better_if: tuple[RemarkView, ...]
    moods: tuple[str, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackContext:
    """What the feedback needs around it: the asks by place, and its Markdown as HTML."""

    asks: Mapping[int, AskView]
    inline: Callable[[str], Html]


def feedback_view(feedback: Feedback, context: FeedbackContext) -> FeedbackView:
    """The feedback of one session."""
    return FeedbackView(
        ratings=tuple(_rating(rating, number) for number, rating in enumerate(feedback.ratings, start=1)),
        went_well=tuple(
            RemarkView(
                anchor=remark.id or f"liked-{number}",
                said=context.inline(remark.said),
                count=_count(remark),
            )
            for number, remark in enumerate(feedback.went_well, start=1)
        ),
        even_better_if=tuple(
            _ask(remark, position, context) for position, remark in enumerate(feedback.even_better_if)
        ),
        moods=tuple(words.feeling(mood.feeling, mood.count) for mood in feedback.mood),
        quotes=tuple(QuoteView(words=quote.words, who=quote.who or "") for quote in feedback.quotes),
    )


def _ask(remark: Remark, position: int, context: FeedbackContext) -> RemarkView:
    ask = context.asks.get(position)
    return RemarkView(
        anchor=remark.id or f"ask-{position + 1}",
        said=context.inline(remark.said),
        count=_count(remark),
        waiting=ask.waiting if ask else "",
        answers=ask.answers if ask else (),
    )


def _count(remark: Remark) -> str:
    return "" if remark.count is None else words.said_so(remark.count)


def _rating(rating: Rating, number: int) -> RatingView:
    known = spread(rating)
    return RatingView(
        anchor=f"rating-{number}",
        question=words.question(rating.question, rating.group),
        scale=scale_words(rating.scale),
        summary=answer_words(known, rating.scale),
        rows=_rating_rows(rating, known) if known else (),
    )


def _rating_rows(rating: Rating, known: Spread) -> tuple[RatingRow, ...]:
    labels = {rating.scale.least: rating.scale.least_label, rating.scale.most: rating.scale.most_label}
    return tuple(
        RatingRow(
            label=words.step(step, labels.get(step)),
            count=str(count),
            bar=str(round(100 * count / known.total)),
        )
        for step, count in reversed(known.steps)
    )
