"""What a mistaken author writes of an agenda or a rating, and the sentence that answers."""

from pathlib import Path

import pytest

from tests.support.diaries import read

SOURCE = "content/workshops/a-post/index.md"

CASES = [
    (
        "a scale upside down",
        "feedback:\n  ratings: {question: How?, scale: {least: 5, most: 1}, counts: {5: 1}}",
        "4: Feedback, ratings, number 1, “How?”, scale: the scale is upside down; write {least: 1, most: 5} [off-the-scale]",
    ),
    (
        "a scale of one step",
        "feedback:\n  ratings: {question: How?, scale: {least: 5, most: 5}, counts: {5: 1}}",
        "4: Feedback, ratings, number 1, “How?”, scale: the lowest step and the highest are both 5; "
        "write the scale that people were given [off-the-scale]",
    ),
    (
        "an answer off the scale",
        "feedback:\n  ratings: {question: How?, scale: {least: 1, most: 3}, counts: {5: 1}}",
        '4: Feedback, ratings, number 1, “How?”, counts, 5: found "5"; the scale goes from 1 to 3 [off-the-scale]',
    ),
    (
        "a part before the workshop",
        "workshop: {status: held, start: 2016-10-10 10:00, end: 13:00}\nagenda: {title: Tea, start: 09:30}",
        '4: Agenda, part 1, “Tea”, start: found "09:30", and the workshop begins at 10am; change one of them [times-disagree]',
    ),
    (
        "parts that run backwards",
        "agenda:\n  - {title: Tea, start: 11:00}\n  - {title: Talk, start: 10:00}",
        '5: Agenda, part 2, “Talk”, start: found "10:00", and “Tea”, which stands before it, begins at 11am; change one of them [times-disagree]',
    ),
    (
        "parts that overlap",
        "agenda:\n  - {title: Tea, start: 10:00, minutes: 30}\n  - {title: Talk, start: 10:15}",
        '5: Agenda, part 2, “Talk”, start: found "10:15", and “Tea” lasts until 10.30am; change one of them [times-disagree]',
    ),
    (
        "an agenda that is longer than the workshop",
        "workshop: {status: held, start: 2016-10-10 10:00, end: 11:00}\nagenda: {title: Talk, minutes: 90}",
        "4: Agenda, part 1, “Talk”, minutes: “Talk” ends at 11.30am, after the end of the workshop (11am); change one of them [times-disagree]",
    ),
    (
        "an agenda that goes on past midnight",
        "workshop: {status: held, start: 2016-10-10 22:00, end: 23:00}\nagenda: {title: Talk, minutes: 180}",
        "4: Agenda, part 1, “Talk”, minutes: “Talk” ends after midnight, after the end of the workshop (11pm); change one of them [times-disagree]",
    ),
    (
        "parts that overlap at midnight",
        "agenda:\n  - {title: Tea, start: 23:00, minutes: 120}\n  - {title: Talk, start: 23:30}",
        '5: Agenda, part 2, “Talk”, start: found "23:30", and “Tea” lasts until after midnight; change one of them [times-disagree]',
    ),
    (
        "a part inside that does not fit",
        "agenda:\n  - {title: Tea, start: 10:00, minutes: 30, items: [{title: Cake, start: 10:20, minutes: 20}]}",
        "4: Agenda, part 1, “Tea”, items, part 1, “Cake”, minutes: “Cake” ends at 10.40am, after the end of “Tea” (10.30am); change one of them [times-disagree]",
    ),
    (
        "parts that are longer than their item",
        "agenda:\n  - {title: Tea, minutes: 30, items: [{title: Cake, minutes: 20}, {title: Cups, minutes: 20}]}",
        '4: Agenda, part 1, “Tea”, minutes: found "30", and its parts take 40 minutes; change one of them [times-disagree]',
    ),
    (
        "what really happened, backwards",
        "agenda:\n  - {title: Tea, actual: {start: 10:30}}\n  - {title: Talk}\n  - {title: End, actual: {start: 10:00}}",
        '6: Agenda, part 3, “End”, actual, start: found "10:00", and a part before it began at 10.30am; change one of them [times-disagree]',
    ),
    (
        "a hand-out that lies nowhere",
        "agenda:\n  - title: Tea\n    materials: [{title: The list}]",
        "5: Agenda, part 1, “Tea”, materials, number 1, “The list”: write either “file: …” or “url: …” for it [missing-field]",
    ),
    (
        "a word processor's file for a hand-out",
        "agenda:\n  - title: Tea\n    items:\n      - {title: Cake, materials: {title: The list, file: index.md}}",
        '6: Agenda, part 1, “Tea”, items, part 1, “Cake”, materials, number 1, “The list”, file: found "index.md"; '
        "save it as PDF, write that file here and take this one away (a picture belongs under “photos”) [hand-out]",
    ),
]


@pytest.mark.parametrize(("typed", "answer"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mistake_is_answered_in_one_plain_sentence(tmp_path: Path, typed: str, answer: str) -> None:
    workshop = "" if "workshop:" in typed else "\nworkshop: {status: held}"
    text = f"---\ntitle: A post\n{typed}{workshop}\ndate: 2016-10-10\n---\nWords.\n"
    _, problems = read(tmp_path, workshops__a_post=text)
    assert [str(problem) for problem in problems] == [f"{SOURCE}:{answer}"]
