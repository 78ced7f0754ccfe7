"""Decisions in order: what was asked, what came of it, how close it was as far as that is told, and the ideas in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace

from plugins.records import dataclass
from plugins.story.html import Html, escaped
from plugins.words import decisions as words
from plugins.words import prototypes
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.decisions import MeetingDecisions
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.design import Prototype
from plugins.workshops.views.ballot import answer, margin
from plugins.workshops.views.language import EntryContext


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedIdea:
    """An idea that was decided on, and where it stands now; `href` leads to its story."""

    name: Html
    href: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """One vote or verdict; `href` leads to where it stands in the record of its meeting.

    `sign` is drawn before the answer. `margin` says how close it was, and is empty where there is nothing to say.
    `more` is how a tie was settled, or what was learned. `led_to` stands before the ideas.
    """

    anchor: str
    word: str
    question: Html
    href: str
    answer: Html
    sign: str
    margin: str = ""
    more: Html | None = None
    led_to: str = ""
    ideas: tuple[DecidedIdea, ...] = ()


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """What is known of ideas: the one that a prototype of a post tries out, and how each is shown, by its reference."""

    of_prototype: Callable[[DiaryEntry, Prototype], str | None]
    shown: Callable[[str], DecidedIdea | None] = field(repr=False)


def decision_anchor(entry: DiaryEntry, name: str) -> str:
    """Where a decision stands on the page of all: by its post, and its own id there. No id has a full stop in it."""
    return f"{entry.slug}.{name.rpartition('#')[2]}"


def decision_views(meeting: MeetingDecisions, context: EntryContext, ideas: DecidedOn) -> Iterator[DecisionView]:
    for counted in meeting.votes:
        yield _vote(meeting.entry, counted, context, ideas)
    for prototype in meeting.verdicts:
        yield _verdict(meeting.entry, prototype, context, ideas)


def _vote(entry: DiaryEntry, counted: CountedVote, context: EntryContext, ideas: DecidedOn) -> DecisionView:
    said, vote = context.said(entry), counted.vote
    chosen = (option.idea for option in vote.options if option.idea and option.name in (counted.decided or ()))
    return DecisionView(
        anchor=decision_anchor(entry, vote.id),
        word=words.KINDS["vote"],
        question=said.plain(vote.question),
        href=context.href_in_record(entry, vote.id),
        answer=answer(counted, said),
        sign="tick" if counted.decided else "open",
        margin=margin(counted),
        more=said.inline(vote.tie_break) if vote.tie_break and counted.tally else None,
        led_to=words.CAME_OF_IT,
        ideas=_shown(chosen, ideas),
    )


def _verdict(entry: DiaryEntry, prototype: Prototype, context: EntryContext, ideas: DecidedOn) -> DecisionView:
    said, name = context.said(entry), prototype.id.rpartition("#")[2]
    idea = ideas.of_prototype(entry, prototype)
    shown = _shown((idea,) if idea else (), ideas)
    return DecisionView(
        anchor=decision_anchor(entry, name),
        word=words.KINDS["verdict"],
        question=shown[0].name if shown else escaped(name),
        href=f"{context.href(entry)}#{name}",
        answer=escaped(prototypes.STATUSES[prototype.status]),
        sign="cancelled" if prototype.status == "dropped" else "tick",
        led_to=words.STORY,
        more=said.inline(prototype.learned) if prototype.learned else None,
        ideas=tuple(replace(each, standing="") for each in shown if each.href),
    )


def _shown(references: Iterable[str], ideas: DecidedOn) -> tuple[DecidedIdea, ...]:
    return tuple(idea for reference in references if (idea := ideas.shown(reference)))
