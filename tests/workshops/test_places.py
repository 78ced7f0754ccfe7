"""Where a post lies, what address it has, and what it may point at."""

from pathlib import Path

import pytest

from plugins.workshops.checks.files import nowhere
from tests.support.diaries import read, written
from tests.support.systems import needs_posix_files

POST = "---\ntitle: Hello\ndate: 2016-10-10\n---\nWords.\n"
WORKSHOP = "---\ntitle: One\ndate: 2016-10-10\nworkshop: {status: held}\n---\nWords.\n"

CASES = [
    (
        "a workshop without its fields",
        {"workshops__one": POST},
        "content/workshops/one/index.md:2: this post lies in the folder of workshops but has no “workshop:”; "
        "add it, or move the post to content/posts [wrong-place]",
    ),
    (
        "a workshop among the posts",
        {"posts__one": WORKSHOP},
        "content/posts/one.md:4: workshop: a workshop has a folder of its own; "
        "move this file to content/workshops/one/index.md, or take “workshop:” out [wrong-place]",
    ),
    (
        "a post without a date",
        {"posts__one": "---\ntitle: One\n---\nWords.\n"},
        "content/posts/one.md:2: date: this is missing; write the day on which the post is published, "
        "such as 2016-10-10, or 2016-10 when only the month is known [missing-field]",
    ),
    (
        "a held workshop without a date",
        {"workshops__one": "---\ntitle: One\nworkshop: {status: held}\n---\nWords.\n"},
        "content/workshops/one/index.md:2: date: this is missing; write the day on which the post is published, "
        "such as 2016-10-10, or 2016-10 when only the month is known; "
        "a workshop that is still to come needs “status: planned” under “workshop:” instead [missing-field]",
    ),
    (
        "a page at an address of the diary's own",
        {"pages__jargon": "---\ntitle: Jargon\n---\nWords.\n"},
        "content/pages/jargon.md:2: the address /jargon/ belongs to one of the diary's own pages; "
        "give this page another name [address-taken]",
    ),
    (
        "two posts of one name",
        {"posts__one": POST, "workshops__one": WORKSHOP},
        "content/workshops/one/index.md:2: “one” is the name of content/posts/one.md already; give this one another name [address-taken]",
    ),
    (
        "two posts of one address",
        {"posts__one": POST, "posts__two": POST.replace("title: Hello", "title: Hello\nslug: one")},
        "content/posts/two.md:3: slug: “one” is the name of content/posts/one.md already; give this one another name [address-taken]",
    ),
    (
        "one idea in two posts",
        {
            "posts__one": POST.replace("title: Hello", "title: Hello\nideas: {id: tea, name: Tea}"),
            "posts__two": POST.replace("title: Hello", "title: Hello\nideas: {id: tea, name: Tea}"),
        },
        'content/posts/two.md:3: ideas[0].id: found "tea", which content/posts/one.md gives to an idea too; '
        "give this one another id [used-twice]",
    ),
]


@pytest.mark.parametrize(("files", "answer"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_post_in_the_wrong_place_is_answered_in_one_sentence(
    tmp_path: Path, files: dict[str, str], answer: str
) -> None:
    _, problems = read(tmp_path, **files)
    assert [str(problem) for problem in problems] == [answer]


@pytest.mark.parametrize(
    ("name", "slug"), [("Our Post", "our-post"), ("Workshop 2", "workshop-2"), ("Café", "cafe"), ("住房", "住房")]
)
def test_the_name_of_a_file_makes_the_address(tmp_path: Path, name: str, slug: str) -> None:
    content = written(tmp_path, posts__one=POST)
    (content / "posts" / "one.md").rename(content / "posts" / f"{name}.md")
    diary, problems = read(tmp_path)
    assert ([entry.address for entry in diary.entries], problems) == ([f"posts/{slug}/"], ())


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        (
            "¡",
            "the name of the file or folder becomes the page's address; "
            "write it with letters or numbers, such as our-first-workshop [unusable-address]",
        ),
        (
            "a" * 120,
            f"“{'a' * 120}” becomes the page's address: this is too long for an address; write fewer letters [unusable-address]",
        ),
    ],
)
def test_a_name_that_makes_no_address_is_told(tmp_path: Path, name: str, answer: str) -> None:
    content = written(tmp_path, posts__one=POST)
    (content / "posts" / "one.md").rename(content / "posts" / f"{name}.md")
    _, problems = read(tmp_path)
    assert [str(problem) for problem in problems] == [f"content/posts/{name}.md:2: {answer}"]


def test_two_files_whose_names_make_one_address_are_told(tmp_path: Path) -> None:
    content = written(tmp_path, posts__workshop_2=POST, posts__one=POST)
    (content / "posts" / "one.md").rename(content / "posts" / "Workshop 2.md")
    _, problems = read(tmp_path)
    assert [str(problem) for problem in problems] == [
        "content/posts/workshop-2.md:2: “workshop-2” is the name of content/posts/Workshop 2.md already; "
        "give this one another name [address-taken]"
    ]


@needs_posix_files
def test_a_file_reached_through_a_link_is_not_there(tmp_path: Path) -> None:
    agenda = "\nagenda: {title: A, materials: {title: List, file: list.pdf}}\ndate"
    content = written(tmp_path, workshops__one=WORKSHOP.replace("\ndate", agenda))
    (content / "workshops" / "one" / "list.pdf").symlink_to(tmp_path / "secret.pdf")
    (tmp_path / "secret.pdf").write_bytes(b"")
    _, problems = read(tmp_path)
    assert [str(problem) for problem in problems] == [
        "content/workshops/one/list.pdf: this is a link to another place; put the file itself here [unreadable-file]",
        "content/workshops/one/index.md:3: agenda[0].materials[0].file: "
        'found "list.pdf"; no such file lies beside this post [missing-file]',
    ]


def test_workshops_stand_in_the_order_of_their_numbers_then_dates(tmp_path: Path) -> None:
    def workshop(fields: str) -> str:
        return WORKSHOP.replace("status: held", f"status: held{fields}")

    diary, problems = read(
        tmp_path,
        workshops__last=workshop(""),
        workshops__second=workshop(", number: 2"),
        workshops__first=workshop(", number: 1"),
        workshops__third=workshop(", start: 2016-12-01"),
    )
    assert problems == ()
    assert [entry.slug for entry in diary.workshops] == ["first", "second", "third", "last"]
    assert set(diary.by_slug) == {"first", "second", "third", "last"}


@pytest.mark.parametrize(
    ("there", "named", "answer"),
    [
        ("photos/IMG_1.JPG", "photos/img_1.jpg", "no such file lies beside this post; did you mean “photos/IMG_1.JPG”?"),
        ("Photos/a.jpg", "photos/a.jpg", "no such file lies beside this post; did you mean “Photos/a.jpg”?"),
        ("a b.jpeg", "ab.jpg", "no such file lies beside this post; did you mean “a b.jpeg”?"),
        ("Frühstück.jpg", "Fruhstuck.jpg", "no such file lies beside this post; did you mean “Frühstück.jpg”?"),
        ("Fru\u0308hstu\u0308ck.jpg", "Frühstück.jpg", "the accents in this name are saved in another way than in the name of the file; give both a plain one"),
        ("photos/a.jpg/b.jpg", "photos/A.jpg", "no such file lies beside this post"),
        ("a.jpg", "b.jpg", "no such file lies beside this post"),
        ("a.jpg", "a.jpg/b.jpg", "no such file lies beside this post"),
    ],
)  # fmt: skip
def test_a_file_that_is_spelt_otherwise_is_named(tmp_path: Path, there: str, named: str, answer: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_bytes(b"")
    assert nowhere(tmp_path, named) == answer
