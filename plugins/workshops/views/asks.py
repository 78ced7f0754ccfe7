"""You said, we did: each ask, its answers, and how long it has waited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.words import asks as words
from plugins.words import dates
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.asks import Ask, AskStatus, GivenAnswer
from plugins.workshops.views.language import TextLanguage, in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What was done, with the words that stand before it; `when` is empty when not known.

    `language` is that of the title of its evidence, where it is not the interface's.
    """

    label: str
    did: Html
    when: str
    evidence: str
    href: str
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """Something that was asked for; `asked` says where, `waiting` that there is no answer, or is empty."""

    said: Html
    status: AskStatus
    asked: str
    waiting: str
    href: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskContext:
    """What an ask needs from the diary around it.

    `href` gives the link to a post, `inline` its Markdown, `language` that of its words where it is not
    the interface's.
    """

    href: Callable[[DiaryEntry], str]
    inline: Callable[[DiaryEntry], Callable[[str], Html]]
    language: Callable[[DiaryEntry], TextLanguage | None]


def ask_view(ask: Ask, context: AskContext) -> AskView:
    """One ask; its link leads to where it was said."""
    return AskView(
        said=in_language(
            Html(words.wish(context.inline(ask.entry)(ask.remark.said).html)), context.language(ask.entry)
        ),
        status=ask.status,
        asked=_asked(ask),
        waiting=words.WAITING if ask.status == "open" else "",
        href=f"{context.href(ask.entry)}#{ask_anchor(ask)}",
        answers=tuple(_answer(given, context) for given in ask.answers),
    )


def ask_anchor(ask: Ask) -> str:
    """Where an ask stands on its own post's page."""
    return ask.remark.id or f"ask-{ask.position + 1}"


def _asked(ask: Ask) -> str:
    post = ask.entry.post
    return words.asked(post.workshop.number if post.workshop else None, post.title, ask.waited)


def _answer(given: GivenAnswer, context: AskContext) -> AnswerView:
    language = context.language(given.entry)
    return AnswerView(
        label=words.ANSWERS[given.answer.status],
        did=in_language(context.inline(given.entry)(given.answer.did), language),
        when=dates.spoken(given.answer.when) if given.answer.when else "",
        evidence=given.entry.post.title,
        href=context.href(given.entry),
        language=language,
    )


def by_standing(asks: Sequence[AskView]) -> tuple[tuple[str, tuple[AskView, ...]], ...]:
    """The asks under a heading each for where they stand: what waits comes first."""
    groups = (
        (heading, tuple(ask for ask in asks if ask.status == status)) for status, heading in words.HEADINGS.items()
    )
    return tuple((heading, group) for heading, group in groups if group)
