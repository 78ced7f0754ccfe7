"""Slips in the record of a workshop: each is told once, and its advice, followed to the letter, ends it."""

from pathlib import Path

import pytest

from tests.blog.test_slips import OTHER, PHOTO
from tests.support.diaries import written
from tests.support.looks import checked
from tests.support.photographs import put

VOTE = "votes:\n  - {{id: v, question: Q, method: show-of-hands, counts: agreed, present: 12, {}}}"
COUNTED = "options: [{name: A, votes: 4}, {name: B, votes: 8}]"
UNCOUNTED = "votes: [{id: v, question: Q, method: not-known, counts: not-kept, options: [A, B]"
TABLE = f"photos: {{file: {PHOTO}, alt: A table, people: none}}"
RATING = "feedback: {{ratings: {{question: Q, scale: {{least: 1, most: 3}}, counts: {{{}: 12}}}}}}"
AGENDA = "agenda: [{{title: Tea, start: '10:00'}}, {{title: Talk, start: '{}'}}]"
BLURRED = f"photos: {{{{file: {PHOTO}, alt: A table, people: not-recognisable, blur: {{{{x: 0.5, y: 0.5, w: {{}}, h: 0.2}}}}}}}}"
RECORDS = [
    (BLURRED.format("0"), "blur-hides-nothing", BLURRED.format("0.2")),
    (VOTE.format(f"seats: 3, {COUNTED}, chosen: B"), "counts-disagree", VOTE.format(f"seats: 1, {COUNTED}, chosen: B")),
    (VOTE.format(f"{COUNTED}, chosen: A"), "result-disagrees", VOTE.format(f"{COUNTED}, chosen: B")),
    (VOTE.format(f"{COUNTED}, chosen: Bee"), "unknown-option", VOTE.format(f"{COUNTED}, chosen: B")),
    (VOTE.format(f"{COUNTED}, chosen: B, dots_each: 3"), "wrong-method", VOTE.format(f"{COUNTED}, chosen: B")),
    (f"{UNCOUNTED}}}]", "missing-field", f"{UNCOUNTED}, chosen: A}}]"),
    (TABLE.replace("A table", "A photo of a table"), "description-to-better", TABLE),
    ('summary: ""', "empty-field", "author: Kim"),
    ("agenda: {title: Tea, materials: {title: List}}", "missing-field", "agenda: {title: Tea, materials: {title: List, url: https://www.example.org}}"),
    ("agenda: {title: Tea, minutes: ten}", "not-a-number", "agenda: {title: Tea, minutes: 3}"),
    (f"{TABLE}\nimage: ../table.jpg", "not-a-file-name", f"{TABLE}\nimage: {PHOTO}"),
    ("formerly: https://example.org/2016/tea/", "not-a-former-address", "formerly: /2016/tea/"),
    (RATING.format("5"), "off-the-scale", RATING.format("3")),
    ("personas: {id: sam, name: Sam, composite: false}", "real-persona", "personas: {id: sam, name: Sam, composite: true}"),
    (AGENDA.format("9:00"), "times-disagree", AGENDA.format("11:00")),
    ("author: !Kim", "yaml-shorthand", 'author: "!Kim"'),
    ("author: Ki\u202em", "unseen-character", "author: Kim"),
    ("ideas: {id: main, name: Tea}", "address-taken", "ideas: {id: main-idea, name: Tea}"),
    ("author: {name: Kim}", "wrong-shape", "author: Kim"),
    ("updated: 2.30", "not-a-date", "updated: 2016-10-12"),
]  # fmt: skip


def held(fields: str) -> str:
    """A workshop that was held, with these fields."""
    start = "workshop: {start: 2016-10-10, status: held}"
    return f"---\ntitle: A post\ndate: 2016-10-10\n{start}\n{fields}\n---\nWords.\n"


def told(folder: Path, fields: str) -> list[str]:
    content = written(folder, workshops__slip=held(fields), posts__another=OTHER)
    put(content / "workshops/slip", PHOTO)
    return [each.code for each in sorted(set(checked(content)[1]))]


@pytest.mark.parametrize(("typed", "code", "mended"), RECORDS, ids=[typed for typed, _, _ in RECORDS])
def test_a_slip_in_a_record_is_told_once_and_its_advice_ends_it(
    tmp_path: Path, typed: str, code: str, mended: str
) -> None:
    assert told(tmp_path, typed) == [code]
    assert told(tmp_path, mended) == []
