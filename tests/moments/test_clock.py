"""Times of day as people write them, and the sentence that answers one that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.moments import Clock, MomentError, parse_clock
from plugins.words import dates
from tests.moments.moments import clocks

USUAL = "write a clock time, such as 10:00 or 1.30pm"
SPAN = "write one time here: "
ZONE = "leave the zone out, and write what the clocks there showed, such as 10:00 or 1.30pm"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("10:00", "10:00"),
        ("10.30", "10:30"),
        ("9.05", "09:05"),
        ("10am", "10:00"),
        ("1.30pm", "13:30"),
        ("1:30 PM", "13:30"),
        ("1.30 p.m.", "13:30"),
        ("10 a.m.", "10:00"),
        ("10:00am", "10:00"),
        ("02:30", "02:30"),
        ("8.00", "08:00"),
        ("noon", "12:00"),
        ("12 midday", "12:00"),
        ("12am", "00:00"),
        ("12.30am", "00:30"),
        ("12pm", "12:00"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
        (" 10:00 ", "10:00"),
    ],
)
def test_clock_times_are_read_as_people_write_them(written: str, iso: str) -> None:
    assert parse_clock(written).iso == iso


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("10", "write 10:00"),
        ("1030", "write 10:30"),
        ("930", "write 09:30"),
        ("10h30", "write 10:30"),
        ("10:30:00", "write 10:30"),
        ("at 10 o’clock", "write 10:00"),
        ("10 Uhr", "write 10:00"),
        ("13:30pm", "write 13:30"),
        ("0.30am", "write 00:30"),
        ("midnight", "a day begins with midnight, 00:00; write 23:59 for its end"),
        ("24:00", "a day begins with midnight, 00:00; write 23:59 for its end"),
        ("10:5", "write the minutes with two digits, such as 10:05"),
        ("25:00", f"there is no such time of day; {USUAL}"),
        ("10:75", f"there is no such time of day; {USUAL}"),
        ("99am", f"there is no such time of day; {USUAL}"),
        ("in the morning", USUAL),
        ("2.30", "this could be before or after noon; write 14:30 or 02:30"),
        ("2:30", "this could be before or after noon; write 14:30 or 02:30"),
        ("7.30", "this could be before or after noon; write 19:30 or 07:30"),
        ("2", "this could be before or after noon; write 14:00 or 02:00"),
        ("230", "this could be before or after noon; write 14:30 or 02:30"),
        ("14h", "write 14:00"),
        ("14h30", "write 14:30"),
        ("half past two", "this could be before or after noon; write 14:30 or 02:30"),
        ("half past 2 pm", "write 14:30"),
        ("half past two in the afternoon", "write 14:30"),
        ("quarter to nine in the morning", "write 08:45"),
        ("twenty five past nine", "write 09:25"),
        ("quarter to one", "write 12:45"),
        ("half past twelve", "write 12:30"),
        ("two pm", "write 14:00"),
        ("ten", "write 10:00"),
        ("2pm-4pm", f"{SPAN}14:00 where it begins, 16:00 where it ends (120 minutes later)"),
        ("2-4pm", f"{SPAN}14:00 where it begins, 16:00 where it ends (120 minutes later)"),
        ("11–1pm", f"{SPAN}11:00 where it begins, 13:00 where it ends (120 minutes later)"),
        ("10:00-12:00", f"{SPAN}10:00 where it begins, 12:00 where it ends (120 minutes later)"),
        ("10-12", f"{SPAN}10:00 where it begins, 12:00 where it ends (120 minutes later)"),
        ("9 to 5", f"{SPAN}09:00 where it begins, 17:00 where it ends (480 minutes later)"),
        ("10am until 12 noon", f"{SPAN}10:00 where it begins, 12:00 where it ends (120 minutes later)"),
        ("02:00-04:00", f"{SPAN}02:00 where it begins, 04:00 where it ends (120 minutes later)"),
        ("18:00-04:00", ZONE),
        ("5pm-4pm", USUAL),
        ("10:30Z", ZONE),
        ("10:30+01:00", ZONE),
        ("10.30am BST", ZONE),
        ("10:30 UTC+2", ZONE),
        ("١٠:٠٠", USUAL),
        ("", USUAL),
    ],
)
def test_a_time_that_cannot_be_is_answered_with_what_to_write(written: str, sentence: str) -> None:
    with pytest.raises(MomentError) as refused:
        parse_clock(written)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (Clock(10, 0), "10am"),
        (Clock(13, 30), "1.30pm"),
        (Clock(0, 5), "12.05am"),
        (Clock(12, 5), "12.05pm"),
        (Clock(12, 0), "12 noon"),
        (Clock(0, 0), "12 midnight"),
    ],
)
def test_a_time_is_said_as_people_say_it(clock: Clock, words: str) -> None:
    assert dates.spoken_clock(clock) == words


@pytest.mark.parametrize(("hour", "minute"), [(24, 0), (-1, 0), (10, 60), (10, -1)])
def test_there_is_no_clock_of_a_time_that_none_shows(hour: int, minute: int) -> None:
    with pytest.raises(MomentError):
        Clock(hour, minute)


def test_a_time_knows_its_minutes_since_midnight() -> None:
    assert (Clock(0, 0).minutes, Clock(10, 30).minutes) == (0, 630)


@given(clocks)
def test_every_time_is_read_back_as_it_was_written(clock: Clock) -> None:
    assert parse_clock(clock.iso) == clock


@given(clocks)
def test_every_time_but_noon_and_midnight_is_read_back_as_it_is_said(clock: Clock) -> None:
    said = dates.spoken_clock(clock)
    assert said in ("12 noon", "12 midnight") or parse_clock(said) == clock


@given(clocks, clocks)
def test_times_are_in_the_order_of_the_day(one: Clock, other: Clock) -> None:
    assert (one < other) == (one.minutes < other.minutes)


@given(st.text() | st.from_regex(r"[0-9: .apmAPM-]{0,12}", fullmatch=True))
def test_any_text_is_a_time_or_is_answered(text: str) -> None:
    found = read(text)
    if isinstance(found, Clock):
        assert parse_clock(found.iso) == found
    else:
        assert str(found).isprintable()
        assert all(isinstance(read(time), Clock) for time in found.times)


def read(text: str) -> Clock | MomentError:
    try:
        return parse_clock(text)
    except MomentError as error:
        return error
