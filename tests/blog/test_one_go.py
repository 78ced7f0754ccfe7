"""A check tells all at once, and each cause once."""

from pathlib import Path

import pytest

from tests.support.diaries import without_code, written
from tests.support.looks import checked

POST = "---\ntitle: A post\ndate: 2016-10-10\n{fields}---\n{story}\n"
WORKSHOP = "---\ntitle: First\ndate: 2016-10-10\nworkshop: {{start: 2016-10-10}}\n{fields}---\nWe met.\n"
IDEAS = "ideas:\n  - {id: desk, name: A desk}\n  - {id: tea, name: Tea, notes: }\n"
ASKED = "feedback: {even_better_if: [{said: Tea, id: more-tea}]}\n"
POINTING = (
    "answers: [{to: first#more-tea, status: done, did: There is tea.}]\n"
    "prototypes: [{id: p, idea: first#desk, status: testing}, {id: q, idea: desk, status: testing}]\n"
)


def told(folder: Path, **files: str) -> list[str]:
    content = written(folder, **files)
    return [without_code(each) for each in sorted(set(checked(content)[1])) if each.stops]


SLIPS = {
    "a field that is none": ("sumary: x\n", "7: sumary: there is no field of this name here; did you mean “summary”?"),
    "a line that cannot be read": (
        "summary: a: b\n",
        '7: this text has a colon in it; put it in straight quotes: "a: b"',
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_post_that_does_not_read_is_there_for_all_that_lead_to_it(tmp_path: Path, slip: str) -> None:
    typed, finding = SLIPS[slip]
    first = WORKSHOP.format(
        fields=IDEAS.replace(", notes: ", "").replace("  - {id: tea, name: Tea}\n", "") + typed + ASKED
    )
    other = POST.format(fields=POINTING, story="See [it](../workshops/first/index.md).")
    assert told(tmp_path, workshops__first=first, posts__a=other) == [f"content/workshops/first/index.md:{finding}"]


def test_what_leads_to_nothing_is_told_though_another_post_does_not_read(tmp_path: Path) -> None:
    first = WORKSHOP.format(fields="sumary: x\n" + ASKED)
    other = POST.format(
        fields="answers: [{to: first#no-tea, status: done, did: Tea.}]\n", story="[it](nowhere-at-all.md)"
    )
    assert told(tmp_path, workshops__first=first, posts__a=other) == [
        'content/posts/a.md:4: answers[0].to: found "first#no-tea"; there is no thing that was asked for of that id in “first”',
        'content/posts/a.md:6: found "nowhere-at-all.md": no post lies there',
        "content/workshops/first/index.md:5: sumary: there is no field of this name here; did you mean “summary”?",
    ]


def test_findings_of_all_kinds_come_in_one_go(tmp_path: Path) -> None:
    fields = (
        "sumary: x\n"
        "photos:\n"
        "  - {file: photos/a.jpg, alt: A table, people: recognisable}\n"
        "  - {file: photos/b.jpg, people: recognizable}\n"
        "  - {file: photos/c.jpg, alt: A lamp, people: none, consent: C-1}\n"
        "agenda:\n"
        "  - {title: Tea, minutes: ten}\n"
        "  - {title: Talk, materials: [{title: Plan, file: plan.pdf}]}\n"
        "feedback: {quotes: [{words: I was heard., who: Somebody, consent: C-9}]}\n"
        "tags: ['!!']\n"
    )
    first = WORKSHOP.format(fields=fields).replace("We met.", "# Big\n\n[here](gone.md) and me@example.org")
    assert told(tmp_path, workshops__first=first, posts__a=POST.format(fields="", story="Words.")) == [
        "content/workshops/first/index.md:5: sumary: there is no field of this name here; did you mean “summary”?",
        "content/workshops/first/index.md:7: photos[0].consent: this is missing; a photo of somebody who can be recognised needs their consent: write its id, as in content/consent.yml",
        'content/workshops/first/index.md:7: photos[0].file: found "photos/a.jpg"; no such file lies beside this post',
        'content/workshops/first/index.md:8: photos[1].people: found "recognizable"; write one of none, not-recognisable or recognisable; did you mean “recognisable”?',
        'content/workshops/first/index.md:9: photos[2].consent[0]: found "C-1", which is not in content/consent.yml; add it there, or take the photo out',
        'content/workshops/first/index.md:11: agenda[0].minutes: found "ten"; write a whole number, such as 3',
        'content/workshops/first/index.md:12: agenda[1].materials[0].file: found "plan.pdf"; no such file lies beside this post',
        'content/workshops/first/index.md:13: feedback.quotes[0].consent[0]: found "C-9", which is not in content/consent.yml; add it there, or take the quote out',
        'content/workshops/first/index.md:14: tags[0]: found "!!", which no address can be made of; write it with letters or numbers',
        "content/workshops/first/index.md:16: “Big” is as large as the title; write ## before it",
        'content/workshops/first/index.md:18: found "gone.md": no post lies there',
        "content/workshops/first/index.md:18: found “me@example.org”, an e-mail address; take it out, or make it a link: <me@example.org>",
    ]


def test_one_bad_field_makes_no_other_finding(tmp_path: Path) -> None:
    votes = (
        "votes:\n  - id: v\n    question: Which?\n    method: show-of-hands\n    present: 10\n    options:\n"
        "      - {name: A, votes: three}\n      - {name: B, votes: 2}\n    chosen: B\n"
    )
    assert told(
        tmp_path, workshops__first=WORKSHOP.format(fields=votes), posts__a=POST.format(fields="", story="Well.")
    ) == [
        'content/workshops/first/index.md:11: votes[0].options[0].votes: found "three"; write a whole number, such as 3'
    ]
