"""`a, b` where a list may stand: two where no comma can be meant, asked about where one could be, one in a sentence."""

from pathlib import Path

import pytest

from plugins.workshops.record.post import Post
from tests.support.diaries import read

SOURCE = "content/workshops/a-post/index.md"
VOTE = "votes:\n  - id: which\n    question: Which?\n    method: show-of-hands\n    counts: not-kept\n"


def post(folder: Path, typed: str) -> tuple[Post | None, list[str]]:
    text = f"---\ntitle: A post\ndate: 2016-10-10\n{typed}\n---\nWords.\n"
    diary, problems = read(folder, workshops__a_post=text)
    return next((entry.post for entry in diary.entries), None), [str(each) for each in problems]


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("tags: housing, money", ("housing", "money")),
        ("tags: housing,money,", ("housing", "money")),
        ("tags: housing; money", ("housing", "money")),
        ("tags: housing,\n  money", ("housing", "money")),
        ("tags:\n  - housing, money\n  - food", ("housing", "money", "food")),
        ("tags: 住房、钱", ("住房", "钱")),
        ("tags: 1,000 homes", ("1,000 homes",)),
        ('tags: "health, safety"', ("health, safety",)),
        ("tags: [housing, 'health, safety']", ("housing", "health, safety")),
    ],
)
def test_tags_with_a_comma_between_them_are_several(tmp_path: Path, typed: str, tags: tuple[str, ...]) -> None:
    written, problems = post(tmp_path, f"{typed}\nworkshop: {{status: held}}")
    assert problems == []
    assert written is not None
    assert written.tags == tags


def test_ids_with_a_comma_between_them_are_several(tmp_path: Path) -> None:
    typed = (
        "workshop: {status: held}\nideas:\n  - {id: x, name: X}\n  - {id: y, name: Y}\n"
        "blueprints:\n  idea: x, y\n  steps: {step: One}"
    )
    written, problems = post(tmp_path, typed)
    assert problems == []
    assert written is not None
    assert written.blueprints[0].idea == ("x", "y")


def test_a_sentence_stays_one(tmp_path: Path) -> None:
    typed = (
        "workshop:\n  status: held\n  aims: Listen, and learn.\n  access: travel, food\n  ground_rules: Be kind, be brief"
        "\neasy_read: We met, we talked.\nfeedback: {went_well: 'Food, music'}"
    )
    written, problems = post(tmp_path, typed)
    assert problems == []
    assert written is not None
    assert written.workshop is not None
    assert written.workshop.aims == ("Listen, and learn.",)
    assert len(written.workshop.access) == len(written.workshop.ground_rules) == len(written.easy_read) == 1


ASKED = [
    (
        f"workshop: {{status: held}}\n{VOTE}    options: Park, Pool\n    chosen: Park",
        "10: Votes, vote 1, “Which?”, options",
        "Park, Pool",
    ),
    (
        f"workshop: {{status: held}}\n{VOTE}    options: [Park, Pool]\n    chosen: Yes, but later",
        "11: Votes, vote 1, “Which?”, chosen",
        "Yes, but later",
    ),
    (
        "workshop:\n  status: held\n  facilitators: Quill, Feather and Co",
        "6: Workshop, facilitators",
        "Quill, Feather and Co",
    ),
    ("workshop:\n  status: held\n  attendance: young people, staff", "6: Workshop, attendance", "young people, staff"),
    ("workshop: {status: held}\nagenda: Welcome, tea", "5: Agenda", "Welcome, tea"),
    ("workshop: {status: held}\nfeedback:\n  mood: tired, glad", "6: Feedback, mood", "tired, glad"),
]


@pytest.mark.parametrize(("typed", "place", "value"), ASKED, ids=[place for _, place, _ in ASKED])
def test_a_name_with_a_comma_is_asked_about_and_either_answer_ends_it(
    tmp_path: Path, typed: str, place: str, value: str
) -> None:
    _, problems = post(tmp_path, typed)
    answer = f'write [{value}] if these are 2, or "{value}" if this is one'
    assert problems == [f'{SOURCE}:{place}: found "{value}"; {answer} [one-or-several]']
    for mended in (f"[{value}]", f'"{value}"'):
        assert all("if these are" not in each for each in post(tmp_path, typed.replace(value, mended))[1])


def test_a_part_that_needs_quotes_is_told_with_them(tmp_path: Path) -> None:
    _, problems = post(tmp_path, 'workshop:\n  status: held\n  facilitators: Sam, R&D, "Ann"')
    assert problems == [
        f'{SOURCE}:6: Workshop, facilitators: found "Sam, R&D, "Ann""; write [Sam, "R&D", \'"Ann"\'] '
        "if these are 3, or 'Sam, R&D, \"Ann\"' if this is one [one-or-several]"
    ]
