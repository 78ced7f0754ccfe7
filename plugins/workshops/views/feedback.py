"""What people said of the session, with the counts that are published."""

from collections.abc import Mapping

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import asks as ask_words
from plugins.words import feedback as words
from plugins.workshops.facts.ratings import Spread, spread
from plugins.workshops.record.feedback import Feedback, Quote, Rating, Remark
from plugins.workshops.views.asks import AnswerView, AskView, without_evidence
from plugins.workshops.views.language import LanguageMarkup
from plugins.workshops.views.trend import answer_words, scale_words

_MOST_DOTS = 30


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
    """One step of a scale: its name, how many gave it, and how that is drawn.

    `dots` is the width of a row of dots, one a person and five together; where it would be too long it is empty, and
    `bar` is the length of a bar out of 100.
    """

    label: Html
    count: str
    dots: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """A question answered on a scale; `rows` are empty where the counts are not told, `nobody` names steps without."""

    anchor: str
    question: Html
    scale: Html
    summary: str
    rows: tuple[RatingRow, ...]
    nobody: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Somebody's own words; `who` is None when it is not said whose."""

    words: Html
    who: Html | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """Ratings, what went well, what could be better, moods, and people's own words."""

    ratings: tuple[RatingView, ...]
    went_well: tuple[RemarkView, ...]
    even_better_if: tuple[RemarkView, ...]
    moods: tuple[Html, ...]
    quotes: tuple[QuoteView, ...]


def feedback_view(feedback: Feedback, asks: Mapping[int, AskView], said: LanguageMarkup) -> FeedbackView:
    """The feedback of one session, with its asks by their place."""
    return FeedbackView(
        ratings=tuple(_rating(rating, number, said) for number, rating in enumerate(feedback.ratings, start=1)),
        went_well=tuple(
            RemarkView(
                anchor=remark.id or f"liked-{number}",
                said=said.inline(remark.said),
                count=_count(remark),
            )
            for number, remark in enumerate(feedback.went_well, start=1)
        ),
        even_better_if=tuple(
            _ask(remark, position, asks.get(position), said) for position, remark in enumerate(feedback.even_better_if)
        ),
        moods=tuple(said.plain(words.feeling(mood.feeling, mood.count)) for mood in feedback.mood),
        quotes=tuple(quote_view(quote, said) for quote in feedback.quotes),
    )


def quote_view(quote: Quote, said: LanguageMarkup) -> QuoteView:
    return QuoteView(words=said.plain(quote.words), who=said.plain(quote.who) if quote.who else None)


def _ask(remark: Remark, position: int, ask: AskView | None, said: LanguageMarkup) -> RemarkView:
    return RemarkView(
        anchor=remark.id or f"ask-{position + 1}",
        said=said.inline(remark.said),
        count=_count(remark),
        waiting=ask_words.WAITING if ask and ask.waiting else "",
        answers=tuple(map(without_evidence, ask.answers)) if ask else (),
    )


def _count(remark: Remark) -> str:
    return "" if remark.count is None else words.said_so(remark.count)


def _rating(rating: Rating, number: int, said: LanguageMarkup) -> RatingView:
    known = spread(rating)
    return RatingView(
        anchor=f"rating-{number}",
        question=said.plain(words.question(rating.question, rating.group)),
        scale=scale_words(rating.scale, said),
        summary=answer_words(known, rating.scale),
        rows=_rating_rows(rating, known, said) if known else (),
        nobody=words.nobody([step for step, count in known.steps if not count]) if known else "",
    )


def _rating_rows(rating: Rating, known: Spread, said: LanguageMarkup) -> tuple[RatingRow, ...]:
    labels = {rating.scale.least: rating.scale.least_label, rating.scale.most: rating.scale.most_label}
    has_dots = known.most <= _MOST_DOTS
    return tuple(
        RatingRow(
            label=said.plain(words.step(step, labels.get(step))),
            count=str(count),
            dots=str(_dots_width(count)) if has_dots else "",
            bar="" if has_dots else str(round(100 * count / known.total)),
        )
        for step, count in reversed(known.steps)
        if count
    )


def _dots_width(count: int) -> int:
    """In pixels: 14 a dot, and 4 more after each five."""
    return 14 * count + 4 * ((count - 1) // 5)
