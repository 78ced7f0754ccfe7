"""The middle and the spread of a rating, from its counts."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from plugins.workshops.record.feedback import Rating


@dataclass(frozen=True, slots=True)
class Spread:
    """How a question was answered: `steps` from the lowest to the highest with their counts, gaps filled with 0.

    `median` is the middle answer, between two steps where the two middle answers differ; `quartiles` are the answers
    a quarter of the way up and a quarter of the way down (the nearest rank, from either end).
    """

    steps: tuple[tuple[int, int], ...]
    total: int
    median: Fraction
    quartiles: tuple[int, int]


def spread(rating: Rating) -> Spread | None:
    """The spread of a rating; None when nobody answered."""
    counts = dict(rating.counts.pairs)
    total = rating.counts.total
    if not total:
        return None
    steps = tuple((step, counts.get(step, 0)) for step in range(rating.scale.least, rating.scale.most + 1))
    middle = Fraction(_ranked(steps, (total + 1) // 2) + _ranked(steps, total // 2 + 1), 2)
    quarter = -(-total // 4)
    return Spread(steps, total, middle, (_ranked(steps, quarter), _ranked(steps, total + 1 - quarter)))


def _ranked(steps: tuple[tuple[int, int], ...], rank: int) -> int:
    """The answer that stands at `rank`, from 1, when all are put in a row."""
    seen = accumulate(count for _, count in steps)
    return next(step for (step, _), below in zip(steps, seen, strict=True) if below >= rank)
