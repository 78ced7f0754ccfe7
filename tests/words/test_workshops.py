"""What is said of a workshop."""

import pytest

from plugins.words import workshops


@pytest.mark.parametrize(
    ("total", "knows_some", "words"),
    [
        (None, False, "How many came is not known."),
        (None, True, "How many came from the other groups is not known."),
        (0, True, "0 people in all."),
        (1, True, "1 person in all."),
        (12, True, "12 people in all."),
    ],
)
def test_all_together_are_told_as_far_as_they_are_known(total: int | None, knows_some: bool, words: str) -> None:
    assert workshops.all_together(total, knows_some=knows_some) == words


@pytest.mark.parametrize(
    ("people", "words"),
    [(None, "Housing"), (0, "Housing: no"), (1, "Housing: one"), (10, "Housing: ten"), (11, "Housing: 11")],
)
def test_a_group_is_told_with_its_count_in_words_up_to_ten(people: int | None, words: str) -> None:
    assert workshops.group("Housing", people) == words
