"""How the room answered one question: text ready to show."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.words import numbers, votes
from plugins.workshops.facts.methods import method_of
from plugins.workshops.facts.ranked import Round
from plugins.workshops.facts.tally import CountedVote, Tally
from plugins.workshops.record.vote import Option, Vote
from plugins.workshops.views.language import PostTextRenderer


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option. `about` may be None; `count`, `share` and `bar` are empty where no count is told.

    `bar` is the length of the bar, out of 100.
    """

    name: Html
    href: str
    about: Html | None
    result: str
    is_chosen: bool
    count: str = ""
    share: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One round of a ranked count, in words."""

    heading: str
    totals: tuple[Html, ...]
    outcome: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """One vote: what was asked, how, what was decided, and how many, as far as that may be told."""

    anchor: str
    question: Html
    method: str
    decided: Html | None
    counts: str
    tie: Html | None
    tie_break: Html | None
    shows_counts: bool
    count_heading: str
    rows: tuple[OptionRow, ...]
    rounds: tuple[RoundRow, ...]


def ballot_view(result: CountedVote, *, idea_href: Callable[[str], str], said: PostTextRenderer) -> BallotView:
    """A vote, with the figures that it has."""
    vote, tally = result.vote, result.tally
    return BallotView(
        anchor=vote.id,
        question=said.plain(vote.question),
        method=_method_words(vote, is_open=tally is not None),
        decided=decided_sentence(result, said),
        counts=_base_words(vote, tally) if tally else votes.WITHHELD[vote.counts],
        tie=_tie_words(vote, tally, said) if tally else None,
        tie_break=said.inline(vote.tie_break) if vote.tie_break and tally else None,
        shows_counts=tally is not None,
        count_heading=tally.figures.heading(vote) if tally else "",
        rows=_rows(result, tally, idea_href, said),
        rounds=_rounds(vote, tally, said) if tally else (),
    )


def decided_sentence(result: CountedVote, said: PostTextRenderer) -> Html | None:
    """What was decided, in one sentence; None when that is not known."""
    if result.decided is None:
        return None
    if result.is_choice:
        return said.within(votes.decided(result.decided), *result.decided)
    standings = result.tally.standings if result.tally else ()
    amounts: dict[str, str] = {standing.option.name: numbers.amount(standing.amount) for standing in standings}
    scores = [amounts[name] for name in result.decided if name in amounts]
    return said.within(votes.scored_highest(result.decided, scores), *result.decided)


def _method_words(vote: Vote, *, is_open: bool) -> str:
    method = method_of(vote.method)
    exact = method.exact_words(vote) if method.exact_words and is_open else ""
    return exact or method.words


def _rows(
    result: CountedVote, tally: Tally | None, idea_href: Callable[[str], str], said: PostTextRenderer
) -> tuple[OptionRow, ...]:
    standings = {s.option.name: s for s in tally.standings} if tally else {}
    bars = _bars(result.vote, tally) if tally else {}
    rows = []
    for option in [s.option for s in tally.standings] if tally else result.vote.options:
        standing = standings.get(option.name)
        row = OptionRow(
            name=said.plain(option.name),
            href=idea_href(option.idea) if option.idea else "",
            about=said.inline(option.about) if option.about else None,
            result=_result(option, result),
            is_chosen=result.is_choice and option.name in (result.decided or ()),
            count=numbers.amount(standing.amount) if standing else "",
            share=numbers.percent(standing.share) if standing and standing.share is not None else "",
            bar=bars.get(option.name, ""),
        )
        rows.append(row)
    return tuple(rows)


def _bars(vote: Vote, tally: Tally) -> dict[str, str]:
    """The length of each option's bar, out of 100."""
    full = tally.figures.full(vote, max(standing.amount for standing in tally.standings))
    return {standing.option.name: numbers.amount(standing.amount / full * 100) for standing in tally.standings}


def _result(option: Option, result: CountedVote) -> str:
    if result.decided is None:
        return votes.OPEN
    is_leading = option.name in result.decided
    if result.is_choice:
        return votes.CHOSEN if is_leading else votes.NOT_CHOSEN
    return votes.HIGHEST if is_leading else votes.NOT_HIGHEST


def _base_words(vote: Vote, tally: Tally) -> str:
    parts = [votes.BASE_NOT_KNOWN]
    if tally.base is not None:
        parts = [tally.figures.base_words(tally.base)]
    if tally.turnout:
        parts.append(votes.turnout(*tally.turnout))
    if vote.abstained:
        parts.append(votes.abstained(vote.abstained))
    if vote.spoiled:
        parts.append(votes.spoiled(vote.spoiled))
    return " ".join(parts)


def _tie_words(vote: Vote, tally: Tally, said: PostTextRenderer) -> Html | None:
    if not tally.tied:
        return None
    return said.within(votes.tie(tally.tied, seats=vote.seats, open_seats=vote.seats - len(tally.sure)), *tally.tied)


def _rounds(vote: Vote, tally: Tally, said: PostTextRenderer) -> tuple[RoundRow, ...]:
    if tally.count is None or vote.counting == "borda":
        return ()
    names: dict[str, str] = {option.id: option.name for option in vote.options if option.id}
    rows = []
    for number, each in enumerate(tally.count.rounds, start=1):
        ordered = sorted(each.totals.items(), key=lambda pair: (-pair[1], names[pair[0]]))
        totals = [votes.total(names[option], numbers.amount(total)) for option, total in ordered]
        if each.exhausted:
            totals.append(votes.exhausted(numbers.amount(each.exhausted)))
        row = RoundRow(
            heading=votes.round_heading(number),
            totals=tuple(said.within(total, *names.values()) for total in totals),
            outcome=said.within(_outcome(each, names), *names.values()),
        )
        rows.append(row)
    return tuple(rows)


def _outcome(each: Round, names: dict[str, str]) -> str:
    elected, out, level = (
        [names[option] for option in options] for options in (each.elected, each.eliminated, each.level)
    )
    return votes.outcome(elected, out, level)
