"""The agenda: what a session was made of, in order, and how its time was spent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from plugins.moments import Clock
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import agenda as words
from plugins.workshops.facts.schedule import Slot, TimeUse, schedule, time_use
from plugins.workshops.facts.series import Phase
from plugins.workshops.record.agenda import AgendaItem, Material
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.asks import AgendaAnswer, part_anchor
from plugins.workshops.views.language import LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialLink:
    """A hand-out or a link; `kind` says what opens, such as PDF, and is empty for a page."""

    title: Html
    href: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item of the agenda; texts that do not apply are empty.

    `anchor` is set where something leads to it. `sign` is the kind, for its drawn sign. `facts` are its kind, how long
    it took, who led it, and what was not as planned.
    """

    title: Html
    sign: str
    start: str
    facts: tuple[str, ...]
    notes: Html | None
    result: Html | None
    vote_href: str
    decision: Html | None
    materials: tuple[MaterialLink, ...] = ()
    answers: tuple[AgendaAnswer, ...] = ()
    anchor: str = ""
    parts: tuple["AgendaRow", ...] = ()
    parts_heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeShare:
    """One kind's share of the time, in words; `bar` is its length out of 100, that of the longest."""

    kind: str
    minutes: str
    bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The items in order, and how the time was divided: `time` says of what, `unknown` what is not known of it.

    `count` says how many they are. It `has_times` if it is known of any item when it began.
    """

    heading: str
    count: str
    is_over: bool
    has_times: bool
    rows: tuple[AgendaRow, ...]
    time: str
    shares: tuple[TimeShare, ...]
    unknown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaContext:
    """What the agenda needs from outside: the workshop's phase, its words, where files beside it are published.

    `answers` are those of the post, by the ask that each answers.
    """

    phase: Phase
    said: LanguageMarkup
    file_href: Callable[[str], str]
    answers: Mapping[str, AgendaAnswer] = field(default_factory=dict)


def agenda_view(items: tuple[AgendaItem, ...], workshop: Workshop | None, context: AgendaContext) -> AgendaView:
    """The agenda with the times that were written or follow from those."""
    slots = schedule(items, workshop)
    used = time_use(slots)
    return AgendaView(
        heading=words.HEADINGS[context.phase],
        count=words.parts(len(slots)),
        is_over=context.phase == "over",
        has_times=any(slot.start is not None for slot in slots),
        rows=_rows(slots, context),
        time=words.time_use(used.total, is_actual=used.basis == "actual") if used else "",
        shares=tuple(_shares(used)) if used else (),
        unknown=words.time_not_known(used.unknown) if used and used.unknown else "",
    )


def _rows(slots: Sequence[Slot], context: AgendaContext, within: str = "") -> tuple[AgendaRow, ...]:
    return tuple(_row(slot, f"{within}{number}", context) for number, slot in enumerate(slots, start=1))


def _row(slot: Slot, number: str, context: AgendaContext) -> AgendaRow:
    part, said, start = slot.part, context.said, _start(slot)
    return AgendaRow(
        title=said.plain(part.title),
        sign=part.kind or "",
        start=words.start(start) if start else "",
        facts=tuple(_facts(slot)),
        notes=said.inline(part.notes) if part.notes else None,
        result=said.inline(part.result) if part.result else None,
        vote_href=f"#{part.vote}" if part.vote else "",
        decision=said.within(words.decision(part.title), part.title) if part.vote else None,
        materials=tuple(_material(material, context) for material in part.materials),
        answers=tuple(context.answers[asked] for asked in part.answers if asked in context.answers),
        anchor=part_anchor(number) if part.answers else "",
        parts=_rows(slot.parts, context, f"{number}-"),
        parts_heading=words.parts(len(slot.parts)),
    )


def _facts(slot: Slot) -> Iterator[str]:
    part = slot.part
    if part.kind:
        yield words.kind(part.kind)
    if slot.minutes:
        yield words.length(slot.minutes)
    if part.lead:
        yield words.led_by(part.lead)
    if actual := _actual(slot):
        yield actual


def _start(slot: Slot) -> Clock | None:
    return Clock(*divmod(slot.start, 60)) if slot.start is not None else None


def _actual(slot: Slot) -> str:
    actual, planned = slot.part.actual, _start(slot)
    if actual is None:
        return ""
    started = actual.start if actual.start != planned else None
    return words.actual(planned, started, actual.minutes if actual.minutes != slot.minutes else None)


def _material(material: Material, context: AgendaContext) -> MaterialLink:
    title = context.said.plain(material.title)
    if material.file:
        kind = material.file.rpartition(".")[2].upper()
        return MaterialLink(title=title, href=context.file_href(material.file), kind=kind)
    return MaterialLink(title=title, href=material.url or "", kind="")


def _shares(used: TimeUse) -> Iterator[TimeShare]:
    longest = max(minutes for _, minutes in used.kinds)
    for kind, minutes in used.kinds:
        yield TimeShare(kind=words.kind(kind), minutes=words.length(minutes), bar=f"{minutes * 100 / longest:.1f}")
