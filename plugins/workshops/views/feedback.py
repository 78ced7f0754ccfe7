"""What people said of the session."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.workshops.record.feedback import Feedback
from plugins.workshops.views.asks import AskView


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkView:
    """Something that was said; `answers` tells what was done about it, `standing` where it is."""

    anchor: str
    said: Html
    standing: str = ""
    answers: tuple[Html, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Somebody's own words; `who` is empty when it is not said whose."""

    words: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """What went well, what could be better, and people's own words."""

    went_well: tuple[RemarkView, ...]
    even_better_if: tuple[RemarkView, ...]
    quotes: tuple[QuoteView, ...]


def feedback_view(feedback: Feedback, *, asks: Mapping[int, AskView], inline: Callable[[str], Html]) -> FeedbackView:
    """The feedback of one session; `asks` are its asks by their place in the list."""
    return FeedbackView(
        went_well=tuple(
            RemarkView(anchor=remark.id or f"liked-{number}", said=inline(remark.said))
            for number, remark in enumerate(feedback.went_well, start=1)
        ),
        even_better_if=tuple(
            RemarkView(
                anchor=remark.id or f"ask-{position + 1}",
                said=inline(remark.said),
                standing=asks[position].status_word if position in asks else "",
                answers=tuple(answer.did for answer in asks[position].answers) if position in asks else (),
            )
            for position, remark in enumerate(feedback.even_better_if)
        ),
        quotes=tuple(QuoteView(words=quote.words, who=quote.who or "") for quote in feedback.quotes),
    )
