"""Ranked ballots, counted round by round.

Single transferable vote: Droop quota, fractional surplus (the weighted inclusive Gregory method); with one seat and the
majority of the papers still in play as its quota it is the instant run-off. Borda: with n options the first of a paper
gets n - 1 points, the next one less, and options that the paper leaves out get none.

Nothing is decided by the order in which options were typed. When the last place is shared, earlier rounds are looked
at, from the latest to the first [Electoral Reform Society, STV rules]; options that shared it in all of them go out
together if together they could not have overtaken anybody. Else every way in which a lot could have gone is counted to
its end: who has a seat in all of them is elected, and between those who have one in some of them the count is tied.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from fractions import Fraction
from itertools import chain, groupby
from typing import assert_never

from plugins.records import dataclass
from plugins.workshops.facts.count_work import CountTooLong, CountWork
from plugins.workshops.record.vote import Vote

Totals = Mapping[str, Fraction]

MOST_WAYS = 250
"""How many ways of a lot are counted, enough for five options level all along; beyond, all still in are tied."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round: what each option had, who was elected or went out after it, and how many papers had run out.

    `level` shared the last place and nothing parted them; `elected` are then those who have a seat whichever goes out.
    """

    totals: Totals
    elected: tuple[str, ...] = ()
    eliminated: tuple[str, ...] = ()
    exhausted: Fraction = Fraction(0)
    level: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A whole count; `tied` are the options between which the last seats are open. `quota` is None for Borda."""

    rounds: tuple[Round, ...]
    elected: tuple[str, ...]
    tied: tuple[str, ...] = ()
    quota: Fraction | None = None


@dataclass(slots=True)
class _Paper:
    """One ranking, what all papers that say it are still worth, and the place in it that has been reached."""

    ranking: tuple[str, ...]
    weight: Fraction | int
    place: int = 0


def ranked_count(vote: Vote) -> Count:
    """Count the ballots of a ranked vote, by option id, as its `counting` says; raises CountTooLong."""
    options = tuple(option.id for option in vote.options if option.id)
    papers = [_Paper(tuple(ballot.ranking), ballot.count) for ballot in vote.ballots]
    match vote.counting:
        case "borda":
            return _borda(options, papers, vote.seats)
        case "instant-runoff" | "stv":
            transfer = _Transfer(options, papers, vote.seats, is_runoff=vote.counting == "instant-runoff")
        case None:
            raise ValueError("a ranked vote without a way of counting cannot be counted")
        case _:
            assert_never(vote.counting)
    level = transfer.run()
    tied = _by_lot(transfer, level) if level else ()
    return Count(tuple(transfer.rounds), tuple(transfer.elected), tied, transfer.quota)


def _borda(options: Sequence[str], papers: Sequence[_Paper], seats: int) -> Count:
    points = dict.fromkeys(options, 0)
    for paper in papers:
        for place, option in enumerate(paper.ranking):
            points[option] += int(paper.weight) * (len(options) - 1 - place)
    totals = {option: Fraction(total) for option, total in points.items()}
    elected, tied = leading(totals, seats)
    return Count(rounds=(Round(totals, elected=elected),), elected=elected, tied=tied)


def leading(totals: Totals, seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those who surely have a seat, and those between whom the remaining seats are tied."""
    sure: list[str] = []
    ordered = sorted(totals, key=totals.__getitem__, reverse=True)
    for _, same in groupby(ordered, key=totals.__getitem__):
        level = tuple(same)
        if len(sure) + len(level) > seats:
            return tuple(sure), level if len(sure) < seats else ()
        sure += level
    return tuple(sure), ()


class _Transfer:
    """A count by transfer, as far as it has come: who is still in, with the papers that are theirs now."""

    def __init__(self, options: Sequence[str], papers: Iterable[_Paper], seats: int, *, is_runoff: bool) -> None:
        self.seats = seats
        self.is_runoff = is_runoff
        self.quota = Fraction(0)
        self.rounds: list[Round] = []
        self.elected: list[str] = []
        self.work = CountWork()
        self._piles: dict[str, list[_Paper]] = {option: [] for option in options}
        self._totals: dict[str, Fraction | int] = dict.fromkeys(options, 0)
        self._exhausted: Fraction | int = 0
        for paper in papers:
            self._lay(paper)

    @property
    def hopeful(self) -> Collection[str]:
        """Who is still in, in the order in which the options were typed."""
        return self._totals.keys()

    def run(self) -> tuple[str, ...]:
        """Count to the end, or to a last place that nothing parts; those who share it."""
        while self.vacant:
            now = self._round()
            over = [option for option in self.hopeful if now.totals[option] >= self.quota]
            if len(self.hopeful) <= self.vacant:
                self._note(replace(now, elected=tuple(self.hopeful)))
                break
            if over:
                self._elect(now, over)
                continue
            last = self._last(now.totals)
            if len(last) > 1 and not self._may_go_together(last, now.totals):
                self.rounds.append(replace(now, level=last))
                return last
            self._note(replace(now, eliminated=last))
        return ()

    @property
    def vacant(self) -> int:
        return self.seats - len(self.elected)

    def without(self, option: str) -> "_Transfer":
        """The count as it stands in a tie for the last place, had the lot sent `option` out."""
        self.work.take(sum(map(len, self._piles.values())) + len(self.rounds))
        way = copy(self)
        way.rounds, way.elected, way._totals = self.rounds[:-1], [*self.elected], dict(self._totals)
        way._piles = {pile: [replace(paper) for paper in papers] for pile, papers in self._piles.items()}
        way._note(replace(self.rounds[-1], eliminated=(option,), level=()))
        return way

    def settle(self, sure: Sequence[str]) -> None:
        """Give those a seat in the tie who have one however the lot goes."""
        self._note(replace(self.rounds.pop(), elected=tuple(sure)))

    def _round(self) -> Round:
        self.work.take(len(self._totals))
        totals = {option: Fraction(total) for option, total in self._totals.items()}
        if self.is_runoff or not self.rounds:
            valid = sum(totals.values()) + (0 if self.is_runoff else self._exhausted)
            self.quota = Fraction(valid // (2 if self.is_runoff else self.seats + 1) + 1)
        return Round(totals, exhausted=Fraction(self._exhausted))

    def _note(self, finished: Round) -> None:
        self.rounds.append(finished)
        self.elected += finished.elected
        gone = (*finished.elected, *finished.eliminated)
        for option in gone:
            del self._totals[option]
        for option in gone:
            for paper in self._piles.pop(option):
                self._lay(paper)

    def _lay(self, paper: _Paper) -> None:
        """Give a paper to the first option on it that is still in; one that is worth nothing any more is put away."""
        start = paper.place
        while paper.place < len(paper.ranking) and paper.ranking[paper.place] not in self._totals:
            paper.place += 1
        self.work.take(1 + paper.place - start, paper.weight)
        if paper.place == len(paper.ranking):
            self._exhausted += paper.weight
        elif paper.weight:
            choice = paper.ranking[paper.place]
            self._totals[choice] += paper.weight
            self._piles[choice].append(paper)

    def _elect(self, now: Round, over: Sequence[str]) -> None:
        for option in over:
            left = (now.totals[option] - self.quota) / now.totals[option]
            for paper in self._piles[option]:
                paper.weight *= left
        self._note(replace(now, elected=tuple(over)))

    def _last(self, totals: Totals) -> tuple[str, ...]:
        """Who is last now, and among them who was last in the rounds before."""
        last = tuple(self.hopeful)
        for round_totals in (totals, *(earlier.totals for earlier in reversed(self.rounds))):
            self.work.take(len(last))
            lowest = min(round_totals[option] for option in last)
            last = tuple(option for option in last if round_totals[option] == lowest)
            if len(last) == 1:
                break
        return last

    def _may_go_together(self, last: Collection[str], totals: Totals) -> bool:
        """Whether they cannot overtake anybody even together, and enough are left for the seats."""
        going = set(last)
        rest = [totals[option] for option in self.hopeful if option not in going]
        together = sum((totals[option] for option in last), Fraction(0))
        return len(rest) >= self.vacant and together < min(rest)


def _by_lot(transfer: _Transfer, level: Sequence[str]) -> tuple[str, ...]:
    """Count every way in which a lot among `level` could go; those who have a seat in some ways and not in others.

    Beyond MOST_WAYS, or the work of a count, all who are still in are tied.
    """
    endings: list[list[str]] = []
    ways = [(transfer, option) for option in level]
    try:
        for _ in range(MOST_WAYS):
            if not ways:
                break
            before, option = ways.pop()
            way = before.without(option)
            again = way.run()
            ways += [(way, other) for other in again]
            endings += [] if again else [way.elected]
    except CountTooLong:
        return tuple(transfer.hopeful)
    if ways:
        return tuple(transfer.hopeful)
    chances = Counter(chain.from_iterable(endings))
    transfer.settle([option for option in transfer.hopeful if chances[option] == len(endings)])
    return tuple(option for option in transfer.hopeful if 0 < chances[option] < len(endings))
