"""How a part of a session went, beside its plan."""

import pytest

from plugins.moments import Clock
from plugins.words import agenda


@pytest.mark.parametrize(
    ("planned", "start", "minutes", "words"),
    [
        (Clock(15, 30), Clock(15, 45), None, "Started 3.45pm, 15 minutes late"),
        (Clock(15, 30), Clock(15, 29), None, "Started 3.29pm, 1 minute early"),
        (Clock(15, 30), Clock(15, 30), 30, "Started 3.30pm and took 30 minutes"),
        (None, Clock(15, 45), None, "Started 3.45pm"),
        (Clock(15, 30), Clock(15, 45), 30, "Started 3.45pm, 15 minutes late, and took 30 minutes"),
        (Clock(23, 50), Clock(0, 10), None, "Started 12.10am, 20 minutes late"),
        (Clock(10, 0), None, 1, "Took 1 minute"),
        (Clock(10, 0), None, None, ""),
    ],
)
def test_a_part_says_how_late_it_started(
    planned: Clock | None, start: Clock | None, minutes: int | None, words: str
) -> None:
    assert agenda.actual(planned, start, minutes) == words


def test_what_is_not_known_of_the_time_is_told() -> None:
    assert (agenda.time_not_known(1), agenda.time_not_known(3)) == (
        "We do not know how long 1 part took.",
        "We do not know how long 3 parts took.",
    )
