"""A check tells all at once, and each cause once."""

from pathlib import Path

import pytest

from tests.support.diaries import without_code, written
from tests.support.looks import checked
from tests.support.photographs import put

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
    "a field that is none": ("sumary: x\n", "7: there is no field “sumary” here; did you mean “summary”?"),
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
        'content/posts/a.md:4: Answers, number 1, to: found "first#no-tea"; there is no thing that was asked for of that id in “first”',
        'content/posts/a.md:6: found "nowhere-at-all.md": no post lies there',
        "content/workshops/first/index.md:5: there is no field “sumary” here; did you mean “summary”?",
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
        "content/workshops/first/index.md:5: there is no field “sumary” here; did you mean “summary”?",
        "content/workshops/first/index.md:7: Photos, photo 1, “photos/a.jpg”, consent: this is missing; a photo of somebody who can be recognised needs their consent: write its id, as in content/consent.yml",
        'content/workshops/first/index.md:7: Photos, photo 1, “photos/a.jpg”, file: found "photos/a.jpg"; no such file lies beside this post',
        "content/workshops/first/index.md:8: Photos, photo 2, “photos/b.jpg”, alt: this is missing; say in a sentence what the photo shows, or write “decorative: true” when there is nothing to say",
        'content/workshops/first/index.md:8: Photos, photo 2, “photos/b.jpg”, file: found "photos/b.jpg"; no such file lies beside this post',
        'content/workshops/first/index.md:8: Photos, photo 2, “photos/b.jpg”, people: found "recognizable"; write one of none, not-recognisable or recognisable; did you mean “recognisable”?',
        'content/workshops/first/index.md:9: Photos, photo 3, “photos/c.jpg”, consent: found "C-1", which is not in content/consent.yml; add it there, or take the photo out',
        'content/workshops/first/index.md:11: Agenda, part 1, “Tea”, minutes: found "ten"; write a whole number, such as 3',
        'content/workshops/first/index.md:12: Agenda, part 2, “Talk”, materials, number 1, “Plan”, file: found "plan.pdf"; no such file lies beside this post',
        'content/workshops/first/index.md:13: Feedback, quotes, quote 1, consent: found "C-9", which is not in content/consent.yml; add it there, or take the quote out',
        'content/workshops/first/index.md:14: Tags, number 1: found "!!", which no address can be made of; write it with letters or numbers',
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
        'content/workshops/first/index.md:11: Votes, vote 1, “Which?”, options, option 1, “A”, votes: found "three"; write a whole number, such as 3'
    ]


LONG = "x" * 2001
ONE_CAUSE = {
    "agenda:\n  - {title: Tea, start: '10:00', minutes: an hour}\n  - {title: Talk, start: '9:00'}\n": "minutes",
    "agenda:\n  - {title: Tea, start: '10:00'}\n  - {title: Talk, start: '9:00', vote: A B}\n": "vote",
    "photos:\n  - {file: table.jpg, alt: A table, people: nobody}\nimage: table.jpg\n": "people",
    f"photos:\n  - {{file: table.jpg, people: none, alt: '{LONG}'}}\n": "alt",
    "updated: soon\n": "updated",
    "feedback: {ratings: [{question: Q, scale: {least: one, most: 5}, counts: {7: 1}}]}\n": "least",
}


@pytest.mark.parametrize("fields", ONE_CAUSE)
def test_nothing_is_told_that_a_value_which_cannot_be_read_may_have_caused(tmp_path: Path, fields: str) -> None:
    put(tmp_path / "content/workshops/first", "table.jpg")
    content = written(
        tmp_path, workshops__first=WORKSHOP.format(fields=fields), posts__a=POST.format(fields="", story="A.")
    )
    (told,) = [each for each in sorted(set(checked(content)[1])) if each.stops]
    assert told.place.lower().endswith(ONE_CAUSE[fields])


def test_a_day_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    post = POST.format(fields="", story="A.").replace("2016-10-10", "2016-02-31")
    (finding,) = told(tmp_path, posts__a=post)
    assert finding.startswith('content/posts/a.md:3: Date: found "2016-02-31"; ')


def test_a_post_without_title_and_address_is_told_both(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a="---\ndate: 2016-10-10\n---\nA.\n")
    (content / "posts/a.md").rename(content / "posts/¡.md")
    name, title = told(tmp_path)
    assert name.startswith("content/posts/¡.md:2: the name of the file or folder becomes the page's address; ")
    assert title.startswith("content/posts/¡.md:2: Title: this is missing; ")


def test_an_id_may_stand_in_a_post_that_cannot_be_opened(tmp_path: Path) -> None:
    other = POST.format(fields="prototypes: [{id: p, idea: a#desk, status: testing}]\n", story="A.")
    content = written(tmp_path, posts__b=other)
    (content / "posts/a.md").write_bytes(b"\xff\xfe\x00")
    (finding,) = told(tmp_path)
    assert finding.startswith("content/posts/a.md: this file is saved as UTF-16; ")


def test_a_finding_names_the_place_in_the_file_though_an_item_before_it_cannot_be_read(tmp_path: Path) -> None:
    quotes = "feedback:\n  quotes:\n    - {words: One.}\n    - {words: Two., who: Somebody, consent: C-9}\n"
    lines = told(tmp_path, workshops__first=WORKSHOP.format(fields=quotes), posts__a=POST.format(fields="", story="A."))
    assert [line.split(": ")[1] for line in lines] == [
        "Feedback, quotes, quote 1, consent",
        "Feedback, quotes, quote 2, consent",
    ]


HERE = "https://diary.example.org"
LEADING = f"[a]({HERE}/posts/gone/) [b]({HERE}/posts/{{to}}) [c]({HERE}/tags/tea/)"


@pytest.mark.parametrize(
    ("slip", "to"),
    [
        ("title: One: two", "b/"),
        ("titel: One", "b/#story-what-we-did"),
        ("title: One\nslug: Our Day", "our-day/"),
        ("title: One\nformerly: /posts/old/\nimage: a:b", "old/"),
    ],
)
def test_an_address_of_the_diary_itself_is_looked_up_though_a_post_does_not_read(
    tmp_path: Path, slip: str, to: str
) -> None:
    other = f"---\n{slip}\ndate: 2016-10-10\n---\nWords.\n"
    post = POST.format(fields="prototypes: [{id: p, idea: none, status: testing}]\n", story=LEADING.format(to=to))
    lost = [line for line in told(tmp_path, posts__a=post, posts__b=other) if HERE in line]
    assert lost == [f'content/posts/a.md:6: found "{HERE}/posts/gone/": no such file is in the site']
    whole = "---\ntitle: One\ndate: 2016-10-10\ntags: cake\n---\nWords.\n"
    lost = [line for line in told(tmp_path, posts__a=post, posts__b=whole) if HERE in line]
    assert len(lost) == (2 if to == "b/" else 3)


BROKEN_LINES = {
    "a colon forgotten": "workshop:\n  number 2\n  status: held",
    "a colon in a text": "workshop: {status: held}\nauthor: Kim: Sam",
    "two lines": "workshop:\n  number 2\nauthor: Kim: Sam",
    "a tab": "author: Kim\n\tdate: 2016",
    "a quote that goes on": 'workshop: {status: held}\nauthor: "Kim\nimage: x.jpg',
}


@pytest.mark.parametrize("slip", BROKEN_LINES)
def test_what_else_is_to_mend_is_told_though_a_line_cannot_be_read(tmp_path: Path, slip: str) -> None:
    photo = "photos: {file: gone.jpg, people: recognisable}"
    post = f"---\ntitle: One\ndate: 2016-10-10\n{photo}\n{BROKEN_LINES[slip]}\n---\n[here](gone.md)\n"
    content = written(tmp_path, workshops__first=post)
    found = [each for each in sorted(set(checked(content)[1])) if each.stops]
    codes = [each.code for each in found]
    lines = [code for code in codes if code == "unreadable-line"]
    assert len(lines) == (2 if slip == "two lines" else 1)
    assert sorted(set(codes)) == [
        "consent-missing",
        "link-to-nothing",
        "missing-description",
        "missing-file",
        "unreadable-line",
    ]
    assert len(codes) == len(lines) + 4


@pytest.mark.parametrize("more", ["", "photos: {file: photos/gone.jpg, alt: A, people: none}\n"])
def test_a_hand_out_that_is_gone_is_told_though_a_post_has_moved(tmp_path: Path, more: str) -> None:
    fields = "formerly: workshops/one\nagenda: {title: Talk, materials: [{title: Plan, file: plan.pdf}]}\n" + more
    gone = ["plan.pdf", *(["photos/gone.jpg"] if more else [])]
    found = told(tmp_path, workshops__first=WORKSHOP.format(fields=fields))
    assert [each.partition(": found ")[2] for each in found] == [
        f'"{name}"; no such file lies beside this post' for name in gone
    ]


@pytest.mark.parametrize("post", ["no fence", "---\n- a\n---\nx\n", "---\ntitle\n---\nx"])
def test_of_a_post_without_fields_only_that_is_told(tmp_path: Path, post: str) -> None:
    assert len(told(tmp_path, posts__a=post, posts__b=POST.format(fields="", story="Well."))) == 1
