"""Ranked ballots, counted round by round.

Single transferable vote: Droop quota, fractional surplus (the weighted inclusive Gregory method); with one seat and the
majority of the papers still in play as its quota it is the instant run-off. Borda: with n options the first of a paper
gets n - 1 points, the next one less, and options that the paper leaves out get none.

Nothing is decided by the order in which options were typed. When the last place is shared, earlier rounds are looked
at, from the latest to the first [Electoral Reform Society, STV rules]; options that shared it in all of them go out
together if together they could not have overtaken anybody, and else the count ends in a tie.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from plugins.workshops.record.vote import Vote

Totals = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Round:
    """One round: what each option had, who was elected or went out after it, and how many papers had run out."""

    totals: Totals
    elected: tuple[str, ...] = ()
    eliminated: tuple[str, ...] = ()
    exhausted: Fraction = Fraction(0)


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
    if vote.counting == "borda":
        return _borda(options, papers, vote.seats)
    return _Transfer(options, papers, vote.seats, is_runoff=vote.counting == "instant-runoff").count()


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
        level = [option for option, held in totals.items() if held == amount]
        if len(sure) + len(level) > seats:
            return tuple(sure), tuple(level) if len(sure) < seats else ()
        sure += level
    return tuple(sure), ()


@dataclass
class _Transfer:
    options: Sequence[str]
    papers: list[_Paper]
    seats: int
    is_runoff: bool
    rounds: list[Round] = field(default_factory=list)
    elected: list[str] = field(default_factory=list)

    def count(self) -> Count:
        hopeful = list(self.options)
        valid = sum((paper.weight for paper in self.papers), Fraction(0))
        quota = Fraction(valid // (self.seats + 1) + 1)
        while hopeful and len(self.elected) < self.seats:
            totals = self._totals(hopeful)
            exhausted = valid - sum(totals.values()) - quota * len(self.elected)
            if self.is_runoff:
                quota = Fraction(sum(totals.values()) // 2 + 1)
                exhausted = valid - sum(totals.values())
            now = Round(totals, exhausted=max(exhausted, Fraction(0)))
            if len(hopeful) <= self.seats - len(self.elected):
                self._note(replace(now, elected=tuple(hopeful)))
                break
            over = [option for option in hopeful if totals[option] >= quota]
            if over:
                self._elect(now, over, quota, hopeful)
                continue
            out = self._last(totals, hopeful)
            if not out:
                self._note(now)
                return Count(tuple(self.rounds), tuple(self.elected), self._level(totals), quota)
            self._note(replace(now, eliminated=out))
            hopeful = [option for option in hopeful if option not in out]
        return Count(tuple(self.rounds), tuple(self.elected), (), quota)

    def _note(self, finished: Round) -> None:
        self.rounds.append(finished)
        self.elected += finished.elected

    def _totals(self, hopeful: Sequence[str]) -> dict[str, Fraction]:
        totals = dict.fromkeys(hopeful, Fraction(0))
        for paper in self.papers:
            choice = paper.choice(hopeful)
            if choice:
                totals[choice] += paper.weight
        return totals

    def _elect(self, now: Round, over: Sequence[str], quota: Fraction, hopeful: list[str]) -> None:
        self._note(replace(now, elected=tuple(over)))
        for paper in self.papers:
            choice = paper.choice(hopeful)
            if choice and choice in over:
                paper.weight *= (now.totals[choice] - quota) / now.totals[choice]
        for option in over:
            hopeful.remove(option)

    def _last(self, totals: Totals, hopeful: Sequence[str]) -> tuple[str, ...]:
        """Who goes out: the one that is last, or several that cannot overtake anybody; empty for a tie."""
        least = min(totals[option] for option in hopeful)
        last = [option for option in hopeful if totals[option] == least]
        for earlier in reversed(self.rounds):
            if len(last) == 1:
                break
            lowest = min(earlier.totals[option] for option in last)
            last = [option for option in last if earlier.totals[option] == lowest]
        rest = [option for option in hopeful if option not in last]
        together = sum((totals[option] for option in last), Fraction(0))
        is_safe = bool(rest) and together < min(totals[option] for option in rest)
        enough = len(rest) >= self.seats - len(self.elected)
        return tuple(last) if len(last) == 1 or (is_safe and enough) else ()

    def _level(self, totals: Totals) -> tuple[str, ...]:
        return leading(totals, self.seats - len(self.elected))[1] or tuple(totals)
