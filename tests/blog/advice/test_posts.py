"""Advice on posts as they are written: each piece whole, and gone when it is followed."""

from pathlib import Path

import pytest

from tests.blog.advice.diaries import advice, advice_on, post
from tests.support.diaries import written
from tests.support.pages import taking_comments
from tests.support.photographs import put

LONG = " ".join(["We walked through the park"] + ["and then we walked on"] * 5)
HARD = "The consultation about accommodation and participation was an opportunity for the facilitators."
SHORT = "We met in the hall by the park and had tea."

FOLLOWED = [
    pytest.param(
        post(f"{SHORT}\n\n{LONG}."),
        "7: “We walked through the park and then we …” has 30 words; make two sentences of it",
        post(f"{SHORT}\n\n{LONG.replace('on and', 'on. And')}."),
        id="a long sentence",
    ),
    pytest.param(
        post("Words.", f"summary: {LONG}."),
        "4: Summary: “We walked through the park and then we …” has 30 words; make two sentences of it",
        post("Words.", f"summary: {LONG.replace('on and', 'on. And')}."),
        id="a long sentence in a field",
    ),
    pytest.param(
        post("\n\n".join([HARD] * 10)),
        "2: Title: somebody of about 18 reads this post with ease; for readers of 9 to 11, write everyday words for "
        "“accommodation”, “participation” and “consultation”",
        post("\n\n".join([SHORT] * 10)),
        id="hard words",
    ),
    pytest.param(
        post("\n\n".join(["Consultation. We met in the hall."] * 20)),
        "2: Title: somebody of about 12 reads this post with ease; for readers of 9 to 11, write everyday words for "
        "“consultation”",
        post("\n\n".join(["A talk. We met in the hall."] * 20)),
        id="one hard word",
    ),
    pytest.param(
        post("\n\n".join([f"{SHORT[:-1]} and then {SHORT[3:].lower()}"] * 10)),
        "2: Title: somebody of about 14 reads this post with ease; for readers of 9 to 11, make its sentences shorter, "
        "“We met in the hall by the park …” first",
        post("\n\n".join([SHORT] * 10)),
        id="sentences that are long for children",
    ),
    pytest.param(
        post("Go *on*.\n\nTo read it, click [*here*.](https://example.org)"),
        "7: the link “here.” does not say where it leads; let its words do so",
        post("Read [the plan of the garden](https://example.org)."),
        id="a link that says here",
    ),
    pytest.param(
        post("Words.", "summary: The plan. [Read more](https://example.org)"),
        "4: Summary: the link “Read more” does not say where it leads; let its words do so",
        post("Words.", "summary: '[The plan](https://example.org)'"),
        id="a link that says read more in a field",
    ),
    pytest.param(
        post("We ate `PA`.\n\n## What my PA said\n\nThe PA spoke."),
        "7: “PA” is short for something; add it to a glossary, or write it out",
        post("We ate `PA`.\n\n## What my PA said", "glossary: {term: PA, means: Your adviser.}"),
        id="letters without an entry",
    ),
    pytest.param(
        post("Words.", "milestones: {when: 2016, title: The first pathway plan}"),
        "4: milestones.title: “pathway plan” is a word of the trade; add it to a glossary, or say it in everyday words",
        post("Words.", "milestones: {when: 2016, title: The first plan}"),
        id="jargon in a field",
    ),
    pytest.param(
        post("Words.", "comments: {prompt: 'What would you plant in the garden, and where would you go?'}"),
        "4: Comments, prompt: nobody can answer “What would you plant in the garden, and …”, since no comments "
        "are kept here; take the question out, or set comments up (docs/for-web-officers/comments.md)",
        post("Words."),
        id="a question to readers who cannot answer",
    ),
]


@pytest.mark.parametrize(("before", "told", "after"), FOLLOWED)
def test_advice_is_gone_when_it_is_followed(tmp_path: Path, before: str, told: str, after: str) -> None:
    assert told.replace("milestones.title", "Milestones, number 1, “The first pathway plan”, title") in [
        line.removeprefix("posts/one.md:") for line in advice(tmp_path / "before", posts__one=before)
    ]
    assert advice(tmp_path / "after", posts__one=after) == []


def test_a_question_is_no_matter_where_readers_can_answer(tmp_path: Path) -> None:
    content = written(tmp_path, posts__one=post("Words.", "comments: {prompt: What would you plant?}"))
    assert advice_on(content, discussion=taking_comments(content)) == []
    silent = written(tmp_path / "b", posts__one=post("Words.", "comments: {prompt: And you?, provider: none}"))
    assert len(advice_on(silent, discussion=taking_comments(silent))) == 1


def test_the_words_of_other_languages_and_of_standing_pages_are_not_judged(tmp_path: Path) -> None:
    words = f"{LONG}. My PA came. {HARD * 10}"
    page = f"---\ntitle: One\n---\n{words}\n"
    assert advice(tmp_path, posts__one=post(words, "lang: cy"), pages__about=page) == []
    assert advice(tmp_path / "b", pages__about="---\ntitle: One\n---\nGo [here](https://example.org).\n") == [
        "pages/about.md:4: the link “here” does not say where it leads; let its words do so"
    ]


def test_what_somebody_said_is_left_as_it_was(tmp_path: Path) -> None:
    said = "feedback: {went_well: ['" + LONG + "']}"
    assert advice(tmp_path, posts__one=post(f"> {LONG}", said)) == []


def test_of_many_long_sentences_the_five_longest_are_told(tmp_path: Path) -> None:
    many = "\n\n".join(f"{LONG}{' and on' * number}." for number in range(9))
    told = advice(tmp_path, posts__one=post(many))
    assert [line.split(":")[1] for line in told] == ["2", "13", "15", "17", "19", "21"]


HELD = (
    "workshop: {number: 1, start: 2016-10-10, status: held, attendance: [{group: A, count: 9}, {group: B, count: 6}]}"
)
READ = "easy_read: [{words: We met., picture: group}]"


def vote(present: int) -> str:
    vote = f"{{id: a, question: Which?, method: not-known, counts: not-kept, chosen: [A], present: {present}, options: [A, B]}}"
    return f"votes: [{vote}]"


def test_a_workshop_that_was_held_has_an_easy_read(tmp_path: Path) -> None:
    assert advice(tmp_path, workshops__one=post("Words.", HELD)) == [
        "workshops/one/index.md:4: Workshop: “One” has no easy read; say in three to ten short sentences what happened, one "
        "idea each, under “easy_read”"
    ]
    assert advice(tmp_path / "b", workshops__one=post("Words.", HELD, READ)) == []
    assert advice(tmp_path / "c", workshops__one=post("Words.", HELD.replace("held", "planned"))) == []


def test_a_line_of_easy_read_is_short_and_has_a_picture(tmp_path: Path) -> None:
    long = "We met at the library and then all of us walked to the river for tea"
    fits = "We met – at the library – and then all of us walked slowly to the river"
    lines = f"easy_read: [{{words: {fits}., picture: group}}, {long}, We had tea., {{words: {long}., picture: tea}}]"
    assert advice(tmp_path, posts__one=post("Words.", lines)) == [
        "posts/one.md:4: Easy read: lines 2 and 3 have no picture; write one beside the words, such as {words: We had tea., picture: tea}",
        "posts/one.md:4: Easy read, number 2: “We met at the library and then all …” has 16 words; easy read has 15 a line at most",
        "posts/one.md:4: Easy read, number 4: “We met at the library and then all …” has 16 words; easy read has 15 a line at most",
    ]
    jargon = "easy_read: [{words: The DWP came., picture: group}, {words: The NHS came., picture: group}]"
    glossary = "glossary: {term: NHS, means: Doctors and hospitals.}"
    assert advice(tmp_path / "b", posts__one=post("Words.", jargon, glossary)) == [
        "posts/one.md:4: Easy read, number 1, words: “DWP” is short for something; add it to a glossary, or write it out"
    ]


def test_other_attendance_at_a_vote_is_told(tmp_path: Path) -> None:
    assert advice(tmp_path, workshops__one=post("Words.", HELD, READ, vote(12))) == [
        "workshops/one/index.md:6: Votes, vote 1, “Which?”, present: found “12”, and the groups under “attendance” make 15; write the right "
        "number, or say in a sentence that 3 had left or did not vote"
    ]
    assert advice(tmp_path / "b", workshops__one=post("Words.", HELD, READ, vote(17))) == [
        "workshops/one/index.md:6: Votes, vote 1, “Which?”, present: found “17”, and the groups under “attendance” make 15; write the right "
        "number, or say in a sentence that 2 came for the vote alone"
    ]


@pytest.mark.parametrize(
    ("present", "story"),
    [
        pytest.param(15, "Words.", id="the same number"),
        pytest.param(9, "Words.", id="one group"),
        pytest.param(12, "Three of us had left by then.", id="who left in words"),
        pytest.param(12, "So 12 people voted.", id="who voted in figures"),
        pytest.param(17, "Two came late.", id="who came later"),
    ],
)
def test_other_attendance_is_no_matter_where_it_is_explained(tmp_path: Path, present: int, story: str) -> None:
    assert advice(tmp_path, workshops__one=post(story, HELD, READ, vote(present))) == []


def test_other_attendance_is_not_known_of_groups_without_a_count(tmp_path: Path) -> None:
    some = HELD.replace(", count: 6", "")
    assert advice(tmp_path, workshops__one=post("Words.", some, READ, vote(12))) == []


def photo(people: str, alt: str, more: str = "") -> str:
    return f"photos: [{{file: photos/a.jpg, people: {people}, alt: {alt}{more}}}]"


def with_photos(folder: Path, *names: str, **files: str) -> list[str]:
    content = written(folder, **files)
    for name in names:
        put(content, name)
    return advice_on(content)


def test_people_whom_nobody_shall_recognise_and_nothing_blurred(tmp_path: Path) -> None:
    def told(folder: str, *fields: str) -> list[str]:
        return with_photos(
            tmp_path / folder, "workshops/one/photos/a.jpg", workshops__one=post("Words.", HELD, READ, photo(*fields))
        )

    assert told("a", "not-recognisable", "Ten people at a table") == [
        "workshops/one/index.md:6: Photos, photo 1, “photos/a.jpg”, people: nothing is blurred in “photos/a.jpg”; draw boxes over faces and badges in "
        "the preview, or say in “alt” what is seen of the people, such as “hands” or “from behind”"
    ]
    assert told("b", "not-recognisable", "Hands around a table") == []
    assert told("c", "not-recognisable", "Ten people at a table", ", blur: {x: 0, y: 0, w: 0.2, h: 0.2}") == []
    assert told("d", "none", "A table") == []


def test_photos_that_nothing_names_are_told_once(tmp_path: Path) -> None:
    named = {"workshops__one": post("Words.", HELD, READ, photo("none", "A lamp"))}
    there = [f"workshops/one/photos/{name}" for name in ("a.jpg", "c.JPG", "b.heic", "notes.txt", ".hidden.jpg")]
    assert with_photos(tmp_path, *there, **named) == [
        "workshops/one/index.md: Photos: nothing names “photos/b.heic” and 1 more; add it under “photos”, or take it out of "
        "the folder"
    ]
    assert with_photos(tmp_path / "b", *there[:2], **named) == [
        "workshops/one/index.md: Photos: nothing names “photos/c.JPG”; add it under “photos”, or take it out of the folder"
    ]


def test_posts_that_share_a_folder_share_its_photos(tmp_path: Path) -> None:
    shared = {"posts__one": post("Words."), "posts__two": post("Words.", photo("none", "A lamp"))}
    assert with_photos(tmp_path, "posts/photos/a.jpg", **shared) == []


def test_a_photo_that_may_no_longer_be_shown_is_not_asked_for(tmp_path: Path) -> None:
    content = written(tmp_path, posts__one=post("Words.", photo("recognisable", "Sam", ", consent: C-1")))
    (content / "consent.yml").write_text("C-1: {covers: [photo], withdrawn: 2017-02-01}\n", "utf-8")
    put(content, "posts/photos/a.jpg")
    assert advice_on(content) == []


@pytest.mark.parametrize(
    ("story", "line"),
    [
        pytest.param("One.\n\n> two\n\nMy **PA** came.", 10, id="markup around it"),
        pytest.param("One PAPER.\n\nMy [PA\ncame](https://example.org/PA).", 8, id="an end of a line behind it"),
        pytest.param("One.\n\nMy P&#65; came.", 6, id="letters by number"),
    ],
)
def test_the_line_is_told_as_near_as_the_words_tell_it(tmp_path: Path, story: str, line: int) -> None:
    told = f"posts/one.md:{line}: “PA” is short for something; add it to a glossary, or write it out"
    assert told in advice(tmp_path, posts__one=post(story, "glossary: {term: PAPER, means: Words.}"))
