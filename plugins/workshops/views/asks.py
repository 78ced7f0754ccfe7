"""You said, we did: each ask, its answers, and how long it has waited."""

from collections.abc import Sequence

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import asks as words
from plugins.words import dates
from plugins.workshops.facts.asks import Ask, AskStatus, GivenAnswer
from plugins.workshops.views.language import EntryContext, LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What was done, with the words that stand before it; `when` is empty when not known."""

    label: str
    is_done: bool
    did: Html
    when: str
    evidence: Html
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """Something that was asked for; `asked` says where, `waiting` that there is no answer, or is empty."""

    said: Html
    status: AskStatus
    asked: Html
    waiting: str
    href: str
    answers: tuple[AnswerView, ...]


def ask_view(ask: Ask, context: EntryContext) -> AskView:
    """One ask; its link leads to where it was said."""
    said = context.said(ask.entry)
    return AskView(
        said=said.marked(Html(words.wish(said.markdown(ask.remark.said).html))),
        status=ask.status,
        asked=_asked(ask, said),
        waiting=words.WAITING if ask.status == "open" else "",
        href=f"{context.href(ask.entry)}#{ask_anchor(ask)}",
        answers=tuple(_answer(given, context) for given in ask.answers),
    )


def ask_anchor(ask: Ask) -> str:
    """Where an ask stands on its own post's page."""
    return ask.remark.id or f"ask-{ask.position + 1}"


def _asked(ask: Ask, said: LanguageMarkup) -> Html:
    post = ask.entry.post
    where = words.asked(post.workshop.number if post.workshop else None, post.title, ask.waited)
    return said.within(where, post.title)


def _answer(given: GivenAnswer, context: EntryContext) -> AnswerView:
    said = context.said(given.entry)
    return AnswerView(
        label=words.ANSWERS[given.answer.status],
        is_done=given.answer.status == "done",
        did=said.inline(given.answer.did),
        when=dates.spoken(given.answer.when) if given.answer.when else "",
        evidence=said.plain(given.entry.post.title),
        href=context.href(given.entry),
    )


def by_standing(asks: Sequence[AskView]) -> tuple[tuple[str, tuple[AskView, ...]], ...]:
    """The asks under a heading each for where they stand: what waits comes first."""
    groups = (
        (heading, tuple(ask for ask in asks if ask.status == status)) for status, heading in words.HEADINGS.items()
    )
    return tuple((heading, group) for heading, group in groups if group)
