"""Dates as an author writes them, and the sentence that answers one that cannot be."""

import re
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.moments import Clock, MomentError, When, parse_when
from tests.moments.moments import moments

LONDON = ZoneInfo("Europe/London")
USUAL = "write a date as year-month-day, such as 2016-10-10, or only 2016-10 when the day is not known"
UNKNOWN = "leave this field out until the day is known, or write what is known, such as 2016 or 2016-10"
OTHER_DAY = "this is another day each time that it is read; write the day itself, such as 2016-10-10"
NAMED = (
    "is not what clocks show here then; write the time that they show, "
    "or end it with how far it is from UTC, such as +01:00"
)
NO_TIME = "there is no such time of day; write a clock time, such as 10:00 or 1.30pm"


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2016", When(2016)),
        ("2016-10", When(2016, 10)),
        ("2016-10-10", When(2016, 10, 10)),
        ("2016-10-10 10:00", When(2016, 10, 10, Clock(10, 0))),
        ("2016-10-10T10:00", When(2016, 10, 10, Clock(10, 0))),
        ("2016-10-10   10.30", When(2016, 10, 10, Clock(10, 30))),
        ("2016-10-10 1.30pm", When(2016, 10, 10, Clock(13, 30))),
        (" 2016-10-10\n", When(2016, 10, 10)),
        ("2016-02-29", When(2016, 2, 29)),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(written: str, when: When) -> None:
    assert parse_when(written, LONDON) == when


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("2017-02-31", "February 2017 has 28 days; write a day from 01 to 28"),
        ("2016-02-30", "February 2016 has 29 days; write a day from 01 to 29"),
        ("31 February 2017", "February 2017 has 28 days; write a day from 01 to 28"),
        ("31/02/2017", "February 2017 has 28 days; write a day from 01 to 28"),
        ("2016-13", "there is no month 13; write a month from 01 to 12"),
        ("1066", "write a year between 1900 and 2200"),
        ("1899-12-31", "write a year between 1900 and 2200"),
        ("2201", "write a year between 1900 and 2200"),
        ("01/03/2025", "this could be two days; write 2025-03-01 for 1 March, or 2025-01-03 for 3 January"),
        ("1.3.25", "this could be two days; write 2025-03-01 for 1 March, or 2025-01-03 for 3 January"),
        (
            "01/03/2025 10am",
            "this could be two days; write 2025-03-01 10:00 for 1 March, or 2025-01-03 10:00 for 3 January",
        ),
        ("25/12/2016", "write 2016-12-25"),
        ("12/25/2016", "write 2016-12-25"),
        ("3-3-2025", "write 2025-03-03"),
        ("45/45/2016", "there is no month 45; write a month from 01 to 12"),
        ("10 October 2016", "write 2016-10-10"),
        ("10th of October 2016", "write 2016-10-10"),
        ("Monday 10th October 2016, 10am", "write 2016-10-10 10:00"),
        ("Mon, 10 Oct 2016", "write 2016-10-10"),
        ("October 10, 2016", "write 2016-10-10"),
        ("10. Oktober 2016", "write 2016-10-10"),
        ("3. März 2016", "write 2016-03-03"),
        ("2016-Oct-10", "write 2016-10-10"),
        ("October 2016", "write 2016-10"),
        ("some time in October 2016", "write 2016-10"),
        ("10 Foober 2016", USUAL),
        ("ab 2016", USUAL),
        ("2016-1-5", "write 2016-01-05"),
        ("2016-1", "write 2016-01"),
        ("2016/10/10", "write 2016-10-10"),
        ("20161010", "write 2016-10-10"),
        ("10/2016", "write 2016-10"),
        ("2016-10-??", "write 2016-10"),
        ("2016-10-00", "write 2016-10"),
        ("2016-xx-xx", "write 2016"),
        ("2016?", "write 2016"),
        ("c. 2016", "write 2016"),
        ("autumn 2016", "write 2016"),
        ("tbc", UNKNOWN),
        ("Not known", UNKNOWN),
        ("2016-10-10 to 2016-10-12", "write one date here, the first: 2016-10-10"),
        ("2016–2017", "write one date here, the first: 2016"),
        ("2016-10-10 10", "write 2016-10-10 10:00"),
        (
            "2016-10-10 2-4pm",
            "write one time here: 2016-10-10 14:00 where it begins, 2016-10-10 16:00 where it ends (120 minutes later)",
        ),
        ("2016-10-10 2.30", "this could be before or after noon; write 2016-10-10 14:30 or 2016-10-10 02:30"),
        ("2016-10-10 half past ten", "write 2016-10-10 10:30"),
        ("10 October 2016 at noon", "write 2016-10-10 12:00"),
        ("10 Oct 16", "write 2016-10-10"),
        ("Tuesday 4 October 2016", "write 2016-10-04"),
        (
            "Monday 4 October 2016",
            "4 October 2016 is a Tuesday; write 2016-10-04 if that is the day, or the right one",
        ),
        ("about 4 October 2016", "write 2016-10-04"),
        ("Tuesday 4 October", "the year is missing; write it too, such as 2016-10-04"),
        ("October 4th", "the year is missing; write it too, such as 2016-10-04"),
        ("October", "the year is missing; write it too, such as 2016-10"),
        ("next Tuesday", OTHER_DAY),
        ("in two weeks", OTHER_DAY),
        ("1 July 2026 10:00Z", "write 2026-07-01 11:00"),
        (
            "01/07/2026 23:30Z",
            "this could be two days; write 2026-07-02 00:30 for 2 July, or 2026-01-07 23:30 for 7 January",
        ),
        ("2026-07-01 25:00Z", NO_TIME),
        ("2026-07-01T10:75:00+01:00", NO_TIME),
        ("2026-01-10 10:00 BST", f"BST {NAMED}"),
        ("2026-07-10 10:00 CET", f"CET {NAMED}"),
        ("2200-12-31T23:30-05:00", "write a year between 1900 and 2200"),
        ("2016-10-10 24:00", "a day begins with midnight, 00:00; write 23:59 for its end"),
        ("2016-10-10 25:00", NO_TIME),
        ("10 October 2016 at 25:00", NO_TIME),
        ("tomorrow", OTHER_DAY),
        ("", USUAL),
        ("٢٠١٦", USUAL),
        ("9" * 1_000_000, USUAL),
    ],
)
def test_a_date_that_cannot_be_is_answered_with_what_to_write(written: str, sentence: str) -> None:
    with pytest.raises(MomentError) as refused:
        parse_when(written, LONDON)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-07-01T10:00:00Z", "2026-07-01T11:00"),
        ("2026-05-10T23:30:00Z", "2026-05-11T00:30"),
        ("2026-01-01T10:00:00Z", "2026-01-01T10:00"),
        ("2026-07-01T10:00:27.123Z", "2026-07-01T11:00"),
        ("2026-07-01T10:00:00", "2026-07-01T10:00"),
        ("2026-07-01T10:00:00+02:00", "2026-07-01T09:00"),
        ("2026-07-01T10:00+0200", "2026-07-01T09:00"),
        ("2026-07-01 10:00 +02", "2026-07-01T09:00"),
        ("2026-07-01 10:00 UTC+2", "2026-07-01T09:00"),
        ("2026-12-31T23:30-05:00", "2027-01-01T04:30"),
        ("2026-07-01T10:00−03:00", "2026-07-01T14:00"),
        ("2026-07-01T10:00+05:45", "2026-07-01T05:15"),
        ("2026-07-01T1000Z", "2026-07-01T11:00"),
        ("2026-07-01T10:00:00Z[Etc/UTC]", "2026-07-01T11:00"),
        ("2026-07-01 10am GMT", "2026-07-01T11:00"),
        ("2026-07-01 2.30pm utc", "2026-07-01T15:30"),
        ("2026-07-01 10:00 BST", "2026-07-01T10:00"),
        ("2026-03-29T00:30:00Z", "2026-03-29T00:30"),
        ("2026-03-29T01:30:00Z", "2026-03-29T02:30"),
    ],
)
def test_a_moment_with_a_zone_is_that_moment_on_the_clocks_of_the_diary(written: str, told: str) -> None:
    assert parse_when(written, LONDON).iso == told


def test_each_of_an_hour_that_comes_twice_is_the_moment_that_it_is() -> None:
    first, second = parse_when("2026-10-25T00:30:00Z", LONDON), parse_when("2026-10-25T01:30:00Z", LONDON)
    assert first.iso == second.iso == "2026-10-25T01:30"
    assert second.first(LONDON) - first.first(LONDON) == timedelta(hours=1)
    assert parse_when("2026-10-25 01:30 BST", LONDON) == first
    assert parse_when("2026-10-25 01:30 GMT", LONDON) == second


@given(
    st.integers(-1_000_000, 90_000_000),
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from(["Europe/London", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "UTC"]),
)
def test_a_moment_with_an_offset_is_never_cut(minute: int, offset: int, name: str) -> None:
    zone = ZoneInfo(name)
    moment = datetime.fromtimestamp(minute * 60, timezone(timedelta(minutes=offset)))
    assert parse_when(moment.isoformat(), zone).first(zone) == moment


@pytest.mark.parametrize("clock", ["01:00", "01:30", "01:59"])
def test_a_time_that_summer_time_skips_is_said_to_be_skipped(clock: str) -> None:
    with pytest.raises(MomentError) as refused:
        parse_when(f"2016-03-27 {clock}", LONDON)
    assert str(refused.value) == (
        "the clocks go forward on that day and skip this time; "
        f"write the time that they show then, such as 02:{clock[3:]}"
    )


@pytest.mark.parametrize("written", ["2016-03-27 00:59", "2016-03-27 02:00", "2016-10-30 01:30"])
def test_times_beside_the_change_of_the_clocks_are_read(written: str) -> None:
    assert parse_when(written, LONDON).iso == written.replace(" ", "T")


@given(moments)
def test_every_moment_is_read_back_as_it_was_written(when: When) -> None:
    for written in (when.iso, when.iso.replace("T", " ")):
        assert parse_when(written, ZoneInfo("UTC")) == when


NEARLY = st.from_regex(r"[0-9]{1,4}([-/. ][0-9]{1,2}){0,2}([ T][0-9:. apm]{1,8})?", fullmatch=True)


@given(st.text() | NEARLY, st.sampled_from(["Europe/London", "America/Sao_Paulo", "Pacific/Apia"]))
def test_any_text_is_a_date_or_is_answered_with_a_sentence_that_can_be_followed(text: str, zone: str) -> None:
    found = read(text, ZoneInfo(zone))
    if isinstance(found, When):
        assert parse_when(found.iso, ZoneInfo(zone)) == found
    else:
        assert str(found).isprintable()
        told = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?", str(found))
        assert all(isinstance(read(date, ZoneInfo("UTC")), When) for date in told)


def read(text: str, zone: ZoneInfo) -> When | MomentError:
    try:
        return parse_when(text, zone)
    except MomentError as error:
        return error
