"""Calendar files, read by two parsers: the library that wrote them, and another."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from plugins.timeline import calendar_file
from plugins.timeline.calendar import written
from plugins.timeline.calendar_event import CalendarEvent
from plugins.timeline.calendar_file import CalendarHead
from plugins.timeline.offsets import observances
from tests.test_sites import SITES

LONDON = ZoneInfo("Europe/London")
HEAD = CalendarHead(
    name="A diary",
    description="What, we; do",
    address="https://a.example.org/c.ics",
    home="https://a.example.org/",
    year=2031,
)
UPCOMING = SITES / "upcoming" / "pages"


def made(**fields: object) -> CalendarEvent:
    usual: Mapping[str, object] = {
        "uid": "one",
        "name": "A day",
        "starts": date(2031, 7, 7),
        "ends": None,
        "status": "CONFIRMED",
        "sequence": 3,
        "changed": datetime(2031, 1, 1, 9, tzinfo=UTC),
        "address": "https://a.example.org/workshops/a/",
        "description": "What it is.",
        "location": "",
    }
    return CalendarEvent(**{**usual, **fields})  # type: ignore[arg-type]  # fields by their names


def single(event: CalendarEvent, zone: ZoneInfo) -> bytes:
    return written(calendar_file.single(event, zone)).encode()


def subscription(events: Sequence[CalendarEvent]) -> bytes:
    return written(calendar_file.subscription(HEAD, events, LONDON)).encode()


@pytest.mark.parametrize("path", sorted(path.relative_to(UPCOMING).as_posix() for path in UPCOMING.rglob("*.ics")))
def test_the_agreed_files_read_alike_in_both_parsers(path: str) -> None:
    content = (UPCOMING / path).read_bytes()
    ours = [
        (
            str(event["UID"]),
            str(event["SUMMARY"]),
            event.decoded("DTSTART"),
            event.decoded("SEQUENCE"),
            str(event["STATUS"]),
        )
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]
    theirs = [
        (event.uid.value, event.summary.value, event.dtstart.value, int(event.sequence.value), event.status.value)
        for event in vobject.readOne(content.decode()).vevent_list
    ]
    assert [event[:2] + event[3:] for event in ours] == [event[:2] + event[3:] for event in theirs]
    for (*_, one, _a, _b), (*_, other, _c, _d) in zip(ours, theirs, strict=True):
        assert type(one) is type(other)
        assert one.isoformat() == other.isoformat()
    assert len({event[0] for event in ours}) == len(ours) > 0


def test_months_unknown_days_drafts_and_posts_to_come_are_in_no_calendar() -> None:
    content = (UPCOMING / "workshops.ics").read_bytes()
    names = [str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert names == ["Seeds", "Beds, boots; and a café", "Cancelled: Paths", "Postponed: A pond", "Open weekend"]
    assert b"canary" not in content.lower()


def test_nobody_is_named_in_a_calendar() -> None:
    content = (UPCOMING / "workshops.ics").read_text("utf-8")
    assert "Somebody whom no calendar names" not in content
    assert "ORGANIZER" not in content
    assert "ATTENDEE" not in content


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
def test_any_words_are_folded_by_bytes_and_read_whole(words: str) -> None:
    content = single(made(name=words, description=f"{words}\n{words}"), LONDON)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (words, f"{words}\n{words}")


def test_a_day_is_a_day_and_takes_nobodys_time() -> None:
    (event,) = Calendar.from_ical(single(made(ends=date(2031, 7, 9), location="The hall"), LONDON)).walk("VEVENT")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2031, 7, 7), date(2031, 7, 9))
    assert (event["TRANSP"], event["LOCATION"]) == ("TRANSPARENT", "The hall")
    assert b"VTIMEZONE" not in single(made(), LONDON)


def test_an_event_without_an_address_or_words_says_neither() -> None:
    content = single(made(address="", description=""), LONDON)
    assert [name for name in (b"URL", b"DESCRIPTION") if name in content] == []


def test_a_time_names_its_zone_and_the_file_brings_the_rules_of_that_year_alone() -> None:
    starts = datetime(2031, 7, 7, 17, tzinfo=LONDON)
    content = single(made(starts=starts, ends=starts + timedelta(hours=2)), LONDON)
    assert b"DTSTART;TZID=Europe/London:20310707T170000\r\n" in content
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    years = {part.decoded("DTSTART").year for part in zone.subcomponents}
    assert years == {2031}
    assert b"RRULE" not in content


def test_a_calendar_of_several_years_has_the_rules_of_all_of_them() -> None:
    moments = [datetime(year, 7, 7, 17, tzinfo=LONDON) for year in (2030, 2032)]
    content = subscription([made(uid=str(place), starts=held) for place, held in enumerate(moments)])
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    assert [part.decoded("DTSTART").year for part in zone.subcomponents] == [2030, 2030, 2030, 2031, 2031, 2032, 2032]


def test_a_calendar_without_events_is_one_all_the_same() -> None:
    content = subscription([])
    calendar = Calendar.from_ical(content)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]
    assert vobject.readOne(content.decode()).prodid.value == "-//Coproduction Diary//Workshops//EN"


def test_a_calendar_says_its_name_where_it_is_and_that_once_a_day_is_enough() -> None:
    content = subscription([made()]).decode()
    for line in (
        "NAME:A diary",
        "X-WR-CALNAME:A diary",
        "X-WR-CALDESC:What\\, we\\; do",
        "SOURCE;VALUE=URI:https://a.example.org/c.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ):
        assert f"\r\n{line}\r\n" in content
    assert "METHOD" not in content


def test_a_zone_that_never_changes_its_clocks_is_told_in_one_part() -> None:
    zone = ZoneInfo("Africa/Nairobi")
    assert [(held.before, held.after) for held in observances(zone, 2031, 2033)] == [(timedelta(hours=3),) * 2]


@pytest.mark.parametrize(
    "name", ["Europe/London", "America/Santiago", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"]
)
def test_the_rules_in_the_file_give_every_hour_of_the_year_its_true_offset(name: str) -> None:
    zone = ZoneInfo(name)
    told = list(observances(zone, 2031, 2031))
    moment, end = datetime(2031, 1, 1, 12, tzinfo=UTC), datetime(2031, 12, 31, tzinfo=UTC)
    while moment < end:
        here = moment.astimezone(zone)
        # What a calendar program does: the last rule that has begun, by the clocks before it.
        ruling = max(
            (rule for rule in told if rule.since - rule.before <= moment.replace(tzinfo=None)),
            key=lambda rule: rule.since,
        )
        assert ruling.after == here.utcoffset(), moment
        moment += timedelta(minutes=30)


def test_the_other_parser_reads_the_clocks_of_the_file_as_they_are(tmp_path: Path) -> None:
    starts = datetime(2031, 3, 30, 3, tzinfo=LONDON)
    content = single(made(starts=starts, ends=datetime(2031, 10, 26, 3, tzinfo=LONDON)), LONDON).decode()
    event = vobject.readOne(content).vevent
    assert event.dtstart.value.utcoffset() == timedelta(hours=1)
    assert event.dtend.value.utcoffset() == timedelta()
