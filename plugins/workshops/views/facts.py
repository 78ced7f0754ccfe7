"""The facts of a workshop beside its story: when, where, who."""

from collections.abc import Iterator

from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.story.html import Html, escaped
from plugins.words import dates, workshops
from plugins.workshops.facts.series import Phase, SeriesState, phase
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.language import LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: a term, and what there is to say of it, a line each."""

    term: str
    lines: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopFactsView:
    """The facts that are known; what is not known is said only where a reader would ask.

    `opening` are those that stand at the top of the page: when, where, how many. `state` is empty once it was held.
    `over` is the moment from which a workshop that is to come is no longer so, or empty.
    """

    state: str
    opening: tuple[Html, ...]
    facts: tuple[Fact, ...]
    over: str = ""


def workshop_facts_view(
    workshop: Workshop, *, state: SeriesState, said: LanguageMarkup, over: str = "", is_overdue: bool = False
) -> WorkshopFactsView:
    """The facts of one workshop; one that is overdue is still called planned, though its date has passed."""
    when = phase(state, is_overdue=is_overdue)
    rows = (
        (workshops.WHEN, (escaped(workshops.moved(workshop.previously)),) if workshop.previously else ()),
        (workshops.WHERE, tuple(_where(workshop, said))),
        (workshops.WHO_CAME[when], tuple(_who(workshop, when, said))),
        (workshops.WHO_LED[when], tuple(map(said.plain, workshop.facilitators))),
        (workshops.ACCESS[when], tuple(map(said.inline, workshop.access))),
    )
    return WorkshopFactsView(
        state="" if state == "held" else workshops.OVERDUE if is_overdue else workshops.STATES[state],
        opening=tuple(_opening(workshop, when, said)),
        facts=tuple(Fact(term=term, lines=lines) for term, lines in rows if lines),
        over=over,
    )


def _opening(workshop: Workshop, when: Phase, said: LanguageMarkup) -> Iterator[Html]:
    start, end = workshop.start, workshop.end
    if isinstance(start, When):
        yield escaped(dates.spoken_span(start, end))
    elif isinstance(start, Clock):
        yield escaped(workshops.clock_without_day(start, end if isinstance(end, Clock) else None))
    elif workshop.status != "held":
        yield escaped(workshops.NO_DATE)
    if workshop.venue:
        yield said.plain(workshop.venue.name)
    if when == "over" and workshop.room:
        yield escaped(workshops.of_us(workshop.room))


def _where(workshop: Workshop, said: LanguageMarkup) -> Iterator[Html]:
    """What the opening does not say of the place."""
    venue = workshop.venue
    if venue and venue.address:
        yield said.plain(venue.address)
    if venue and venue.access:
        yield said.inline(venue.access)


def _who(workshop: Workshop, when: Phase, said: LanguageMarkup) -> Iterator[Html]:
    counts = [group.count for group in workshop.attendance]
    yield from (said.plain(workshops.group(group.group, group.count)) for group in workshop.attendance)
    if counts and not (when == "over" and workshop.room):
        knows_some = any(count is not None for count in counts)
        yield escaped(workshops.all_together(workshop.room, knows_some=knows_some, is_over=when == "over"))
