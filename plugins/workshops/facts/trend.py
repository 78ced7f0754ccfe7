"""The same question, asked at one workshop after another."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.attendance import total
from plugins.workshops.facts.ratings import Spread, spread
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.record.feedback import Rating, RatingScale


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One workshop's answers; None where they may not be told, or nobody answered."""

    entry: DiaryEntry
    spread: Spread | None


@dataclass(frozen=True, slots=True)
class Trend:
    """One question on one scale, over the workshops that asked it, the oldest first."""

    question: str
    scale: RatingScale
    points: tuple[TrendPoint, ...]


def trends(entries: Sequence[DiaryEntry], rule: SmallGroupRule) -> tuple[Trend, ...]:
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
            points=tuple(TrendPoint(entry, _spread(entry, rating, rule)) for entry, rating in answers),
        )
        for (question, _, _), answers in asked.items()
        if len({entry.source for entry, _ in answers}) > 1
    )


def _ratings(entry: DiaryEntry) -> tuple[Rating, ...]:
    return entry.post.feedback.ratings if entry.post.feedback else ()


def _spread(entry: DiaryEntry, rating: Rating, rule: SmallGroupRule) -> Spread | None:
    same = tuple(other for other in _ratings(entry) if other.question == rating.question)
    room = total(entry.post.workshop.attendance) if entry.post.workshop else None
    return spread(rating) if rule.rating(rating, same, room) else None
