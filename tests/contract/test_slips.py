"""Slips in front matter as editors, phones and tired people make them: one finding each, and its advice ends it."""

from pathlib import Path

import pytest

from tests.support.diaries import read

WORKSHOP = "workshop:\n  name: Our day\n  status: held\n"
SLIPS = [
    # a colon forgotten
    ("workshop:\n  number 2", 5, "put a colon after “number”: “number: 2”", "workshop:\n  number: 2"),
    (
        "workshop:\n  number 2\n  name: A",
        5,
        "put a colon after “number”: “number: 2”",
        "workshop:\n  number: 2\n  name: A",
    ),
    (WORKSHOP + "  number 2", 7, "put a colon after “number”: “number: 2”", WORKSHOP + "  number: 2"),
    (
        "workshop:\n  name Our first day there\n  status: held",
        5,
        "put a colon after “name”: “name: Our first day there”",
        "workshop:\n  name: Our first day there\n  status: held",
    ),
    (
        "workshop:\n  name: A\n    number 2",
        6,
        "put a colon after “number”: “number: 2”",
        "workshop:\n  name: A\n  number: 2",
    ),
    ("workshop\n  status: held", 4, "put a colon after “workshop”: “workshop:”", "workshop:\n  status: held"),
    ("summary We met.", 4, "put a colon after “summary”: “summary: We met.”", "summary: We met."),
    (
        "milestones:\n  - when 2016\n    title: A",
        5,
        "put a colon after “when”: “when: 2016”",
        "milestones:\n  - when: 2016\n    title: A",
    ),
    # another sign for it
    ("workshop:\n  number:2", 5, "put a space after the colon: “number: 2”", "workshop:\n  number: 2"),
    (WORKSHOP + "  number:2", 7, "put a space after the colon: “number: 2”", WORKSHOP + "  number: 2"),
    (WORKSHOP + "  number = 2", 7, "write a colon where the = is: “number: 2”", WORKSHOP + "  number: 2"),
    (
        "workshop:\n  number = 2\n  status: held",
        5,
        "write a colon where the = is: “number: 2”",
        "workshop:\n  number: 2\n  status: held",
    ),
    (
        "workshop:\n  name：A\n  status: held",
        5,
        "write a colon where the ： is: “name: A”",
        "workshop:\n  name: A\n  status: held",
    ),
    # a field beside another
    (
        "workshop: number: 2",
        4,
        "“number: 2” begins a line of its own; put it below, with two spaces before it",
        "workshop:\n  number: 2",
    ),
    (
        "workshop: status held",
        4,
        "put it on a line of its own, with two spaces before it and a colon after “status”: “status: held”",
        "workshop:\n  status: held",
    ),
    # spaces lost
    (
        "workshop:\nnumber: 2",
        5,
        "put two spaces before “number”, so that it stands under “workshop” in line 4",
        "workshop:\n  number: 2",
    ),
    (
        "workshop:\nnumber: 2\nstatus: held\nname: A\ntags: b",
        5,
        "put two spaces before “number” and “status” and “name”, so that they stand under “workshop” in line 4",
        "workshop:\n  number: 2\n  status: held\n  name: A\ntags: b",
    ),
    (
        WORKSHOP + "number: 2",
        7,
        "begin “number” as far to the right as “name” in line 5, so that it stands under “workshop” in line 4",
        WORKSHOP + "  number: 2",
    ),
    (
        WORKSHOP + "number: 2\nstatus: published",
        7,
        "begin “number” as far to the right as “name” in line 5, so that it stands under “workshop” in line 4",
        WORKSHOP + "  number: 2\nstatus: published",
    ),
    (
        "workshop: {status: held}\nnumber: 2",
        5,
        "write “number” between the brackets of “workshop” in line 4",
        "workshop: {status: held, number: 2}",
    ),
    (
        "workshop:\n  venue:\n  name: Hub\n  address: There",
        6,
        "put two spaces before “name” and “address”, so that they stand under “venue” in line 5",
        "workshop:\n  venue:\n    name: Hub\n    address: There",
    ),
    (
        "milestones:\n  - when: 2016\n    title: A\ntext: B",
        7,
        "begin “text” as far to the right as “when” in line 5, so that it stands under “milestones” in line 4",
        "milestones:\n  - when: 2016\n    title: A\n    text: B",
    ),
    (
        "workshop:\n  name: A\n    number: 2",
        6,
        "this line begins with 4 spaces; begin it with 2 spaces, so that it stands under “name” of line 5",
        "workshop:\n  name: A\n  number: 2",
    ),
    ("workshop:\n\tstatus: held", 5, "this line begins with a tab; use spaces instead", "workshop:\n  status: held"),
    # quotes
    (
        'workshop:\n  name: "Our day\n  status: held',
        5,
        'the quote that opens here is not closed; put " at the end of the text',
        'workshop:\n  name: "Our day"\n  status: held',
    ),
    (
        'summary: "We met.\nauthor: Sam\nimage: "',
        4,
        'the quote that opens here is not closed; put " at the end of the text',
        'summary: "We met."\nauthor: Sam',
    ),
    # other bullets
    (
        "agenda:\n  – title: Welcome\n    minutes: 5",
        5,
        "a list is written with a hyphen and a space: begin the line with “- ”",
        "agenda:\n  - title: Welcome\n    minutes: 5",
    ),
    # a comma between braces
    (
        "agenda:\n  - {title: Talk, notes: Tea, cake, and time to talk, minutes: 5}",
        5,
        'between braces a comma ends a text; write notes: "Tea, cake, and time to talk"',
        'agenda:\n  - {title: Talk, notes: "Tea, cake, and time to talk", minutes: 5}',
    ),
    (
        "ideas: [{id: one, name: One}]\nblueprints: {idea: one, two, steps: {step: A}}",
        5,
        "between braces a comma ends a text; write idea: [one, two]",
        "ideas: [{id: one, name: One}, {id: two, name: Two}]\nblueprints: {idea: [one, two], steps: {step: A}}",
    ),
    # names
    (
        "workshop:\n  Number: 2",
        5,
        "there is no field “Number” here; did you mean “number”?",
        "workshop:\n  number: 2",
    ),
    (
        "workshop:\n  ground rules: Be kind",
        5,
        "there is no field “ground rules” here; did you mean “ground_rules”?",
        "workshop:\n  ground_rules: Be kind",
    ),
    # what stands behind a hash
    (
        'author: "Sam"#2 of four',
        4,
        "#2 stands behind the closing quote and would be lost, since # begins a comment; put that quote behind it "
        "(or, if you mean a comment, put a space on either side of #)",
        'author: "Sam #2 of four"',
    ),
    (
        "tags: [care, #housing]",
        4,
        "the text ends before #housing, since # begins a comment; put the text in straight quotes "
        "(or, if you mean a comment, put a space after #)",
        'tags: [care, "#housing"]',
    ),
]


def workshop(typed: str) -> str:
    """A workshop with these fields."""
    held = "" if "workshop" in typed else "\nworkshop: {status: held}"
    return f"---\ntitle: A post\ndate: 2016-10-10\n{typed}{held}\n---\nWords.\n"


def findings(folder: Path, typed: str) -> list[tuple[int, str]]:
    _, problems = read(folder, workshops__a_post=workshop(typed))
    return [(problem.line, problem.message) for problem in problems]


@pytest.mark.parametrize(("typed", "line", "message", "mended"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_told_once_at_its_line_and_its_advice_ends_it(
    tmp_path: Path, typed: str, line: int, message: str, mended: str
) -> None:
    assert findings(tmp_path, typed) == [(line, message)]
    assert findings(tmp_path, mended) == []


@pytest.mark.parametrize(
    "typed",
    [
        "summary: We talked about\n  access and food\n  number 2 was a bus",
        "summary: We talked about\n  name and age",
        "workshop:\n  access:\n    - number of chairs\n    - name badges",
        'summary: "We said\n    number: 2"',
        "workshop:\n  venue: Hub\n  name: A",
        "comments: off\nworkshop: {status: held}",
    ],
)
def test_words_that_are_names_of_fields_are_words_in_a_sentence(tmp_path: Path, typed: str) -> None:
    assert findings(tmp_path, typed) == []


def test_a_name_without_a_value_behind_a_list_in_brackets_is_unknown(tmp_path: Path) -> None:
    [(line, message)] = findings(tmp_path, "agenda:\n  - {items: [A], B, title: C}")
    assert line == 5
    assert message.startswith("there is no field “B” here; ")
