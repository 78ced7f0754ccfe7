"""Groups of people that a vote's figures show, or let be worked out: each for the methods of voting that have it.

They are asked for where it is known how many were present. Figures that do not say how many people are behind them
(dots, several choices each) still say between which numbers they lie: such a side is a `Span`. Where a reader could
think of two ways in which the vote went, both are looked at.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from plugins.workshops.facts.borda_inference import small_places
from plugins.workshops.facts.figures import given, present_voters
from plugins.workshops.facts.ranked import Count, Round
from plugins.workshops.record.vote import Vote


class Span(NamedTuple):
    """A number of people that lies between these two, ends included; every whole number between them may be it."""

    least: int | Fraction
    most: int | Fraction


Sides = Iterator[Span]


def exactly(*people: int | Fraction) -> Sides:
    """Sides that the figures show as they are."""
    return (Span(number, number) for number in people)


def _others(vote: Vote) -> int:
    """Everybody who could choose an option: where abstentions are not known, all who were there."""
    known = present_voters(vote)
    return (vote.present or 0) - (vote.spoiled or 0) if known is None else known


def _votes(vote: Vote) -> list[int]:
    return [option.votes for option in vote.options if option.votes is not None]


def votes_each(vote: Vote, _: Count | None, _few: int) -> Sides:
    return exactly(*_votes(vote))


def for_and_not_for(vote: Vote, _: Count | None, _few: int) -> Sides:
    """Those who approved of an option, those who did not, and those who chose more than one, if all chose something."""
    others, voters = _others(vote), present_voters(vote)
    yield from exactly(*_votes(vote))
    yield from exactly(*(others - votes for votes in _votes(vote)))
    if voters is not None and len(vote.options) > 1:
        second_choices = given(vote) - voters
        yield Span(_fewest(second_choices, len(vote.options) - 1), min(second_choices, voters))


def stickers(vote: Vote, _: Count | None, _few: int) -> Sides:
    """Those who gave an option a dot and those who did not (one each, or more on one), and those who kept some."""
    each, others = vote.dots_each or 1, _others(vote)
    for votes in _votes(vote):
        yield Span(_fewest(votes, each), votes)
        yield from exactly(others - votes)
    kept = others * each - given(vote)
    yield Span(_fewest(kept, each), kept)


def _fewest(dots: int, each: int) -> int:
    """How many people are needed for so many, with at most `each` of one."""
    return -(-dots // each)


def scorers(vote: Vote, _: Count | None, _few: int) -> Sides:
    """Those who gave an option one score, and those who gave it none."""
    others = _others(vote)
    for scores in (option.scores for option in vote.options if option.scores):
        yield from exactly(*(count for _score, count in scores.pairs))
        yield from exactly(others - scores.total)


def preferences(vote: Vote, count: Count | None, few: int) -> Sides:
    """What rounds show of each option and of those who moved; what points show of the places that options had."""
    rounds: Sequence[Round] = count.rounds if count else ()
    if vote.counting == "borda":
        yield from exactly(*small_places(vote, few))
        return
    for each in rounds:
        yield from exactly(*each.totals.values(), each.exhausted)
    for before, after in pairwise(rounds):
        yield from exactly(*(total - before.totals[option] for option, total in after.totals.items()))
        yield from exactly(after.exhausted - before.exhausted)
    quota = count.quota if count and count.quota else Fraction(0)
    yield from exactly(*_papers_moved(vote, rounds, quota))


def _papers_moved(vote: Vote, rounds: Sequence[Round], quota: Fraction) -> Iterator[int]:
    """How many papers of one worth moved to one option: a gain of 5.25 may be 5 papers and a quarter of one."""
    places = [0] * len(vote.ballots)
    worth = [Fraction(1)] * len(vote.ballots)
    held_by: list[str | None] = [None] * len(vote.ballots)
    for number, each in enumerate(rounds):
        moved: Counter[tuple[str | None, Fraction]] = Counter()
        for paper, ballot in enumerate(vote.ballots):
            while places[paper] < len(ballot.ranking) and ballot.ranking[places[paper]] not in each.totals:
                places[paper] += 1
            before = held_by[paper]
            held_by[paper] = now = ballot.ranking[places[paper]] if places[paper] < len(ballot.ranking) else None
            if number and before != now:
                earlier = rounds[number - 1]
                if before in earlier.elected:
                    worth[paper] *= (earlier.totals[before] - quota) / earlier.totals[before]
                moved[now, worth[paper]] += ballot.count
        yield from (papers for (_, value), papers in moved.items() if value)
