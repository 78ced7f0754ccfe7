"""How a question was answered on a scale, from its counts."""

from dataclasses import dataclass

from plugins.workshops.record.feedback import Rating


@dataclass(frozen=True, slots=True)
class Spread:
    """How a question was answered: `steps` from the lowest to the highest with their counts, gaps filled with 0.

    `commonest` are the steps that most people gave, from the highest, and `most` is how many gave each of them.
    """

    steps: tuple[tuple[int, int], ...]
    total: int
    commonest: tuple[int, ...]
    most: int


def spread(rating: Rating) -> Spread | None:
    """The spread of a rating; None when nobody answered."""
    counts = dict(rating.counts.pairs)
    total = rating.counts.total
    if not total:
        return None
    steps = tuple((step, counts.get(step, 0)) for step in range(rating.scale.least, rating.scale.most + 1))
    most = max(count for _, count in steps)
    return Spread(steps, total, tuple(step for step, count in reversed(steps) if count == most), most)
