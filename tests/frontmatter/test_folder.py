"""What may lie in a content folder, and what is told of everything else."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plugins.frontmatter.folder import content_files
from plugins.frontmatter.source import read_text
from tests.support.systems import needs_posix_files

NOBODY = 65534


def laid(folder: Path, *names: str) -> Path:
    content = folder / "content"
    for name in names:
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    return content


def told(content: Path) -> list[str]:
    return [str(problem) for problem in content_files(content)[1]]


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Rights mean nothing to root; a container's tests often run as root."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_every_file_is_what_its_folder_says(tmp_path: Path) -> None:
    content = laid(
        tmp_path,
        "consent.yml",
        "pages/about.md",
        "posts/hello.md",
        "posts/long/index.md",
        "workshops/one/index.md",
        "workshops/one/photos/a.jpg",
        "workshops/one/Thumbs.db",
        "posts/~$hello.docx",
        ".git/config",
    )
    files, problems = content_files(content)
    assert problems == ()
    assert [(file.source, file.kind, file.slug) for file in files] == [
        ("content/consent.yml", "register", "consent"),
        ("content/pages/about.md", "page", "about"),
        ("content/posts/hello.md", "post", "hello"),
        ("content/posts/long/index.md", "post", "long"),
        ("content/workshops/one/index.md", "workshop", "one"),
        ("content/workshops/one/photos/a.jpg", "other", "a"),
    ]


def test_a_folder_that_is_not_there_and_an_empty_one_are_told(tmp_path: Path) -> None:
    assert told(tmp_path / "content") == [
        "content: there is no such folder; the diary's posts lie in it [missing-file]"
    ]
    (tmp_path / "content").mkdir()
    assert told(tmp_path / "content") == [
        "content: there is no post in this folder; write one, such as posts/welcome.md [missing-file]"
    ]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        (
            "posts/hello.docx",
            "this is a word processor's file; copy its text into a file that ends in .md (or save it as PDF, if it is a hand-out), and take this one away [not-plain-text]",
        ),
        (
            "hello.md",
            "a post does not lie here; a workshop is content/workshops/<name>/index.md, "
            "another post content/posts/<name>.md, a standing page content/pages/<name>.md [wrong-place]",
        ),
        (
            "pages/about.md.txt",
            "this post needs another name to be read as one; call it about.md "
            "(Windows hides the .txt: in the Explorer choose “View”, “Show”, “File name extensions”) [wrong-name]",
        ),
        (
            "posts/hallo.txt",
            "this is no post, since its name does not end in .md; if it is meant as one, call it hallo.md; a hand-out may stay [wrong-name]",
        ),
        ("consents.yaml", "there is one such file, content/consent.yml; give this one that name [wrong-name]"),
        ("Consent.yml", "there is one such file, content/consent.yml; give this one that name [wrong-name]"),
        ("consent.yml.txt", "there is one such file, content/consent.yml; give this one that name [wrong-name]"),
        ("consent.txt", "there is one such file, content/consent.yml; give this one that name [wrong-name]"),
        ("diary.yaml", "there is one such file, content/diary.yml; give this one that name [wrong-name]"),
        ("Diary.yml", "there is one such file, content/diary.yml; give this one that name [wrong-name]"),
        ("diary.yml.txt", "there is one such file, content/diary.yml; give this one that name [wrong-name]"),
        ("diary.txt", "there is one such file, content/diary.yml; give this one that name [wrong-name]"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(tmp_path: Path, name: str, answer: str) -> None:
    assert told(laid(tmp_path, "posts/hello.md", name)) == [f"content/{name}: {answer}"]


def test_a_text_beside_posts_stops_nothing(tmp_path: Path) -> None:
    _, problems = content_files(laid(tmp_path, "posts/hello.md", "posts/notes.txt", "posts/long/index/notes.txt"))
    assert [(problem.source, problem.stops) for problem in problems] == [("content/posts/notes.txt", False)]


def test_a_text_is_not_enough_for_a_diary(tmp_path: Path) -> None:
    assert told(laid(tmp_path, "posts/notes.txt")) == [
        "content/posts/notes.txt: this is no post, since its name does not end in .md; "
        "if it is meant as one, call it notes.md; a hand-out may stay [wrong-name]",
        "content: there is no post in this folder; write one, such as posts/welcome.md [missing-file]",
    ]


def test_folders_without_end_are_told(tmp_path: Path) -> None:
    content = laid(tmp_path, "posts/hello.md")
    (content / "/".join("a" * 30)).mkdir(parents=True)
    deep = "/".join("a" * 21)
    assert told(content) == [
        f"content/{deep}: this folder lies more than 20 folders deep; move it further up [wrong-place]"
    ]


@needs_posix_files
def test_names_that_only_capitals_or_accents_tell_apart_are_told(tmp_path: Path) -> None:
    names = ("posts/cafe\u0301.md", "posts/caf\u00e9.md", "posts/Hello.md", "posts/hello.md")
    assert told(laid(tmp_path, *names)) == [
        "content/posts/caf\u00e9.md: the name of this file is that of content/posts/cafe\u0301.md, "
        "but for capitals, accents or the way it ends; change one of them [wrong-name]",
        "content/posts/hello.md: the name of this file is that of content/posts/Hello.md, "
        "but for capitals, accents or the way it ends; change one of them [wrong-name]",
    ]


@needs_posix_files
def test_links_pipes_and_sockets_are_told_and_never_followed(tmp_path: Path) -> None:
    content = laid(tmp_path, "posts/hello.md")
    (content / "posts" / "outside").symlink_to("/")
    os.mkfifo(content / "posts" / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener, TemporaryDirectory() as short:
        listener.bind(f"{short}/socket")
        Path(f"{short}/socket").rename(content / "socket")
    assert told(content) == [
        "content/posts/outside: this is a link to another place; put the file itself here [unreadable-file]",
        "content/posts/pipe.md: this is not an ordinary file; take it out of the content folder [unreadable-file]",
        "content/socket: this is not an ordinary file; take it out of the content folder [unreadable-file]",
    ]


@needs_posix_files
def test_a_name_that_cannot_be_shown_is_shown_with_question_marks(tmp_path: Path) -> None:
    content = laid(tmp_path, "posts/hello.md")
    (content / "posts" / os.fsdecode(b"bad\xff\x07.docx")).write_text("")
    assert [line.partition(":")[0] for line in told(content)] == ["content/posts/bad??.docx"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter: pytest's own are closed to others."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(os.path.realpath(folder))


@needs_posix_files
def test_what_may_not_be_opened_is_told(open_folder: Path) -> None:
    """A folder without the right to list it, and one whose names can be listed and nothing more."""
    content = laid(open_folder, "posts/hello.md", "pages/about.md", "workshops/one/index.md")
    closed = {content / "posts" / "hello.md": 0, content / "pages": 0, content / "workshops": 0o444}
    for path, rights in closed.items():
        path.chmod(rights)
    with as_somebody_else():
        message = read_text(content / "posts" / "hello.md", "hello.md")[1][0].message
        folders = told(content)
    for path in closed:
        path.chmod(0o755)
    assert message == "this file cannot be opened; ask for the right to read it, or close the program that holds it"
    advice = "this folder cannot be read (Permission denied); ask for the right to read it, or take it away [unreadable-file]"
    assert folders == [f"content/pages: {advice}", f"content/workshops: {advice}"]


def test_a_name_that_no_disk_can_hold_is_told(tmp_path: Path) -> None:
    message = read_text(tmp_path / ("a" * 5000), "a.md")[1][0].message
    assert message.startswith("this file cannot be read (")
    assert message.endswith("); copy it here again")


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("posts/Copy of welcome.md", "posts/Welcome.md"),
        ("posts/welcome - Copy.md", "posts/welcome.md"),
        ("posts/welcome - Copy (2).md", "posts/welcome.md"),
        ("posts/welcome copy 2.md", "posts/welcome.md"),
        ("posts/welcome (1).md", "posts/welcome.md"),
        ("posts/welcome (Sam's conflicted copy 2026-11-27).md", "posts/welcome.md"),
        ("workshops/first - Copy/index.md", "workshops/first/index.md"),
        ("pages/about(1).md", "pages/about.md"),
    ],
)
def test_a_copy_that_a_computer_made_of_a_post_is_told(tmp_path: Path, copy: str, original: str) -> None:
    assert told(laid(tmp_path, original, copy)) == [
        f"content/{copy}: this is named as a copy of content/{original}; "
        "take it away, or give it a name of its own [wrong-name]"
    ]


def test_a_name_that_only_looks_like_a_copy_is_somebodys_own(tmp_path: Path) -> None:
    names = ("posts/A copy of the plan.md", "posts/welcome (1).md", "posts/workshop.md", "posts/workshop 2.md")
    assert told(laid(tmp_path, *names, "workshops/welcome/index.md")) == []


def test_what_computers_leave_in_folders_is_passed_over(tmp_path: Path) -> None:
    left = ("~$welcome.docx", ".DS_Store", "Thumbs.db", "desktop.ini", "._welcome.md", "welcome.md~", ".welcome.md.swp")
    content = laid(tmp_path, "posts/welcome.md", *(f"posts/{name}" for name in left))
    files, problems = content_files(content)
    assert ([file.source for file in files], problems) == (["content/posts/welcome.md"], ())


def test_a_post_is_one_whatever_its_ending_and_its_capitals(tmp_path: Path) -> None:
    names = ("pages/about.markdown", "posts/Hallo.MD", "posts/two/INDEX.md", "workshops/one/Index.MARKDOWN")
    files, problems = content_files(laid(tmp_path, *names))
    read = [("page", "about"), ("post", "hallo"), ("post", "two"), ("workshop", "one")]
    assert ([(file.kind, file.slug) for file in files], problems) == (read, ())


def test_two_files_that_would_be_one_post_are_told_once(tmp_path: Path) -> None:
    names = ("posts/hello.md", "posts/hello.markdown", "workshops/one/Index.md", "workshops/one/index.MARKDOWN")
    but = "but for capitals, accents or the way it ends; change one of them [wrong-name]"
    assert told(laid(tmp_path, *names)) == [
        f"content/posts/hello.md: the name of this file is that of content/posts/hello.markdown, {but}",
        f"content/workshops/one/index.MARKDOWN: the name of this file is that of content/workshops/one/Index.md, {but}",
    ]
