"""Where a post lies, what address it has, and what it may point at."""

from pathlib import Path

import pytest

from plugins.workshops.checks.files import files_meant, nowhere
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
        "content/posts/one.md:4: Workshop: a workshop has a folder of its own; "
        "move this file to content/workshops/one/index.md, or take “workshop:” out [wrong-place]",
    ),
    (
        "a post without a date",
        {"posts__one": "---\ntitle: One\n---\nWords.\n"},
        "content/posts/one.md:2: Date: this is missing; write the day on which the post is published, "
        "such as 2016-10-10, or 2016-10 when only the month is known [missing-field]",
    ),
    (
        "a held workshop without a date",
        {"workshops__one": "---\ntitle: One\nworkshop: {status: held}\n---\nWords.\n"},
        "content/workshops/one/index.md:2: Date: this is missing; write the day on which the post is published, "
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
        "one idea in two posts",
        {
            "posts__one": POST.replace("title: Hello", "title: Hello\nideas: {id: tea, name: Tea}"),
            "posts__two": POST.replace("title: Hello", "title: Hello\nideas: {id: tea, name: Tea}"),
        },
        'content/posts/two.md:3: Ideas, idea 1, “Tea”, id: found "tea", which content/posts/one.md gives to an idea too; '
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


def test_two_posts_of_one_address_are_told_at_both(tmp_path: Path) -> None:
    def told(folder: Path) -> list[str]:
        return [str(problem) for problem in read(folder)[1]]

    def shared(name: str, other: str, slug: str) -> str:
        return f"content/{name} “{slug}” is the name of content/{other} too; give one of the two another name [address-taken]"

    content = written(tmp_path / "names", posts__workshop_2=POST, posts__one=POST)
    (content / "posts" / "one.md").rename(content / "posts" / "Workshop 2.md")
    assert told(tmp_path / "names") == [
        shared("posts/Workshop 2.md:2:", "posts/workshop-2.md", "workshop-2"),
        shared("posts/workshop-2.md:2:", "posts/Workshop 2.md", "workshop-2"),
    ]
    written(tmp_path / "kinds", posts__one=POST, workshops__one=WORKSHOP)
    assert told(tmp_path / "kinds") == [
        shared("posts/one.md:2:", "workshops/one/index.md", "one"),
        shared("workshops/one/index.md:2:", "posts/one.md", "one"),
    ]
    written(tmp_path / "slug", posts__one=POST, posts__two=POST.replace("title: Hello", "title: Hello\nslug: one"))
    assert told(tmp_path / "slug") == [
        shared("posts/one.md:2:", "posts/two.md", "one"),
        shared("posts/two.md:3: Slug:", "posts/one.md", "one"),
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
        "content/workshops/one/index.md:3: Agenda, part 1, “A”, materials, number 1, “List”, file: "
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
    "named",
    [
        "photos/IMG 0069.JPG", "IMG 0069.JPG", "IMG_0069.jpg", "img-0069.jpeg", "photos/img_0069.JPG", "./photos/IMG 0069.JPG",
        "photos/IMG%200069.JPG", "photos\\IMG_0069.jpg", "PHOTOS/IMG  0069.jpg", "IMG\u20110069.JPG", "photos//img_0069.jpg",
    ],
)  # fmt: skip
def test_a_file_is_found_however_its_name_is_written(tmp_path: Path, named: str) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "IMG 0069.JPG").write_bytes(b"")
    assert files_meant(tmp_path, named) == ("photos/IMG 0069.JPG",)


def test_a_file_beside_the_post_is_found_as_a_photo_too_and_accents_in_either_form(tmp_path: Path) -> None:
    (tmp_path / "Fru\u0308hstu\u0308ck.jpg").write_bytes(b"")
    for named in ("photos/Frühstück.jpg", "fruhstuck.jpg", "Fr%C3%BChst%C3%BCck.jpg"):
        assert files_meant(tmp_path, named) == ("Fru\u0308hstu\u0308ck.jpg",)


def test_what_is_written_to_the_letter_is_meant_and_of_others_somebody_is_asked(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    for name in ("a b.jpg", "photos/a-b.jpg", "photos/A_B.JPG"):
        (tmp_path / name).write_bytes(b"")
    assert files_meant(tmp_path, "photos/A_B.JPG") == ("photos/A_B.JPG",)
    assert nowhere(tmp_path, "a_b.jpg") == (
        "this may be “a b.jpg” or “photos/A_B.JPG” or “photos/a-b.jpg”; write the one that you mean"
    )


@pytest.mark.parametrize(
    ("there", "named", "answer"),
    [
        ("photos/IMG 0069.JPG", "IMG0069.jpg", "no such file lies beside this post; did you mean “IMG 0069.JPG”?"),
        ("photos/a.jpg/b.jpg", "photos/A.jpg", "no such file lies beside this post"),
        ("a.jpg", "completely-different.pdf", "no such file lies beside this post"),
        ("a.jpg", "a.jpg/b.jpg", "no such file lies beside this post"),
        ("post/a.jpg", "../post/b.jpg", "no such file lies beside this post"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_there_is_told(tmp_path: Path, there: str, named: str, answer: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_bytes(b"")
    assert nowhere(tmp_path, named) == answer


@needs_posix_files
def test_no_name_leads_out_of_the_folder_or_through_a_link(tmp_path: Path) -> None:
    post = tmp_path / "post"
    (post / "inside").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(b"")
    (post / "photos").symlink_to(tmp_path)
    (post / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    for named in (
        "../secret.jpg",
        "..%2fsecret.jpg",
        "..\\secret.jpg",
        "secret.jpg",
        "photos/secret.jpg",
        "LINK.jpg",
        "inside",
    ):
        assert files_meant(post, named) == ()
