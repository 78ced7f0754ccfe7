"""Ranked ballots, counted round by round.

Single transferable vote: Droop quota, fractional surplus (the weighted inclusive Gregory method); with one seat and the
majority of the papers still in play as its quota it is the instant run-off. Borda: with n options the first of a paper
gets n - 1 points, the next one less, and options that the paper leaves out get none.

Nothing is decided by the order in which options were typed. When the last place is shared, earlier rounds are looked
at, from the latest to the first [Electoral Reform Society, STV rules]; options that shared it in all of them go out
together if together they could not have overtaken anybody. Else every way in which a lot could have gone is counted to
its end: who has a seat in all of them is elected, and between those who have one in some of them the count is tied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import assert_never

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


@dataclass
class _Paper:
    ranking: tuple[str, ...]
    weight: Fraction

    def choice(self, hopeful: Sequence[str]) -> str | None:
        return next((option for option in self.ranking if option in hopeful), None)


def ranked_count(vote: Vote) -> Count:
    """Count the ballots of a ranked vote, by option id, as its `counting` says."""
    options = tuple(option.id for option in vote.options if option.id)
    papers = [_Paper(tuple(ballot.ranking), Fraction(ballot.count)) for ballot in vote.ballots]
    match vote.counting:
        case "borda":
            return _borda(options, papers, vote.seats)
        case "instant-runoff" | "stv":
            transfer = _Transfer(list(options), papers, vote.seats, is_runoff=vote.counting == "instant-runoff")
        case None:
            raise ValueError("a ranked vote without a way of counting cannot be counted")
        case _:
            assert_never(vote.counting)
    level = transfer.run()
    tied = _by_lot(transfer, level) if level else ()
    return Count(tuple(transfer.rounds), tuple(transfer.elected), tied, transfer.quota)


def _borda(options: Sequence[str], papers: Sequence[_Paper], seats: int) -> Count:
    totals = dict.fromkeys(options, Fraction(0))
    for paper in papers:
        for place, option in enumerate(paper.ranking):
            totals[option] += paper.weight * (len(options) - 1 - place)
    elected, tied = leading(totals, seats)
    return Count(rounds=(Round(totals, elected=elected),), elected=elected, tied=tied)


def leading(totals: Totals, seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those who surely have a seat, and those between whom the remaining seats are tied."""
    sure: list[str] = []
    for amount in sorted(set(totals.values()), reverse=True):
        level = [option for option, total in totals.items() if total == amount]
        if len(sure) + len(level) > seats:
            return tuple(sure), tuple(level) if len(sure) < seats else ()
        sure += level
    return tuple(sure), ()


@dataclass
class _Transfer:
    """A count by transfer, as far as it has come: who is still in, and the papers at what they are still worth."""

    hopeful: list[str]
    papers: list[_Paper]
    seats: int
    is_runoff: bool
    quota: Fraction = Fraction(0)
    rounds: list[Round] = field(default_factory=list)
    elected: list[str] = field(default_factory=list)

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
        papers = [replace(paper) for paper in self.papers]
        way = replace(self, hopeful=list(self.hopeful), papers=papers, rounds=self.rounds[:-1], elected=[*self.elected])
        way._note(replace(self.rounds[-1], eliminated=(option,), level=()))
        return way

    def settle(self, sure: Sequence[str]) -> None:
        """Give those a seat in the tie who have one however the lot goes."""
        self._note(replace(self.rounds.pop(), elected=tuple(sure)))

    def _round(self) -> Round:
        totals = dict.fromkeys(self.hopeful, Fraction(0))
        spent = Fraction(0)
        for paper in self.papers:
            choice = paper.choice(self.hopeful)
            if choice:
                totals[choice] += paper.weight
            else:
                spent += paper.weight
        if self.is_runoff or not self.rounds:
            self.quota = Fraction(sum(totals.values()) // 2 + 1) if self.is_runoff else self._droop_quota()
        return Round(totals, exhausted=spent)

    def _droop_quota(self) -> Fraction:
        valid = sum((paper.weight for paper in self.papers), Fraction(0))
        return Fraction(valid // (self.seats + 1) + 1)

    def _note(self, finished: Round) -> None:
        self.rounds.append(finished)
        self.elected += finished.elected
        self.hopeful = [option for option in self.hopeful if option not in (*finished.elected, *finished.eliminated)]

    def _elect(self, now: Round, over: Sequence[str]) -> None:
        for paper in self.papers:
            choice = paper.choice(self.hopeful)
            if choice and choice in over:
                paper.weight *= (now.totals[choice] - self.quota) / now.totals[choice]
        self._note(replace(now, elected=tuple(over)))

    def _last(self, totals: Totals) -> tuple[str, ...]:
        """Who is last now, and among them who was last in the rounds before."""
        last = tuple(self.hopeful)
        for round_totals in (totals, *(earlier.totals for earlier in reversed(self.rounds))):
            lowest = min(round_totals[option] for option in last)
            last = tuple(option for option in last if round_totals[option] == lowest)
        return last

    def _may_go_together(self, last: Sequence[str], totals: Totals) -> bool:
        """Whether they cannot overtake anybody even together, and enough are left for the seats."""
        rest = [totals[option] for option in self.hopeful if option not in last]
        together = sum((totals[option] for option in last), Fraction(0))
        return len(rest) >= self.vacant and together < min(rest)


def _by_lot(transfer: _Transfer, level: Sequence[str]) -> tuple[str, ...]:
    """Count every way in which a lot among `level` could go; those who have a seat in some ways and not in others."""
    endings: list[list[str]] = []
    ways = [transfer.without(option) for option in level]
    for _ in range(MOST_WAYS):
        if not ways:
            break
        way = ways.pop()
        again = way.run()
        ways += [way.without(option) for option in again]
        endings += [] if again else [way.elected]
    if ways:
        return tuple(transfer.hopeful)
    chances = {option: sum(option in elected for elected in endings) for option in transfer.hopeful}
    transfer.settle([option for option, times in chances.items() if times == len(endings)])
    return tuple(option for option, times in chances.items() if 0 < times < len(endings))
