"""When each part of a session begins and how long it takes: as written, or where that follows from the rest.

A part begins where the one before it ends; it lasts as long as its own parts together, or until the next one begins,
or, the last one, until the session ends. What does not follow stays unknown.
"""

from collections.abc import Sequence
from typing import Literal

from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.workshops.record.agenda import AgendaItem, AgendaKind, AgendaPart
from plugins.workshops.record.workshop import Workshop

LAST_MINUTE = 24 * 60 - 1


@dataclass(frozen=True, slots=True)
class Slot:
    """A part and its time: `start` in minutes since midnight, `minutes` how long; None is unknown."""

    part: AgendaPart
    start: int | None
    minutes: int | None
    parts: tuple["Slot", ...] = ()

    @property
    def end(self) -> int | None:
        return None if self.start is None or self.minutes is None else self.start + self.minutes


@dataclass(frozen=True, slots=True)
class TimeUse:
    """Minutes by kind, in the order in which the kinds come first; `unknown` parts are in none of them.

    `basis` is `actual` when it is known how long every part really took, else `planned`.
    """

    basis: Literal["planned", "actual"]
    kinds: tuple[tuple[AgendaKind | None, int], ...]
    unknown: int

    @property
    def total(self) -> int:
        """All minutes that are known."""
        return sum(minutes for _, minutes in self.kinds)


def schedule(items: Sequence[AgendaItem], workshop: Workshop | None) -> tuple[Slot, ...]:
    """The plan of a session, with what follows from it."""
    return _slots(items, begins(workshop), ends(workshop))


def begins(workshop: Workshop | None) -> int | None:
    """The minute of the day at which a session begins."""
    start = workshop.start if workshop else None
    clock = start.clock if isinstance(start, When) else start
    return clock.minutes if clock else None


def ends(workshop: Workshop | None) -> int | None:
    """The minute of the day at which a session ends; None for one that runs over several days."""
    end = workshop.end if workshop else None
    if isinstance(end, When):
        start = workshop.start if workshop else None
        same = isinstance(start, When) and (start.year, start.month, start.day) == (end.year, end.month, end.day)
        end = end.clock if same else None
    return end.minutes if isinstance(end, Clock) else None


def _slots(parts: Sequence[AgendaPart], begin: int | None, end: int | None) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    cursor = begin
    for index, part in enumerate(parts):
        start = part.start.minutes if part.start else cursor
        is_last = index + 1 == len(parts)
        until = end if is_last else _written_start(parts[index + 1])
        minutes = _minutes(part, start, until)
        inner = part.items if isinstance(part, AgendaItem) else ()
        stop = None if start is None or minutes is None else start + minutes
        slots.append(Slot(part, _on_the_clock(start), minutes, _slots(inner, start, stop)))
        cursor = stop
    return tuple(slots)


def _written_start(part: AgendaPart) -> int | None:
    return part.start.minutes if part.start else None


def _minutes(part: AgendaPart, start: int | None, until: int | None) -> int | None:
    if part.minutes is not None:
        return part.minutes
    inner = part.items if isinstance(part, AgendaItem) else ()
    lengths = [within.minutes for within in inner if within.minutes is not None]
    if inner and len(lengths) == len(inner):
        return sum(lengths)
    return until - start if start is not None and until is not None and until > start else None


def _on_the_clock(minute: int | None) -> int | None:
    return minute if minute is not None and minute <= LAST_MINUTE else None


def time_use(slots: Sequence[Slot]) -> TimeUse | None:
    """How a session's time is divided between kinds of parts; None when no length is known."""
    really = [slot.part.actual.minutes if slot.part.actual else None for slot in slots]
    is_actual = bool(really) and None not in really
    lengths = really if is_actual else [slot.minutes for slot in slots]
    kinds: dict[AgendaKind | None, int] = {}
    for slot, minutes in zip(slots, lengths, strict=True):
        if minutes:
            kinds[slot.part.kind] = kinds.get(slot.part.kind, 0) + minutes
    if not kinds:
        return None
    return TimeUse("actual" if is_actual else "planned", tuple(kinds.items()), lengths.count(None))
