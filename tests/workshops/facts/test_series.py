"""Where the project is in its series of workshops."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.workshops.facts.series import own_name, series
from tests.support.diaries import LONDON, read

NOW = datetime(2016, 11, 15, 12, tzinfo=UTC)


def workshop(fields: str) -> str:
    return f"---\ntitle: A\ndate: 2016\nworkshop: {{{fields}}}\n---\nX.\n"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("start: 2016-10", "held"),
        ("start: 2016-11", "next"),
        ("start: 2016-11-14", "held"),
        ("start: 2016-11-15", "next"),
        ("start: 2016-11-15 11:58", "held"),
        ("start: 2016-11-15 12:01", "next"),
        ("start: 10:00", "next"),
        ("number: 1", "next"),
        ("start: 2020-01-01, status: held", "held"),
        ("start: 2016-01-01, status: planned", "planned"),
        ("start: 2016-01-01, status: postponed", "postponed"),
        ("start: 2016-01-01, status: cancelled", "cancelled"),
    ],
)
def test_a_workshop_stands_where_its_post_says_or_else_where_its_start_does(
    tmp_path: Path, fields: str, state: str
) -> None:
    diary, problems = read(tmp_path, workshops__a=workshop(fields))
    assert problems == ()
    assert [place.state for place in series(diary.workshops, now=NOW, zone=LONDON)] == [state]


def test_a_planned_workshop_whose_day_has_passed_is_never_the_next(tmp_path: Path) -> None:
    diary, _ = read(
        tmp_path,
        workshops__a=workshop("number: 1, start: 2016-11-14, status: planned"),
        workshops__b=workshop("number: 2, start: 2016-11-21, status: planned"),
    )
    assert [place.state for place in series(diary.workshops, now=NOW, zone=LONDON)] == ["planned", "next"]


def test_only_the_first_planned_one_is_the_next_and_other_posts_have_no_place(tmp_path: Path) -> None:
    diary, _ = read(
        tmp_path,
        workshops__a=workshop("number: 1, status: cancelled"),
        workshops__b=workshop("number: 2"),
        workshops__c=workshop("number: 3"),
        posts__d="---\ntitle: D\ndate: 2016\n---\nX.\n",
    )
    places = series(diary.entries, now=NOW, zone=LONDON)
    assert [(place.entry.slug, place.state) for place in places] == [
        ("a", "cancelled"),
        ("b", "next"),
        ("c", "planned"),
    ]
    assert [place.workshop.number for place in places] == [1, 2, 3]


@pytest.mark.parametrize(
    ("newest", "fields", "state"),
    [
        ("2015-11-13", "number: 2, status: planned", "planned"),
        ("2015-11-20", "number: 2, status: planned", "next"),
        ("2010-01-01", "number: 2, start: 2016-12-01", "next"),
    ],
)
def test_a_workshop_without_a_day_is_not_the_next_once_a_year_has_gone_by(
    tmp_path: Path, newest: str, fields: str, state: str
) -> None:
    diary, _ = read(
        tmp_path,
        workshops__a=f"---\ntitle: A\nworkshop: {{number: 1, start: {newest}}}\n---\nX.\n",
        workshops__b=f"---\ntitle: B\nworkshop: {{{fields}}}\n---\nX.\n",
    )
    assert [place.state for place in series(diary.workshops, now=NOW, zone=LONDON)] == ["held", state]


def test_a_series_without_any_date_has_a_next_workshop(tmp_path: Path) -> None:
    diary, _ = read(tmp_path, workshops__a="---\ntitle: A\nworkshop: {number: 1}\n---\nX.\n")
    assert [place.state for place in series(diary.workshops, now=NOW, zone=LONDON)] == ["next"]


@pytest.mark.parametrize(
    ("title", "fields", "said"),
    [
        ("We built it out of paper", "number: 3, name: Making", "Making"),
        ("Our third workshop: making things", "number: 3, name: Making", ""),
        ("Our First Workshop", "number: 1, name: first workshop!", ""),
        ("We met", "number: 2, name: Workshop 2", ""),
        ("We met", "number: 2, name: Workshop 3", "Workshop 3"),
        ("We met", "name: We met", ""),
        ("We met", "number: 2", ""),
    ],
)
def test_a_workshops_name_is_said_where_neither_its_title_nor_its_number_says_so(
    tmp_path: Path, title: str, fields: str, said: str
) -> None:
    diary, problems = read(tmp_path, workshops__a=workshop(fields).replace("title: A", f"title: '{title}'"))
    assert problems == ()
    assert [own_name(entry.post) for entry in diary.workshops] == [said]


def test_a_post_of_another_kind_has_no_workshops_name(tmp_path: Path) -> None:
    diary, _ = read(tmp_path, posts__a="---\ntitle: A\ndate: 2016\n---\nX.\n")
    assert [own_name(entry.post) for entry in diary.entries] == [""]
