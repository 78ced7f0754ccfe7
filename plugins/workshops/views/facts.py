"""The facts of a workshop beside its story: when, where, who."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.moments import Clock, When
from plugins.story.html import Html, escaped
from plugins.words import dates
from plugins.workshops.facts.attendance import group_words, total_words
from plugins.workshops.facts.series import SeriesState
from plugins.workshops.record.workshop import Workshop

_STATES: dict[SeriesState, str] = {
    "held": "This workshop was held.",
    "next": "This is our next workshop.",
    "planned": "This workshop is planned.",
    "postponed": "This workshop was put off to another day.",
    "cancelled": "This workshop was called off.",
}

OVERDUE = "The date of this workshop has passed. How it went is not written yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: a term, and what there is to say of it, a line each."""

    term: str
    lines: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopFactsView:
    """The facts that are known; what is not known is said only where a reader would ask.

    `over` is the moment from which a workshop that is to come is no longer so, or empty.
    """

    state: str
    facts: tuple[Fact, ...]
    over: str = ""


def workshop_facts_view(
    workshop: Workshop, *, state: SeriesState, inline: Callable[[str], Html], over: str = "", is_overdue: bool = False
) -> WorkshopFactsView:
    """The facts of one workshop; one that is overdue is still called planned, though its date has passed."""
    rows = (
        ("When", tuple(map(escaped, _when(workshop)))),
        ("Where", tuple(_where(workshop, inline))),
        ("Who came", tuple(map(escaped, _who(workshop)))),
        ("Who led it", tuple(map(escaped, workshop.facilitators))),
        ("What was provided", tuple(map(inline, workshop.access))),
    )
    return WorkshopFactsView(
        state=OVERDUE if is_overdue else _STATES[state],
        facts=tuple(Fact(term=term, lines=lines) for term, lines in rows if lines),
        over=over,
    )


def _when(workshop: Workshop) -> Iterator[str]:
    start, end = workshop.start, workshop.end
    if isinstance(start, When):
        yield dates.spoken_span(start, end)
    elif isinstance(start, Clock):
        until = f" to {dates.spoken_clock(end)}" if isinstance(end, Clock) else ""
        yield f"From {dates.spoken_clock(start)}{until}; the day is not known yet"
    elif workshop.status != "held":
        yield "The date is not known yet."
    if workshop.previously:
        yield f"Before it was moved: {dates.spoken(workshop.previously)}"


def _where(workshop: Workshop, inline: Callable[[str], Html]) -> Iterator[Html]:
    venue = workshop.venue
    if venue:
        yield escaped(venue.name)
        if venue.address:
            yield escaped(venue.address)
        if venue.access:
            yield inline(venue.access)


def _who(workshop: Workshop) -> Iterator[str]:
    yield from (group_words(group) for group in workshop.attendance)
    if words := total_words(workshop.attendance):
        yield words
