"""Dates as people say them."""

import pytest
from hypothesis import given

from plugins.moments import Clock, When
from plugins.words import dates
from tests.moments.moments import moments

TEN, ONE = Clock(10, 0), Clock(13, 0)
MONDAY = When(2016, 10, 10)
MONDAY_AT_TEN = When(2016, 10, 10, TEN)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(2016), "2016"),
        (When(2016, 10), "October 2016"),
        (MONDAY, "Monday 10 October 2016"),
        (MONDAY_AT_TEN, "Monday 10 October 2016, 10am"),
        (When(2024, 2, 29), "Thursday 29 February 2024"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(when: When, words: str) -> None:
    assert dates.spoken(when) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (MONDAY_AT_TEN, ONE, "Monday 10 October 2016, 10am to 1pm"),
        (MONDAY_AT_TEN, When(2016, 10, 10, ONE), "Monday 10 October 2016, 10am to 1pm"),
        (MONDAY_AT_TEN, None, "Monday 10 October 2016, 10am"),
        (MONDAY_AT_TEN, MONDAY, "Monday 10 October 2016, 10am"),
        (MONDAY_AT_TEN, TEN, "Monday 10 October 2016, 10am"),
        (MONDAY, ONE, "Monday 10 October 2016, until 1pm"),
        (MONDAY, MONDAY, "Monday 10 October 2016"),
        (MONDAY, When(2016, 10, 11), "Monday 10 to Tuesday 11 October 2016"),
        (MONDAY, When(2016, 11, 1), "Monday 10 October to Tuesday 1 November 2016"),
        (MONDAY, When(2017, 1, 2), "Monday 10 October 2016 to Monday 2 January 2017"),
        (MONDAY, When(2016, 12), "Monday 10 October 2016 to December 2016"),
        (
            MONDAY_AT_TEN,
            When(2016, 10, 11, ONE),
            "Monday 10 October 2016, 10am to Tuesday 11 October 2016, 1pm",
        ),
        (When(2016, 10), When(2016, 12), "October to December 2016"),
        (When(2016), When(2017), "2016 to 2017"),
        (When(2016), When(2016), "2016"),
    ],
)
def test_a_span_is_said_without_saying_anything_twice(start: When, end: When | Clock | None, words: str) -> None:
    assert dates.spoken_span(start, end) == words


@given(moments)
def test_a_date_said_names_its_year_and_no_more_than_is_known(when: When) -> None:
    words = dates.spoken(when)
    assert str(when.year) in words
    assert ("," in words) == (when.precision == "minute")
    assert len(words.split()) == {"year": 1, "month": 2, "day": 4}.get(when.precision, len(words.split()))
