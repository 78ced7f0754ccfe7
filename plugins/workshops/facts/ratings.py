"""How a question was answered on a scale, from its counts; and asked at one workshop after another."""

from collections.abc import Sequence

from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.feedback import Rating, RatingScale


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


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One workshop's answers; None where they are not published, or nobody answered."""

    entry: DiaryEntry
    spread: Spread | None


@dataclass(frozen=True, slots=True)
class Trend:
    """One question on one scale, over the workshops that asked it, the oldest first."""

    question: str
    scale: RatingScale
    points: tuple[TrendPoint, ...]


def trends(entries: Sequence[DiaryEntry]) -> tuple[Trend, ...]:
    """Every question that more than one of `entries` asked the whole room on the same scale, in the order given."""
    asked: dict[tuple[str, int, int], list[tuple[DiaryEntry, Rating]]] = {}
    for entry in entries:
        for rating in _ratings(entry):
            if rating.group is None:
                key = (rating.question, rating.scale.least, rating.scale.most)
                asked.setdefault(key, []).append((entry, rating))
    return tuple(
        Trend(
            question=question,
            scale=answers[0][1].scale,
            points=tuple(TrendPoint(entry, spread(rating)) for entry, rating in answers),
        )
        for (question, _, _), answers in asked.items()
        if len({entry.source for entry, _ in answers}) > 1
    )


def _ratings(entry: DiaryEntry) -> tuple[Rating, ...]:
    return entry.post.feedback.ratings if entry.post.feedback else ()
