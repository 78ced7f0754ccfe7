"""You said, we did: each ask, its answers, and how long it has waited."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import asks as words
from plugins.words import dates
from plugins.workshops.facts.asks import Ask, AskStatus, GivenAnswer
from plugins.workshops.views.language import EntryContext, LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What was done, with the words that stand before it; `when` is empty when not known.

    `href` leads to the meeting that is its `evidence`, `part_href` to the `part` of its agenda, where that is known.
    """

    label: str
    is_done: bool
    did: Html
    when: str
    evidence: Html
    href: str
    part: Html | None = None
    part_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """Something that was asked for; `asked` says where, `waiting` that there is no answer, or is empty.

    `since` is the day since which it waits, for machines; `decided_href` leads to what was decided where it was asked.
    Both may be empty.
    """

    anchor: str
    said: Html
    status: AskStatus
    asked: Html
    waiting: str
    href: str
    answers: tuple[AnswerView, ...]
    since: str = ""
    decided_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAnswer:
    """What was answered in a part of the session, and where the answer stands."""

    words: Html
    href: str


def ask_view(ask: Ask, context: EntryContext, *, decided_href: str = "") -> AskView:
    """One ask; its link leads to where it was said."""
    said, day = context.said(ask.entry), ask.asked_on
    is_open = ask.status == "open"
    return AskView(
        anchor=asks_anchor(ask),
        said=said.marked(Html(_wish(ask, context))),
        status=ask.status,
        asked=_asked(ask, said),
        waiting=words.waiting_since(dates.spoken(replace(day, clock=None)) if day else "") if is_open else "",
        since=day.iso[:10] if is_open and day and day.day else "",
        decided_href=decided_href,
        href=context.href_in_record(ask.entry, ask_anchor(ask)),
        answers=tuple(_answer(given, context) for given in ask.answers),
    )


def ask_anchor(ask: Ask) -> str:
    """Where an ask stands on its own post's page."""
    return ask.remark.id or f"ask-{ask.position + 1}"


def answered_views(asks: Iterable[Ask], context: EntryContext) -> tuple[AskView, ...]:
    """What one post answers, in the order in which it is written; each of the `asks` has that one answer."""
    in_order = sorted(asks, key=lambda ask: ask.answers[0].position)
    views = ((ask_view(ask, context), _answer_anchor(ask.answers[0])) for ask in in_order)
    return tuple(
        replace(view, anchor=anchor, answers=tuple(map(without_evidence, view.answers))) for view, anchor in views
    )


def without_evidence(answer: AnswerView) -> AnswerView:
    """An answer where its meeting stands already, or another page leads to it."""
    return replace(answer, href="", part=None)


def on_the_agenda(asks: Iterable[Ask], context: EntryContext) -> dict[str, AgendaAnswer]:
    """The same for its agenda, by the ask as it is written there."""
    return {
        each.answer.to: AgendaAnswer(
            words=context.said(ask.entry).marked(Html(words.answered_then(_wish(ask, context)))),
            href=f"#{_answer_anchor(each)}",
        )
        for ask in asks
        for each in ask.answers
    }


def _wish(ask: Ask, context: EntryContext) -> str:
    return words.wish(context.said(ask.entry).markdown(ask.remark.said).html)


def _answer_anchor(given: GivenAnswer) -> str:
    return f"answered-{given.position + 1}"


def asks_anchor(ask: Ask) -> str:
    """Where an ask stands on the page of all asks: by its post first, whose slug no other has."""
    return f"{ask.entry.slug}.{ask_anchor(ask)}"


def _asked(ask: Ask, said: LanguageMarkup) -> Html:
    post = ask.entry.post
    where = words.asked(post.workshop.number if post.workshop else None, post.title, ask.waited)
    return said.within(where, post.title)


def _answer(given: GivenAnswer, context: EntryContext) -> AnswerView:
    said, part = context.said(given.entry), given.agenda_part
    return AnswerView(
        label=words.ANSWERS[given.answer.status],
        is_done=given.answer.status == "done",
        did=said.inline(given.answer.did),
        when=dates.spoken(given.answer.when) if given.answer.when else "",
        evidence=said.plain(given.entry.post.title),
        href=f"{context.href(given.entry)}#{_answer_anchor(given)}",
        part=said.plain(part[1].title) if part else None,
        part_href=context.href_in_record(given.entry, part_anchor(part[0])) if part else "",
    )


def part_anchor(number: str) -> str:
    """Where a part of the agenda stands on its post's page."""
    return f"agenda-{number}"


def by_standing(asks: Sequence[AskView]) -> tuple[tuple[str, tuple[AskView, ...]], ...]:
    """The asks, the oldest first, under a heading each for where they stand.

    What waits comes first, and what has waited longest first in it; of all others the newest.
    """
    groups = (
        (heading, tuple(ask for ask in (asks if status == "open" else reversed(asks)) if ask.status == status))
        for status, heading in words.HEADINGS.items()
    )
    return tuple((heading, group) for heading, group in groups if group)
