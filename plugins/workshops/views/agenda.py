"""The agenda: what a session was made of, in order, and how its time was spent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.moments import Clock
from plugins.story.html import Html
from plugins.words import agenda as words
from plugins.workshops.facts.schedule import Slot, TimeUse, schedule, time_use
from plugins.workshops.facts.series import Phase
from plugins.workshops.record.agenda import AgendaItem, Material
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.language import PostTextRenderer


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialLink:
    """A hand-out or a link; `kind` says what opens, such as PDF, and is empty for a page."""

    title: Html
    href: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item of the agenda; texts that do not apply are empty."""

    title: Html
    kind: str
    time: str
    actual: str
    lead: str
    notes: Html | None
    result: Html | None
    vote_href: str
    decision: Html | None
    materials: tuple[MaterialLink, ...] = ()
    parts: tuple["AgendaRow", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeShare:
    """One kind's share of the time: a piece of the line, drawn from `offset` to `offset` + `length` out of 100."""

    kind: str
    word: str
    offset: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The items in order; `time` says how the time was divided, and `shares` draws it."""

    heading: str
    rows: tuple[AgendaRow, ...]
    time: str
    shares: tuple[TimeShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaContext:
    """What the agenda needs from outside: the workshop's phase, its words, where files beside it are published."""

    phase: Phase
    said: PostTextRenderer
    file_href: Callable[[str], str]


def agenda_view(items: tuple[AgendaItem, ...], workshop: Workshop | None, context: AgendaContext) -> AgendaView:
    """The agenda with the times that were written or follow from those."""
    slots = schedule(items, workshop)
    used = time_use(slots)
    return AgendaView(
        heading=words.HEADINGS[context.phase],
        rows=tuple(_row(slot, context) for slot in slots),
        time=_time_words(used) if used else "",
        shares=tuple(_shares(used)) if used else (),
    )


def _row(slot: Slot, context: AgendaContext) -> AgendaRow:
    part, said = slot.part, context.said
    return AgendaRow(
        title=said.plain(part.title),
        kind=words.kind(part.kind) if part.kind else "",
        time=words.planned(_start(slot), slot.minutes),
        actual=_actual(slot),
        lead=words.led_by(part.lead) if part.lead else "",
        notes=said.inline(part.notes) if part.notes else None,
        result=said.inline(part.result) if part.result else None,
        vote_href=f"#{part.vote}" if part.vote else "",
        decision=said.within(words.decision(part.title), part.title) if part.vote else None,
        materials=tuple(_material(material, context) for material in part.materials),
        parts=tuple(_row(within, context) for within in slot.parts),
    )


def _start(slot: Slot) -> Clock | None:
    return Clock(*divmod(slot.start, 60)) if slot.start is not None else None


def _actual(slot: Slot) -> str:
    actual = slot.part.actual
    return words.actual(_start(slot), actual.start, actual.minutes) if actual else ""


def _material(material: Material, context: AgendaContext) -> MaterialLink:
    title = context.said.plain(material.title)
    if material.file:
        kind = material.file.rpartition(".")[2].upper()
        return MaterialLink(title=title, href=context.file_href(material.file), kind=kind)
    return MaterialLink(title=title, href=material.url or "", kind="")


def _time_words(used: TimeUse) -> str:
    return words.time_use(used.kinds, is_actual=used.basis == "actual", unknown=used.unknown)


def _shares(used: TimeUse) -> Iterator[TimeShare]:
    offset = 0
    for kind, minutes in used.kinds:
        yield TimeShare(
            kind=kind or "other",
            word=words.kind(kind),
            offset=f"{offset * 100 / used.total:.2f}",
            length=f"{minutes * 100 / used.total:.2f}",
        )
        offset += minutes
