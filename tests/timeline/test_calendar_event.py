"""A workshop as a calendar takes it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plugins.timeline.calendar_event import CalendarEvent, CalendarEventContext, calendar_event
from plugins.workshops.facts.series import series
from tests.support.diaries import LONDON, read

NEWEST = datetime(2031, 5, 1, tzinfo=UTC)
NOW = datetime(2031, 6, 1, tzinfo=UTC)


def made(folder: Path, fields: str, more: str = "date: 2031-01-01") -> CalendarEvent | None:
    text = f"---\ntitle: A title\n{more}\nworkshop: {{{fields}}}\n---\nX.\n"
    diary, problems = read(folder, workshops__a_day=text)
    assert problems == ()
    context = CalendarEventContext(
        address="https://diary.example.org/",
        summary=lambda _: "What it is.",
        plain=lambda _, words: words,
        newest=NEWEST,
        shared=lambda text: "" if "secret" in text else text,
        zone=LONDON,
    )
    return calendar_event(series(diary.workshops, now=NOW, zone=LONDON)[0], context)


def known(folder: Path, fields: str, more: str = "date: 2031-01-01") -> CalendarEvent:
    found = made(folder, fields, more)
    assert found is not None
    return found


def at(day: int, hour: int, minute: int = 0, month: int = 7) -> datetime:
    return datetime(2031, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize("fields", ["number: 1", "start: 2031", "start: 2031-07", "start: 10:00"])
def test_what_has_no_day_is_in_no_calendar(tmp_path: Path, fields: str) -> None:
    assert made(tmp_path, fields) is None


@pytest.mark.parametrize(
    ("fields", "starts", "ends"),
    [
        ("start: 2031-07-07", date(2031, 7, 7), None),
        ("start: 2031-07-07, end: 13:00", date(2031, 7, 7), None),
        ("start: 2031-07-07, end: 2031-07-07", date(2031, 7, 7), None),
        ("start: 2031-07-07, end: 2031-08", date(2031, 7, 7), None),
        # The end of days is the day after the last [RFC 5545, 3.6.1].
        ("start: 2031-07-07, end: 2031-07-08", date(2031, 7, 7), date(2031, 7, 9)),
        ("start: 2031-07-07 17:00", at(7, 17), None),
        ("start: 2031-07-07 17:00, end: 19:30", at(7, 17), at(7, 19, 30)),
        ("start: 2031-07-07 17:00, end: 2031-07-08 12:00", at(7, 17), at(8, 12)),
        ("start: 2031-07-07 17:00, end: 2031-07-08", at(7, 17), at(9, 0)),
        ("start: 2031-07-07 17:00, end: 2031-07", at(7, 17), None),
    ],
)
def test_days_are_days_and_times_are_times_of_the_diarys_zone(
    tmp_path: Path, fields: str, starts: date, ends: date | None
) -> None:
    found = known(tmp_path, fields)
    assert (found.starts, found.ends) == (starts, ends)
    assert isinstance(found.starts, datetime) == ("17:00" in fields)


@pytest.mark.parametrize(
    ("fields", "status", "name"),
    [
        ("start: 2031-07-07", "CONFIRMED", "A title"),
        ("start: 2031-01-07, name: Planting", "CONFIRMED", "Planting"),
        ("start: 2031-07-07, status: cancelled", "CANCELLED", "Cancelled: A title"),
        ("start: 2031-07-07, status: postponed", "CANCELLED", "Postponed: A title"),
        ("start: 2031-07-07, status: postponed, previously: 2031-06-30", "TENTATIVE", "Postponed: A title"),
        ("start: 2031-07-07, previously: 2031-06-30", "CONFIRMED", "A title"),
    ],
)
def test_what_is_called_off_says_so_in_its_status_and_in_its_name(
    tmp_path: Path, fields: str, status: str, name: str
) -> None:
    found = known(tmp_path, fields)
    assert (found.status, found.name) == (status, name)


def test_the_number_rises_with_each_change_of_the_post(tmp_path: Path) -> None:
    steps = [
        ("start: 2031-07-07, status: planned", ""),
        ("start: 2031-07-07, status: postponed", ""),
        ("start: 2031-07-14, status: planned, previously: 2031-07-07", ""),
        ("start: 2031-07-14, status: cancelled, previously: 2031-07-07", ""),
        ("start: 2031-07-14, status: planned, previously: 2031-07-07", "updated: 2031-07-01"),
        ("start: 2031-07-15, status: planned, previously: 2031-07-07", "updated: 2031-07-01 09:30"),
        ("start: 2031-07-16, status: planned, previously: 2031-07-07", "updated: 2031-07-01 09:31"),
        ("start: 2031-07-16, status: cancelled, previously: 2031-07-07", "updated: 2031-07-01 09:32"),
        # A minute later it takes place after all, and on its first day.
        ("start: 2031-07-07, status: planned", "updated: 2031-07-01 09:33"),
        ("start: 2031-07-16, status: held, previously: 2031-07-07", "date: 2031-07-17\nupdated: 2031-07-01 09:31"),
        ("start: 2031-07-16, status: held, previously: 2031-07-07", "date: 2031-07-17\nupdated: 2031-07-18"),
    ]
    numbers = [known(tmp_path / str(step), fields, more).sequence for step, (fields, more) in enumerate(steps)]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 0
    assert numbers[-1] < 2**31


def test_a_date_before_1970_counts_as_none(tmp_path: Path) -> None:
    assert known(tmp_path, "start: 1950-07-07", "date: 1950").sequence == 0


def test_a_change_is_told_in_universal_time_and_else_is_the_newest_of_the_diary(tmp_path: Path) -> None:
    told = known(tmp_path / "told", "start: 2031-07-07", "date: 2031-06-01\nupdated: 2031-06-02 09:30")
    untold = known(tmp_path / "untold", "start: 2031-07-07, status: planned", "")
    assert told.changed == datetime(2031, 6, 2, 8, 30, tzinfo=UTC)
    assert untold.changed == NEWEST


def test_it_tells_what_it_is_how_to_get_in_and_where_to_read_on_and_names_nobody(tmp_path: Path) -> None:
    found = known(
        tmp_path,
        "start: 2031-07-07, previously: 2031-06-30, facilitators: A librarian, attendance: [{group: Nurses, count: 2}], "
        "venue: {name: The hall, address: Mill Lane, access: Step-free.}",
    )
    assert found.description == (
        "What it is.\nStep-free.\nMoved from Monday 30 June 2031\nhttps://diary.example.org/workshops/a-day/"
    )
    assert found.location == "The hall, Mill Lane"
    assert known(tmp_path / "barest", "start: 2031-07-07").location == ""


def test_it_is_known_by_its_address_alone(tmp_path: Path) -> None:
    one = known(tmp_path / "one", "start: 2031-07-07")
    moved = known(tmp_path / "moved", "start: 2031-08-08, previously: 2031-07-07, number: 3, name: Renamed")
    assert one.uid == moved.uid


def test_what_others_may_not_keep_is_in_no_event(tmp_path: Path) -> None:
    venue = "venue: {name: The secret hall, address: Mill Lane, access: By the secret door.}"
    named = known(tmp_path / "named", f"start: 2031-07-07, name: Our secret, number: 3, {venue}")
    assert (named.name, named.location) == ("A title", "Mill Lane")
    assert named.description == "What it is.\nhttps://diary.example.org/workshops/a-day/"
    numbered = known(
        tmp_path / "number",
        "start: 2031-07-07, number: 3",
        "slug: a-secret\nstatus: hidden\ndate: 2031-01-01\nsummary: X",
    )
    assert (numbered.address, numbered.description) == ("", "What it is.")
