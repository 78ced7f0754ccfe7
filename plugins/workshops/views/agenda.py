"""The agenda: what a session was made of, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.moments import spoken_clock
from plugins.story.html import Html
from plugins.workshops.record.agenda import AgendaItem, AgendaKind, AgendaPart

KIND_WORDS: dict[AgendaKind, str] = {
    "welcome": "Welcome",
    "icebreaker": "Ice-breaker",
    "talk": "Talk",
    "exercise": "Exercise",
    "discussion": "Discussion",
    "vote": "Vote",
    "feedback": "Feedback",
    "break": "Break",
    "meal": "Meal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item of the agenda; texts that do not apply are empty."""

    title: str
    kind: str
    time: str
    lead: str
    notes: Html | None
    result: Html | None
    vote_href: str
    parts: tuple["AgendaRow", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The items in order."""

    rows: tuple[AgendaRow, ...]


def agenda_view(items: tuple[AgendaItem, ...], *, inline: Callable[[str], Html]) -> AgendaView:
    """The agenda as it was written: nothing is made of times that are not given."""
    return AgendaView(rows=tuple(_row(item, inline, item.items) for item in items))


def _row(part: AgendaPart, inline: Callable[[str], Html], inner: tuple[AgendaPart, ...] = ()) -> AgendaRow:
    return AgendaRow(
        title=part.title,
        kind=KIND_WORDS[part.kind] if part.kind else "",
        time=_time(part),
        lead=f"Led by {part.lead}" if part.lead else "",
        notes=inline(part.notes) if part.notes else None,
        result=inline(part.result) if part.result else None,
        vote_href=f"#{part.vote}" if part.vote else "",
        parts=tuple(_row(held, inline) for held in inner),
    )


def _time(part: AgendaPart) -> str:
    start = spoken_clock(part.start) if part.start else ""
    minutes = f"{part.minutes} minutes" if part.minutes else ""
    return ", ".join(filter(None, (start, minutes)))
