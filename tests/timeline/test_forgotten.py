"""What an author is reminded of when a workshop's day passed or changed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.blog.site_model import site_model
from plugins.timeline.forgotten import forgotten
from tests.support.diaries import LONDON, read
from tests.support.pages import site_model_of

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
TAKE = "and the post has no “updated:”; write the day of the change there, so that calendars which hold the old day take the new one"


def told(folder: Path, fields: str, more: str = "date: 2031-01-01") -> list[tuple[str, str]]:
    diary, problems = read(folder, workshops__a=f"---\ntitle: A\n{more}\nworkshop: {{{fields}}}\n---\nX.\n")
    assert problems == ()
    return [
        (".".join(map(str, path)), message) for _, (path, message, _) in forgotten(diary.entries, now=NOW, zone=LONDON)
    ]


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        (
            "start: 2031-05-31, status: planned",
            ("workshop.status", "this is still “planned”, and its date has passed; write held, postponed or cancelled"),
        ),
        ("start: 2031-06-09, status: postponed", ("workshop.status", f"this was put off, {TAKE}")),
        ("start: 2031-06-09, status: cancelled", ("workshop.status", f"this was called off, {TAKE}")),
        ("start: 2031-06-09, previously: 2031-05-09", ("workshop.previously", f"this was moved, {TAKE}")),
        (
            "start: 2031-06-02, status: held",
            (
                "workshop.status",
                "this is “held”, and its date is still to come; look at both, and change one of them",
            ),
        ),
        ("previously: 2031-06-01, status: planned", ("workshop.previously", f"this was moved, {TAKE}")),
    ],
)
def test_an_author_is_told_what_to_look_at_again(tmp_path: Path, fields: str, finding: tuple[str, str]) -> None:
    assert told(tmp_path, fields) == [finding]


def test_a_change_that_is_still_to_come_is_told(tmp_path: Path) -> None:
    message = "this is still to come; write the day of the change, since calendars miss every other change until then"
    assert told(tmp_path, "start: 2031-06-09", "date: 2031-01-01\nupdated: 2031-06-02") == [("updated", message)]


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ("start: 2031-06-09, status: planned", ""),
        ("status: planned", ""),
        ("start: 2031-05-31", "date: 2031-01-01"),
        ("start: 2031-06-09, status: cancelled", "updated: 2031-05-01"),
        ("start: 2031-06, status: cancelled", ""),
        ("start: 2031-05-09, status: cancelled", ""),
        ("start: 2031-06-01, previously: 2031-05-09, status: held", "date: 2031-01-01"),
        ("start: 2031-05-31, status: planned", "status: draft"),
    ],
)
def test_nobody_is_bothered_without_need(tmp_path: Path, fields: str, more: str) -> None:
    assert told(tmp_path, fields, more) == []


def test_it_does_not_keep_the_diary_from_being_published(tmp_path: Path) -> None:
    text = "---\ntitle: A\nworkshop: {start: 2031-05-31, status: planned}\n---\nX.\n"
    diary, _ = read(tmp_path, workshops__a=text, posts__b="---\ntitle: B\ndate: 2031\n---\nX.\n")
    _, problems = site_model(site_model_of(tmp_path / "content", now=NOW).settings, diary)
    assert [(problem.line, problem.stops) for problem in problems] == [(3, False)]
