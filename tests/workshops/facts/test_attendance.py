"""Who came, as far as it was written down."""

import pytest

from plugins.contract.values import Count, Text
from plugins.workshops.facts.attendance import group_words, total, total_words
from plugins.workshops.record.workshop import Attendance


def group(count: int | None, name: str = "Housing") -> Attendance:
    return Attendance(group=Text(name), count=None if count is None else Count(count))


@pytest.mark.parametrize(
    ("counts", "all_together", "words"),
    [
        ([], None, ""),
        ([None], None, "How many came is not known."),
        ([None, None], None, "How many came is not known."),
        ([3, None], None, "How many came from the other groups is not known."),
        ([1], 1, "1 person in all."),
        ([0], 0, "0 people in all."),
        ([3, 9], 12, "12 people in all."),
    ],
)
def test_a_total_is_made_of_known_counts_only(counts: list[int | None], all_together: int | None, words: str) -> None:
    groups = tuple(group(count) for count in counts)
    assert total(groups) == all_together
    assert total_words(groups) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(None, "Housing"), (0, "Housing: no"), (1, "Housing: one"), (10, "Housing: ten"), (11, "Housing: 11")],
)
def test_a_group_is_told_with_its_count_in_words_up_to_ten(count: int | None, words: str) -> None:
    assert group_words(group(count)) == words
