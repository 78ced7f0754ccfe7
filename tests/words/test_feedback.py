"""What most people answered."""

import pytest

from plugins.words import feedback


@pytest.mark.parametrize(
    ("people", "steps", "each", "words"),
    [
        (20, [3], 15, "15 of 20 people gave it 3, the top mark."),
        (20, [2], 12, "12 of 20 people gave it 2."),
        (20, [1], 12, "12 of 20 people gave it 1, the lowest mark."),
        (10, [3], 10, "All 10 people gave it 3, the top mark."),
        (12, [3, 2], 6, "6 of 12 people gave it 3 and 6 gave it 2."),
        (12, [3, 2, 1], 4, "4 of 12 people gave it 3, 4 gave it 2 and 4 gave it 1."),
        (1, [2], 1, "1 person answered, and gave it 2."),
    ],
)
def test_the_commonest_answers_are_told_with_how_many_gave_them(
    people: int, steps: list[int], each: int, words: str
) -> None:
    assert feedback.commonest(people, steps, each, least=1, most=3) == words
