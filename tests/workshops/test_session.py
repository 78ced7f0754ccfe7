"""When a workshop starts, ends, and was to be before it was moved."""

from pathlib import Path

import pytest

from tests.support.diaries import read


def told(folder: Path, fields: str) -> list[str]:
    _, problems = read(folder, workshops__a=f"---\ntitle: A\ndate: 2031-01-01\nworkshop: {{{fields}}}\n---\nX.\n")
    return [f"{problem.place}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("start", "end", "more"),
    [
        ("2031-03-01 10:00", "09:00", " (for an end after midnight, write its day too)"),
        ("2031-03-01 10:00", "10:00", " (for an end after midnight, write its day too)"),
        ("2031-03-01 19:00", "00:00", " (for an end after midnight, write its day too)"),
        ("10:00", "09:00", " (for an end after midnight, write its day too)"),
        ("2031-03-02", "2031-03-01", ""),
        ("2031-03-01 10:00", "2031-03-01 09:30", ""),
        ("2031-03-01 10:00", "2031-02", ""),
        ("2031-03", "2030", ""),
    ],
)
def test_an_end_that_is_not_after_the_start_is_told(tmp_path: Path, start: str, end: str, more: str) -> None:
    message = f'found "{end}", and the workshop starts at "{start}"'
    assert told(tmp_path, f"start: {start}, end: {end}") == [f"Workshop, end: {message}; change one of them{more}"]


@pytest.mark.parametrize("end", ["12:00", "2031-03-01", "2031-03-01 12:00"])
def test_an_end_without_a_start_is_told(tmp_path: Path, end: str) -> None:
    assert told(tmp_path, f"end: {end}") == [
        f'Workshop, end: found "{end}", and there is no “start”; write when the workshop starts too'
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "start: 2031-03-01 10:00, end: 13:00",
        "start: 2031-03-01 19:00, end: 2031-03-02 00:00",
        "start: 2031-03-01, end: 2031-03-01",
        "start: 2031-03-01, end: 09:00",
        "start: 2031-03-01 10:00, end: 2031-03",
        "start: 10:00, end: 2031-03-01",
        "start: 2031-03, end: 2031",
        "start: 2031-03-02",
        "number: 1",
    ],
)
def test_what_may_be_so_is_not_told(tmp_path: Path, fields: str) -> None:
    assert told(tmp_path, fields) == []


def test_a_workshop_cannot_have_been_moved_to_the_day_that_it_had(tmp_path: Path) -> None:
    assert told(tmp_path, "start: 2031-03-01, previously: 2031-03-01") == [
        'Workshop, previously: found "2031-03-01", which is the day that stands at “start”; '
        "write the day that it had before, or take this field out"
    ]
    assert told(tmp_path / "time", "start: 2031-03-01 14:00, previously: 2031-03-01 10:00") == []
