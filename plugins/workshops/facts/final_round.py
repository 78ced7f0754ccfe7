"""The figures that decided a vote: what each option had when it was chosen, or in the last round of the count."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from fractions import Fraction

from plugins.records import dataclass
from plugins.workshops.facts.ranked import Round
from plugins.workshops.facts.tally import Tally
from plugins.workshops.record.vote import Option


@dataclass(frozen=True, slots=True)
class FinalFigures:
    """The amounts that decided, by option names; `out_in` has the round, from 1, after which an option went out.

    `ordered` are all options, those that did best first. `is_last_round` says that there was more than one round.
    """

    amounts: Mapping[str, Fraction]
    ordered: tuple[Option, ...]
    out_in: Mapping[str, int] = field(default_factory=dict)
    is_last_round: bool = False

    def level(self, tied: Sequence[str]) -> Fraction | None:
        """How much each of these had; None where a lot that would part others ties options with unlike amounts."""
        amounts = {self.amounts.get(name) for name in tied}
        return amounts.pop() if len(amounts) == 1 else None


def final_figures(tally: Tally) -> FinalFigures:
    """What decided a counted vote."""
    options = tuple(standing.option for standing in tally.standings)
    amounts: dict[str, Fraction] = {standing.option.name: standing.amount for standing in tally.standings}
    rounds = tally.count.rounds if tally.count else ()
    if len(rounds) < 2:
        return FinalFigures(amounts, options)
    names: dict[str, str] = {option.id: option.name for option in options if option.id}
    last = _last(rounds, names)
    out_in = {names[option]: number for number, each in enumerate(rounds, start=1) for option in each.eliminated}
    kept = {name: amount for name, amount in last.items() if name not in out_in}
    return FinalFigures(
        amounts=kept,
        ordered=tuple(sorted(options, key=lambda option: _rank(option.name, kept, out_in))),
        out_in=out_in,
        is_last_round=True,
    )


def _last(rounds: tuple[Round, ...], names: Mapping[str, str]) -> dict[str, Fraction]:
    """What each option had in the last round that it was in."""
    return {names[option]: total for each in rounds for option, total in each.totals.items()}


def _rank(name: str, kept: Mapping[str, Fraction], out_in: Mapping[str, int]) -> tuple[int, Fraction, str]:
    """By what it had at the end; else by how long it stayed in."""
    return (0, -kept[name], name) if name in kept else (1, Fraction(-out_in[name]), name)
