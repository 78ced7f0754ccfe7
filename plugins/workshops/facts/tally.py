"""What a vote decided, and of how many.

Ties stay ties: we never pick a winner by the order in which options were typed. Amounts are exact fractions.
"""

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction

from plugins.records import dataclass
from plugins.workshops.facts.methods import Figures, method_of
from plugins.workshops.facts.ranked import Count, leading, ranked_count
from plugins.workshops.record.vote import Option, Vote


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
    None when it is not known. `turnout` is (took part, present), None when that is not known. `figures` are those
    of its method.
    """

    standings: tuple[Standing, ...]
    sure: tuple[str, ...]
    tied: tuple[str, ...]
    base: int | None
    turnout: tuple[int, int] | None
    figures: Figures = field(repr=False)
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class CountedVote:
    """A vote, counted once; everything that tells of it is made from this.

    `tally` is None when there are no counts to work with, or none that are published. `decided` are the options that
    were chosen, as written, else as counted: None when that is not known, or open in a tie.
    """

    vote: Vote
    tally: Tally | None
    decided: tuple[str, ...] | None

    @property
    def is_choice(self) -> bool:
        """Whether what came first was chosen: the highest score alone chooses nothing."""
        figures = method_of(self.vote.method).figures
        return self.vote.chosen is not None or figures is None or figures.is_choice


def counted_vote(vote: Vote) -> CountedVote:
    """Count a vote whose options, ballots and amounts fit together."""
    tally = _tally(vote)
    if vote.chosen is not None:
        return CountedVote(vote, tally, tuple(vote.chosen))
    return CountedVote(vote, tally, None if tally is None or tally.tied else tally.sure)


def _tally(vote: Vote) -> Tally | None:
    figures = method_of(vote.method).figures
    if vote.counts == "not-kept" or figures is None:
        return None
    if figures.written_in == "ballots":
        return _ranked(vote, figures) if vote.ballots else None
    amounts: dict[str, Fraction | None] = {option.name: figures.amount(option) for option in vote.options}
    known: dict[str, Fraction] = {name: amount for name, amount in amounts.items() if amount is not None}
    if not known or len(known) < len(amounts):
        return None
    return _from_amounts(vote, figures, known, leading(known, vote.seats))


def _ranked(vote: Vote, figures: Figures) -> Tally:
    names: dict[str, str] = {option.id: option.name for option in vote.options if option.id}
    count = ranked_count(vote)
    first = {names[option]: total for option, total in count.rounds[0].totals.items()}
    sure, tied = (tuple(names[option] for option in options) for options in (count.elected, count.tied))
    return _from_amounts(vote, figures, first, (sure, tied), count)


def _from_amounts(
    vote: Vote,
    figures: Figures,
    amounts: Mapping[str, Fraction],
    outcome: tuple[tuple[str, ...], tuple[str, ...]],
    count: Count | None = None,
) -> Tally:
    base = figures.base(vote)
    sure, tied = outcome
    return Tally(
        standings=_standings(vote, amounts, base if figures.has_shares(vote) else None),
        sure=sure,
        tied=tied,
        base=base,
        turnout=_turnout(vote, figures),
        figures=figures,
        count=count,
    )


def _turnout(vote: Vote, figures: Figures) -> tuple[int, int] | None:
    """How many took part, spoiled papers included and abstentions not, and how many were present."""
    valid = figures.voters(vote)
    if vote.present is None or valid is None:
        return None
    return valid + (vote.spoiled or 0), vote.present


def _standings(vote: Vote, amounts: Mapping[str, Fraction], base: int | None) -> tuple[Standing, ...]:
    places: dict[Fraction, int] = {}
    for place, amount in enumerate(sorted(amounts.values(), reverse=True), start=1):
        places.setdefault(amount, place)
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
