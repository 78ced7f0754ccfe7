"""The middle and the spread of a rating."""

from fractions import Fraction
from statistics import median

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
    ("counts", "middle", "quartiles"),
    [
        ({4: 1}, Fraction(4), (4, 4)),
        ({1: 1, 2: 1}, Fraction(3, 2), (1, 2)),
        ({1: 1, 3: 1, 5: 1}, Fraction(3), (1, 5)),
        ({1: 1, 2: 1, 4: 1, 5: 1}, Fraction(3), (1, 5)),
        ({1: 1, 2: 1, 3: 1, 4: 1, 5: 1}, Fraction(3), (2, 4)),
        ({1: 2, 2: 2, 4: 2, 5: 2}, Fraction(3), (1, 5)),
        ({3: 5, 4: 4, 5: 3}, Fraction(4), (3, 5)),
    ],
)
def test_the_middle_and_the_quartiles_are_ranks_counted_by_hand(
    counts: dict[int, int], middle: Fraction, quartiles: tuple[int, int]
) -> None:
    known = spread(rating(counts))
    assert known is not None
    assert (known.median, known.quartiles) == (middle, quartiles)


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 40), min_size=1).filter(lambda counts: any(counts.values())))
def test_the_middle_is_the_median_of_all_answers(counts: dict[int, int]) -> None:
    answers = [step for step, count in counts.items() for _ in range(count)]
    known = spread(rating(counts))
    assert known is not None
    assert known.median == median(answers)
    assert known.quartiles[0] <= known.median <= known.quartiles[1]
    below = sum(answer < known.quartiles[0] for answer in answers)
    above = sum(answer > known.quartiles[1] for answer in answers)
    assert 4 * max(below, above) < len(answers)
    assert sum(count for _, count in known.steps) == known.total == len(answers)


@given(st.dictionaries(st.integers(1, 5), st.integers(1, 40), min_size=1))
def test_a_scale_turned_round_turns_its_quartiles_round(counts: dict[int, int]) -> None:
    known, turned = spread(rating(counts)), spread(rating({6 - step: count for step, count in counts.items()}))
    assert known is not None
    assert turned is not None
    assert turned.quartiles == (6 - known.quartiles[1], 6 - known.quartiles[0])
    assert turned.median == 6 - known.median
