"""When time alone changes a site: never later than it really does, and not without a reason."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.blog.next_change import next_change
from plugins.blog.publication import Moment
from plugins.blog.site_model import site_model
from plugins.consent.register import read_register
from plugins.workshops.intake import read_diary
from tests.support.diaries import LONDON, written
from tests.support.pages import rendered, settings_of, taking_comments

EVENING = "2031-06-01T20:30+01:00"


def change_after(content: Path, now: datetime) -> datetime:
    diary, _ = read_diary(content, zone=LONDON, now=now)
    register, _ = read_register(content / "consent.yml", source="", zone=LONDON)
    return next_change(diary.entries, register, Moment(now, LONDON))


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ("date: 2031-01-01", "2031-06-02T00:00:00+01:00"),
        ("date: 2031-06-01 21:15", "2031-06-01T21:15:00+01:00"),
        ("date: 2031-06-01 20:15", "2031-06-02T00:00:00+01:00"),
        ("date: 2031-06-07 21:15", "2031-06-02T00:00:00+01:00"),
        ("date: 2031-01-01\ncomments: {closes: 2031-06-01 22:00}", "2031-06-01T22:00:00+01:00"),
        ("date: 2031-01-01\nworkshop: {start: 2031-06-01 20:30}", "2031-06-01T20:30:59.000001+01:00"),
        ("date: 2030-06-01\nworkshop: {start: 2030-06-01 20:45}", "2031-06-01T20:45:59.000001+01:00"),
    ],
)
def test_the_next_change_is_what_the_diary_names_or_midnight(tmp_path: Path, fields: str, change: str) -> None:
    content = written(tmp_path, workshops__a=f"---\ntitle: A\n{fields}\n---\nWords.\n")
    assert change_after(content, datetime.fromisoformat(EVENING)) == datetime.fromisoformat(change)


def test_the_last_second_of_a_consent_is_a_change(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a="---\ntitle: A\ndate: 2031-01-01\n---\nWords.\n")
    (content / "consent.yml").write_text("C-01: {covers: [photo], until: 2031-06-01}\n")
    over = datetime.fromisoformat("2031-06-01T23:59:59.000001+01:00")
    assert change_after(content, datetime.fromisoformat(EVENING)) == over
    assert change_after(content, over) == datetime.fromisoformat("2031-06-02T00:00:00+01:00")


def test_the_night_in_which_the_clocks_change_has_one_midnight(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a="---\ntitle: A\ndate: 2031-01-01\n---\nWords.\n")
    assert change_after(content, datetime.fromisoformat("2031-10-26T00:30+01:00")) == datetime.fromisoformat(
        "2031-10-27T00:00+00:00"
    )


_SERIES = {
    "workshops__one": "---\ntitle: One\ndate: 2031-05-01\nworkshop: {number: 1, start: 2031-06-01 19:00}\n---\nWords.\n",
    "workshops__two": "---\ntitle: Two\ndate: 2031-05-01\nworkshop: {number: 2, start: 2031-06-03}\n---\nWords.\n",
    "posts__soon": "---\ntitle: Soon\ndate: 2031-06-01 21:15\n---\nWords.\n",
    "posts__open": "---\ntitle: Open\ndate: 2031-05-02\ncomments: {closes: 2031-06-02 09:00}\n---\nWords.\n",
}


def pages_at(content: Path, now: datetime) -> dict[str, str]:
    settings = settings_of(content, now=now)
    diary, _ = read_diary(content, zone=LONDON, now=now)
    made, _ = site_model(settings, diary, discussion=taking_comments(content))
    return rendered(made)


def changes(content: Path, since: datetime, until: datetime) -> Iterator[datetime]:
    while (since := change_after(content, since)) < until:
        yield since


def test_no_page_changes_between_two_changes(tmp_path: Path) -> None:
    content = written(tmp_path, **_SERIES)
    began = datetime.fromisoformat("2031-06-01T18:00+01:00")
    shown = pages_at(content, began)
    found = list(changes(content, began, datetime.fromisoformat("2031-06-02T10:00+01:00")))
    said = [moment.astimezone(LONDON).strftime("%H:%M") for moment in found]
    assert said == ["19:00", "19:00", "21:15", "21:15", "00:00", "09:00", "09:00"]
    for moment in found:
        assert pages_at(content, moment - timedelta(microseconds=1)) == shown
        shown = pages_at(content, moment)
