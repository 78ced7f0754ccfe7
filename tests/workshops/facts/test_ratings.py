"""How a question was answered on a scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Counts, Text
from plugins.workshops.facts.ratings import spread
from plugins.workshops.record.feedback import Rating, RatingScale


def rating(counts: dict[int, int]) -> Rating:
    scale = RatingScale(least=1, most=5)
    return Rating(question=Text("How?"), scale=scale, counts=Counts(tuple(sorted(counts.items()))))


def test_gaps_of_the_scale_are_filled_with_nobody() -> None:
    known = spread(rating({5: 4, 3: 2}))
    assert known is not None
    assert known.steps == ((1, 0), (2, 0), (3, 2), (4, 0), (5, 4))
    assert known.total == 6


@pytest.mark.parametrize("counts", [{}, {5: 0, 4: 0}])
def test_a_question_that_nobody_answered_has_no_spread(counts: dict[int, int]) -> None:
    assert spread(rating(counts)) is None


@pytest.mark.parametrize(
    ("counts", "commonest", "most"),
    [({4: 1}, (4,), 1), ({1: 2, 2: 1}, (1,), 2), ({1: 3, 3: 2, 5: 3}, (5, 1), 3), ({2: 1, 3: 1, 4: 1}, (4, 3, 2), 1)],
)
def test_the_commonest_answers_come_from_the_highest(
    counts: dict[int, int], commonest: tuple[int, ...], most: int
) -> None:
    known = spread(rating(counts))
    assert known is not None
    assert (known.commonest, known.most) == (commonest, most)


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 40), min_size=1).filter(lambda counts: any(counts.values())))
def test_no_answer_is_commoner_than_the_commonest(counts: dict[int, int]) -> None:
    known = spread(rating(counts))
    assert known is not None
    assert all((step in known.commonest) == (count == known.most) for step, count in known.steps)
    assert max(counts.values()) == known.most
    assert sum(count for _, count in known.steps) == known.total == sum(counts.values())
