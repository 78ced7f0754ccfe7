"""What people said of the session, with the counts that may be told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.words import feedback as words
from plugins.workshops.facts.ratings import Spread, spread
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.record.feedback import Feedback, Mood, Rating, Remark
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
    """What the feedback needs around it: the rule, how many were in the room (None: not known), the asks by place."""

    rule: SmallGroupRule
    room: int | None
    asks: Mapping[int, AskView]
    inline: Callable[[str], Html]


def feedback_view(feedback: Feedback, context: FeedbackContext) -> FeedbackView:
    """The feedback of one session, as it may be published."""
    return FeedbackView(
        ratings=tuple(
            _rating(rating, number, feedback, context) for number, rating in enumerate(feedback.ratings, start=1)
        ),
        went_well=tuple(
            RemarkView(
                anchor=remark.id or f"liked-{number}",
                said=context.inline(remark.said),
                count=_count(remark, context),
            )
            for number, remark in enumerate(feedback.went_well, start=1)
        ),
        even_better_if=tuple(
            _ask(remark, position, context) for position, remark in enumerate(feedback.even_better_if)
        ),
        moods=_moods(feedback.mood, context),
        quotes=tuple(QuoteView(words=quote.words, who=quote.who or "") for quote in feedback.quotes),
    )


def _ask(remark: Remark, position: int, context: FeedbackContext) -> RemarkView:
    ask = context.asks.get(position)
    return RemarkView(
        anchor=remark.id or f"ask-{position + 1}",
        said=context.inline(remark.said),
        count=_count(remark, context),
        waiting=ask.waiting if ask else "",
        answers=ask.answers if ask else (),
    )


def _count(remark: Remark, context: FeedbackContext) -> str:
    if remark.count is None or not context.rule.remark(remark, context.room):
        return ""
    return words.said_so(remark.count)


def _moods(moods: tuple[Mood, ...], context: FeedbackContext) -> tuple[str, ...]:
    is_counted = context.rule.moods(moods, context.room)
    return tuple(words.feeling(mood.feeling, mood.count if is_counted else None) for mood in moods)


def _rating(rating: Rating, number: int, feedback: Feedback, context: FeedbackContext) -> RatingView:
    same = tuple(other for other in feedback.ratings if other.question == rating.question)
    known = spread(rating) if context.rule.rating(rating, same, context.room) else None
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
