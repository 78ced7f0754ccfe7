"""Lists and numbers as people say them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.words import numbers


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_listed_as_in_a_sentence(names: list[str], words: str) -> None:
    assert numbers.listed(names) == words


def test_one_is_one_and_all_else_are_many() -> None:
    assert [numbers.counted(number, "vote") for number in (0, 1, 2)] == ["0 votes", "1 vote", "2 votes"]
    assert [numbers.counted(number, "person", "people") for number in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(3), "3"),
        (Fraction(100), "100"),
        (Fraction(7, 2), "3.5"),
        (Fraction(10, 3), "3.33"),
        (Fraction(1, 8), "0.13"),
        (Fraction(3, 8), "0.38"),
        (Fraction(-1, 8), "-0.13"),
        (Fraction(-1, 1000), "0"),
        (Fraction(999, 1000), "1"),
    ],
)
def test_an_amount_has_at_most_two_places(number: Fraction, words: str) -> None:
    assert numbers.amount(number) == words


@given(st.fractions(min_value=-1000, max_value=1000))
def test_an_amount_is_never_further_off_than_half_a_hundredth(number: Fraction) -> None:
    assert abs(Fraction(numbers.amount(number)) - number) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(0), "0%"),
        (Fraction(5, 8), "63%"),
        (Fraction(1, 3), "33%"),
        (Fraction(2, 3), "67%"),
        (Fraction(1), "100%"),
    ],
)
def test_a_share_is_a_whole_percentage(share: Fraction, words: str) -> None:
    assert numbers.percent(share) == words
