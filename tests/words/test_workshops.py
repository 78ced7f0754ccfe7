"""What is said of a workshop."""

import pytest

from plugins.moments import When
from plugins.words import workshops


@pytest.mark.parametrize(
    ("total", "knows_some", "is_over", "words"),
    [
        (None, False, True, "We do not know how many came."),
        (None, True, True, "We do not know how many came from the other groups."),
        (None, False, False, "We do not know how many people there will be."),
        (0, True, True, "0 people in all."),
        (1, True, True, "1 person in all."),
        (12, True, False, "12 people in all."),
    ],
)
def test_all_together_are_told_as_far_as_they_are_known(
    total: int | None, knows_some: bool, is_over: bool, words: str
) -> None:
    assert workshops.all_together(total, knows_some=knows_some, is_over=is_over) == words


@pytest.mark.parametrize(
    ("people", "words"),
    [(None, "Housing"), (0, "Housing: no"), (1, "Housing: one"), (10, "Housing: ten"), (11, "Housing: 11")],
)
def test_a_group_is_told_with_its_count_in_words_up_to_ten(people: int | None, words: str) -> None:
    assert workshops.group("Housing", people) == words


def test_a_workshop_that_was_moved_says_from_which_day() -> None:
    assert workshops.moved(When(2031, 2, 3)) == "Moved from Monday 3 February 2031"
