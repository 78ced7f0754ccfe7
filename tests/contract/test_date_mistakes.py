"""What a mistaken author writes for a date or a time, and the sentence that answers."""

from pathlib import Path

import pytest

from tests.support.diaries import read

SOURCE = "content/workshops/a-post/index.md"

DATES = [
    (
        "a milestone that comes soon",
        "milestones:\n  - {when: soon, title: A new desk}",
        '4: Milestones, number 1, “A new desk”, when: found "soon"; write what is known of the day, such as 2016 or 2016-10 [not-a-date]',
    ),
    (
        "an update that comes soon",
        "updated: soon",
        '3: Updated: found "soon"; leave this field out until the day is known, or write what is known, '
        "such as 2016 or 2016-10 [not-a-date]",
    ),
    (
        "two times for a start",
        "workshop: {status: held, start: 2pm-4pm}",
        '3: Workshop, start: found "2pm-4pm"; '
        "write one time here: 14:00 where it begins, 16:00 where it ends (120 minutes later) [not-a-date]",
    ),
    (
        "four digits for a time",
        "workshop: {status: held, start: 1030}",
        '3: Workshop, start: found "1030"; write 10:30 [not-a-date]',
    ),
    (
        "a date for a start as people write it",
        "workshop: {status: held, start: 12.10.25}",
        '3: Workshop, start: found "12.10.25"; '
        "this could be two days; write 2025-10-12 for 12 October, or 2025-12-10 for 10 December [not-a-date]",
    ),
    (
        "neither a date nor a time for a start",
        "workshop: {status: held, start: after lunch}",
        '3: Workshop, start: found "after lunch"; '
        "write a date as year-month-day, such as 2016-10-10, or only 2016-10 when the day is not known [not-a-date]",
    ),
    (
        "an hour that no day has",
        'agenda: [{title: Tea, start: "25:00"}]',
        '3: Agenda, part 1, “Tea”, start: found "25:00"; there is no such time of day; write a clock time, such as 10:00 or 1.30pm [not-a-date]',
    ),
]


@pytest.mark.parametrize(("typed", "answer"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_a_date_that_cannot_be_is_answered_at_its_line(tmp_path: Path, typed: str, answer: str) -> None:
    workshop = "" if "workshop:" in typed else "\nworkshop: {status: held}"
    _, problems = read(
        tmp_path, workshops__a_post=f"---\ntitle: A post\n{typed}{workshop}\ndate: 2016-10-10\n---\nWords.\n"
    )
    assert [str(problem) for problem in problems] == [f"{SOURCE}:{answer}"]
