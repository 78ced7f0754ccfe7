"""A moment as far as it is known."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.moments import Clock, MomentError, When
from tests.moments.moments import moments

LONDON = ZoneInfo("Europe/London")
zones = st.sampled_from(
    [
        "Europe/London",
        "UTC",
        "America/Sao_Paulo",
        "America/Havana",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "Africa/Casablanca",
    ]
).map(ZoneInfo)


@pytest.mark.parametrize(
    ("when", "precision", "iso"),
    [
        (When(2016), "year", "2016"),
        (When(2016, 10), "month", "2016-10"),
        (When(2016, 10, 10), "day", "2016-10-10"),
        (When(2016, 10, 10, Clock(9, 5)), "minute", "2016-10-10T09:05"),
    ],
)
def test_a_moment_knows_how_far_it_is_known(when: When, precision: str, iso: str) -> None:
    assert (when.precision, when.iso) == (precision, iso)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (When(2016), "2016-01-01T00:00:00+00:00", "2016-12-31T23:59:59+00:00"),
        (When(2016, 10), "2016-10-01T00:00:00+01:00", "2016-10-31T23:59:59+00:00"),
        (When(2016, 2), "2016-02-01T00:00:00+00:00", "2016-02-29T23:59:59+00:00"),
        (When(2016, 10, 10), "2016-10-10T00:00:00+01:00", "2016-10-10T23:59:59+01:00"),
        (When(2016, 10, 10, Clock(10, 0)), "2016-10-10T10:00:00+01:00", "2016-10-10T10:00:59+01:00"),
        (When(2016, 12, 10, Clock(10, 0)), "2016-12-10T10:00:00+00:00", "2016-12-10T10:00:59+00:00"),
    ],
)
def test_a_moment_covers_what_people_mean_by_it_in_summer_and_winter(when: When, first: str, last: str) -> None:
    assert when.first(LONDON).isoformat() == first
    assert when.last(LONDON).isoformat() == last


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    when = When(2016, 10, 30, Clock(1, 30))
    assert when.first(LONDON).isoformat() == "2016-10-30T01:30:00+01:00"


def test_moments_are_compared_as_moments_even_in_the_hour_that_comes_twice() -> None:
    ten_past_one_the_second_time = datetime(2016, 10, 30, 1, 10, fold=1, tzinfo=LONDON)
    assert When(2016, 10, 30, Clock(1, 30)).first(LONDON) < ten_past_one_the_second_time


def test_a_day_whose_midnight_is_skipped_begins_an_hour_later() -> None:
    when = When(2017, 10, 15)
    assert when.first(ZoneInfo("America/Sao_Paulo")).isoformat() == "2017-10-15T01:00:00-02:00"


def test_a_day_whose_last_hour_comes_twice_ends_with_the_second() -> None:
    when = When(2017, 2, 18)
    assert when.last(ZoneInfo("America/Sao_Paulo")).isoformat() == "2017-02-18T23:59:59-03:00"


@pytest.mark.parametrize(
    ("year", "month", "day", "clock"),
    [
        (1899, None, None, None),
        (2201, None, None, None),
        (2016, 0, None, None),
        (2016, 13, None, None),
        (2016, 2, 30, None),
        (2016, 2, 0, None),
        (2016, None, 1, None),
        (2016, 2, None, Clock(10, 0)),
    ],
)
def test_there_is_no_moment_that_no_calendar_has(
    year: int, month: int | None, day: int | None, clock: Clock | None
) -> None:
    with pytest.raises(MomentError):
        When(year, month, day, clock)


def test_what_is_known_less_well_stands_before_what_it_covers() -> None:
    year, month, day = When(2016), When(2016, 10), When(2016, 10, 1)
    midnight, later = When(2016, 10, 1, Clock(0, 0)), When(2016, 10, 2)
    assert sorted([later, midnight, day, month, year], key=lambda when: when.sort_key) == [
        *(year, month, day, midnight, later)
    ]


@given(moments, moments)
def test_the_order_of_moments_is_total(one: When, other: When) -> None:
    assert (one.sort_key == other.sort_key) == (one == other)


@given(moments, moments, zones)
def test_what_begins_on_an_earlier_day_begins_no_later(one: When, other: When, zone: ZoneInfo) -> None:
    days = [(when.year, when.month or 1, when.day or 1) for when in (one, other)]
    assert days[0] >= days[1] or one.first(zone) <= other.first(zone)


@given(moments, zones)
def test_the_first_moment_is_never_after_the_last(when: When, zone: ZoneInfo) -> None:
    first, last = when.first(zone), when.last(zone)
    assert first <= last
    assert first.utcoffset() == first.astimezone(zone).utcoffset()
    assert last.utcoffset() == last.astimezone(zone).utcoffset()


@given(moments)
def test_the_last_moment_is_a_second_before_the_next_minute_or_day(when: When) -> None:
    after = when.last(ZoneInfo("UTC")) + timedelta(seconds=1)
    assert (after.second, after.microsecond) == (0, 0)
    assert when.clock or (after.hour, after.minute) == (0, 0)
