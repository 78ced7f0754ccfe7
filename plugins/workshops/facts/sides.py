"""Groups of people that a vote's figures show, or let be worked out: each for the methods of voting that have it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from plugins.workshops.facts.figures import present_voters
from plugins.workshops.facts.ranked import Count, Round
from plugins.workshops.record.vote import Vote

Sides = Iterator[int | Fraction]


def _others(vote: Vote) -> int | None:
    """Everybody who could choose an option: where abstentions are not known, all who were there."""
    known = present_voters(vote)
    if known is None and vote.present is not None:
        return vote.present - (vote.spoiled or 0)
    return known


def votes_each(vote: Vote, _: Count | None) -> Sides:
    yield from (option.votes for option in vote.options if option.votes is not None)


def for_and_not_for(vote: Vote, _: Count | None) -> Sides:
    """Those who approved of an option, and those who did not."""
    others = _others(vote)
    for votes in (option.votes for option in vote.options if option.votes is not None):
        yield from (votes,) if others is None else (votes, others - votes)


def scorers(vote: Vote, _: Count | None) -> Sides:
    """Those who gave an option one score, and those who gave it none."""
    others = _others(vote)
    for scores in (option.scores for option in vote.options if option.scores):
        yield from (count for _score, count in scores.pairs)
        yield from () if others is None else (others - scores.total,)


def moved(_: Vote, count: Count | None) -> Sides:
    """What each option had in each round, and what it gained since the round before: those who moved to it."""
    rounds: Sequence[Round] = count.rounds if count else ()
    for each in rounds:
        yield from (*each.totals.values(), each.exhausted)
    for before, after in pairwise(rounds):
        yield from (total - before.totals[option] for option, total in after.totals.items())
        yield after.exhausted - before.exhausted
