"""What a vote decided, and of how many.

Ties stay ties: we never pick a winner by the order in which options were typed. Amounts are exact fractions.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from plugins.workshops.facts.ranked import Count, leading, ranked_count
from plugins.workshops.record.vote import Option, Vote

BaseKind = Literal["voters", "dots", "scores"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One option's amount (votes, dots, mean score, first preferences or Borda points), and its share of the base.

    `place` counts from 1; options with equal amounts have equal places. `share` is None for means and for an
    unknown base.
    """

    option: Option
    amount: Fraction
    share: Fraction | None
    place: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A counted vote, by option names.

    `sure` have a seat by the counts, the rest of the seats is tied between `tied`. `base` is what shares are of;
    None when it is not known. `turnout` is (took part, present), None when that is not known.
    """

    standings: tuple[Standing, ...]
    sure: tuple[str, ...]
    tied: tuple[str, ...]
    base_kind: BaseKind
    base: int | None
    turnout: tuple[int, int] | None
    count: Count | None = None


def tally(vote: Vote) -> Tally | None:
    """The tally of a vote; None when it has no counts to work with."""
    if vote.counts == "not-kept" or vote.method == "not-known":
        return None
    if vote.method == "ranked":
        return _ranked(vote) if vote.ballots else None
    amounts: dict[str, Fraction | None] = {option.name: _amount(vote, option) for option in vote.options}
    known: dict[str, Fraction] = {name: amount for name, amount in amounts.items() if amount is not None}
    if not known or len(known) < len(amounts):
        return None
    sure, tied = leading(known, vote.seats)
    kind, base = _base(vote)
    standings = _standings(vote, known, None if kind == "scores" else base)
    return Tally(standings, sure, tied, kind, base, turnout(vote))


def _amount(vote: Vote, option: Option) -> Fraction | None:
    if vote.method == "score":
        if option.scores is None or not option.scores.total:
            return None
        total = sum(score * count for score, count in option.scores.pairs)
        return Fraction(total, option.scores.total)
    return None if option.votes is None else Fraction(option.votes)


def _base(vote: Vote) -> tuple[BaseKind, int | None]:
    given = sum(option.votes or 0 for option in vote.options)
    if vote.method == "dots":
        return "dots", given
    if vote.method == "score":
        return "scores", max((option.scores.total for option in vote.options if option.scores), default=0)
    return "voters", given if vote.method == "show-of-hands" else voters(vote)


def voters(vote: Vote) -> int | None:
    """How many handed in a valid vote; None when that does not follow from what is known."""
    if vote.method == "show-of-hands":
        return sum(option.votes or 0 for option in vote.options)
    if vote.method == "ranked":
        return sum(ballot.count for ballot in vote.ballots)
    if vote.present is None or vote.abstained is None:
        return None
    return vote.present - vote.abstained - (vote.spoiled or 0)


def turnout(vote: Vote) -> tuple[int, int] | None:
    """How many took part, spoiled papers included and abstentions not, and how many were present."""
    valid = voters(vote)
    if vote.present is None or valid is None:
        return None
    return valid + (vote.spoiled or 0), vote.present


def _standings(vote: Vote, amounts: dict[str, Fraction], base: int | None) -> tuple[Standing, ...]:
    ordered = sorted(set(amounts.values()), reverse=True)
    places = {amount: 1 + sum(held > amount for held in amounts.values()) for amount in ordered}
    standings = (
        Standing(
            option=option,
            amount=amounts[option.name],
            share=amounts[option.name] / base if base else None,
            place=places[amounts[option.name]],
        )
        for option in vote.options
    )
    return tuple(sorted(standings, key=lambda standing: (standing.place, standing.option.name)))


def _ranked(vote: Vote) -> Tally:
    names: dict[str, str] = {option.id: option.name for option in vote.options if option.id}
    count = ranked_count(vote)
    first = {names[option]: total for option, total in count.rounds[0].totals.items()}
    base = voters(vote)
    return Tally(
        standings=_standings(vote, first, None if vote.counting == "borda" else base),
        sure=tuple(names[option] for option in count.elected),
        tied=tuple(names[option] for option in count.tied),
        base_kind="voters",
        base=base,
        turnout=turnout(vote),
        count=count,
    )


def decided(vote: Vote) -> tuple[str, ...] | None:
    """The options that were chosen: as written, else as counted; None when it is not known, or open in a tie."""
    if vote.chosen is not None:
        return tuple(vote.chosen)
    counted = tally(vote)
    return None if counted is None or counted.tied else counted.sure
