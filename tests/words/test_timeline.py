"""What the timeline says by itself."""

import pytest

from plugins.moments import Clock, When
from plugins.words import timeline


@pytest.mark.parametrize(
    ("when", "short", "whole"),
    [
        (When(2016), "some time in 2016", "some time in 2016"),
        (When(2016, 10), "some time in October", "some time in October 2016"),
        (When(2016, 10, 10), "Monday 10 October", "Monday 10 October 2016"),
        (When(2016, 10, 10, Clock(10, 0)), "Monday 10 October, 10am", "Monday 10 October 2016, 10am"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(when: When, short: str, whole: str) -> None:
    assert (timeline.beneath(when), timeline.on_its_own(when)) == (short, whole)


@pytest.mark.parametrize(
    ("word", "state", "when", "said"),
    [
        ("Workshop 2", "Next", "Monday 10 October 2016", "Workshop 2: Next, Monday 10 October 2016"),
        ("Workshop 2", "Done", "", "Workshop 2: Done"),
        ("Vote", "", "October 2016", "Vote, October 2016"),
        ("Vote", "", "", "Vote"),
    ],
)
def test_a_point_is_said_in_a_line(word: str, state: str, when: str, said: str) -> None:
    assert timeline.point(word, state, when) == said


def test_a_place_is_said_with_its_address_where_that_is_known() -> None:
    assert timeline.at("The boat house", "Mill Lane") == "At The boat house, Mill Lane"
    assert timeline.at("The boat house", None) == "At The boat house"


def test_several_of_one_day_are_counted() -> None:
    assert (timeline.votes(2), timeline.votes(7)) == ("We voted twice", "We voted 7 times")
    assert timeline.prototypes(2, judged=False) == "We started 2 prototypes"
    assert timeline.prototypes(2, judged=True) == "What came of 2 prototypes"
