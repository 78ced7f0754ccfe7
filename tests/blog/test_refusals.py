"""What the last look would refuse because of a post is found before anything is made of it, with file and line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.diaries import written
from tests.support.looks import findings_of
from tests.support.papers import locked, paper
from tests.support.photographs import put

POST = "---\ntitle: A post\ndate: 2019-05-01\n{front}---\nWe met.\n\n{story}\n"
WORKSHOP = (
    "---\ntitle: A workshop\ndate: 2019-05-01\nworkshop: {{name: One, start: 2019-05-01, status: held}}\n"
    "agenda: {{title: Talk, materials: {{title: Notes, file: {file}}}}}\n{more}---\nWe met. [Write](mailto:kim@example.org)\n"
)
CONSENTS = "C-07: {covers: [photo]}\nC-09: {covers: [quote], withdrawn: 2019-06-01}\n7: {covers: [photo]}\ngroup: {covers: [photo]}\n"
SOURCE = "content/posts/a.md"
SAVE_AGAIN = (
    "open it in the program that made it, and save it again as UTF-8 (in Notepad: “File”, “Save as”, encoding “UTF-8”; "
    "in Word: “Save as”, “Plain text”, “Other encoding”, “Unicode (UTF-8)”)"
)


def told(tmp_path: Path, *, front: str = "", story: str = "Well.", files: Mapping[str, str] | None = None) -> list[str]:
    """The stopping findings of a diary with this post."""
    content = written(tmp_path, posts__a=POST.format(front=front, story=story), **(files or {}))
    (content / "consent.yml").write_text(CONSENTS)
    return findings_of(content)


@pytest.mark.parametrize(
    ("story", "found", "what"),
    [
        ("Ask kim@example.org.", "kim@example.org", "an e-mail address; take it out, or make it a link: <kim@example.org>"),
        ("Ask kim&#64;example.org.", "kim@example.org", "an e-mail address; take it out, or make it a link: <kim@example.org>"),
        ("Ask kim@**example**.org.", "kim@example.org", "an e-mail address; take it out, or make it a link: <kim@example.org>"),
        ("It lies in /home/kim/notes.", "/home/kim/notes.", "a folder of somebody's computer; take it out"),
        (r"It lies in `C:\Users\kim` now.", r"C:\Users\kim", "a folder of somebody's computer; take it out"),
        ("See form C-07.", "C-07", "the number of a consent; readers must not see it: take it out"),
    ],
)  # fmt: skip
def test_what_no_text_may_say_is_found_in_stories(tmp_path: Path, story: str, found: str, what: str) -> None:
    line = 7 if found in story else 5
    assert told(tmp_path, story=story) == [f"{SOURCE}:{line}: found “{found}”, {what}"]


def test_it_is_found_in_what_a_story_says_of_a_picture(tmp_path: Path) -> None:
    put(tmp_path / "content" / "posts", "photos/a.jpg")
    front = "photos: [{file: photos/a.jpg, alt: A form, people: none}]\n"
    assert told(tmp_path, front=front, story="![Form C-07 on a table](photos/a.jpg)") == [
        f"{SOURCE}:8: found “C-07”, the number of a consent; readers must not see it: take it out"
    ]


def test_it_is_found_in_the_address_of_a_page(tmp_path: Path) -> None:
    content = written(tmp_path, **{"posts__form-c-07": POST.format(front="", story="Well.")})
    (content / "consent.yml").write_text("form-c-07: {covers: [photo]}\n")
    assert findings_of(content) == [
        "content/posts/form-c-07.md: found “form-c-07”, the number of a consent; readers must not see it: take it out"
    ]


def test_it_is_found_in_front_matter_at_its_own_line(tmp_path: Path) -> None:
    assert told(tmp_path, front="tags: [tea, C-07]\nsummary: Ask *kim*@example.org\n") == [
        f"{SOURCE}:4: Tags, number 2: found “C-07”, the number of a consent; readers must not see it: take it out",
        f"{SOURCE}:5: Summary: found “kim@example.org”, an e-mail address; take it out, or make it a link: <kim@example.org>",
    ]


@pytest.mark.parametrize(
    "story",
    [
        "Write to <kim@example.org>, which is Kim@Example.org.",
        "[Write](MAILTO:kim@example.org?cc=mo@example.org) to kim@example.org and mo@example.org.",
        "7 people of the group met at 7. C-071 is a bus.",
    ],
)
def test_an_address_that_is_linked_and_words_that_are_no_number_of_a_consent_are_let_through(
    tmp_path: Path, story: str
) -> None:
    assert told(tmp_path, story=story) == []


def test_a_draft_may_say_it_until_it_is_published(tmp_path: Path) -> None:
    assert told(tmp_path, front="status: draft\n", story="Ask kim@example.org.") == []


OWN = "https://diary.example.org"


@pytest.mark.parametrize(
    ("href", "fault"),
    [
        (f"{OWN}/nowhere/", "no such file is in the site"),
        (f"{OWN}/posts/a", "this is a folder's page; write a slash at its end"),
        (f"{OWN}/posts/a/#lost", "write the address without what follows the #"),
        (OWN + "/%2e%2e/x", "no such file is in the site"),
    ],
)
def test_an_address_of_the_diary_itself_leads_to_a_page_of_it(tmp_path: Path, href: str, fault: str) -> None:
    said = f'found "{href}": {fault}'
    assert told(tmp_path, story=f"See [this page]({href}).") == [f"{SOURCE}:7: {said}"]
    assert told(tmp_path, front=f"summary: See [this page]({href})\n") == [f"{SOURCE}:4: Summary: {said}"]


def test_an_address_of_the_diary_itself_that_leads_somewhere_is_let_through(tmp_path: Path) -> None:
    links = " ".join(
        f"[page {number}]({OWN}{place})"
        for number, place in enumerate(("", "/", "/posts/a/", "/posts/a/#story-tea", "/feed.xml", "/timeline/"))
    )
    assert told(tmp_path, story=f"## Tea\n\n{links} [elsewhere](https://diary.example.org.evil.example/)") == []


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"Ask mo@example.org", "found “mo@example.org”, to which no link writes; take it out, or make it a link"),
        ("a.txt", b"It lies in /home/mo", "found “/home/mo”, a folder of the machine that built the site"),
        ("a.csv", b"consent\nC-07\n", "found “C-07”, a consent's reference; readers must not see it"),
        ("a.csv", b"PK\x03\x04 a workbook", "this is a Word document, or another packed file under the name of a text file; " + SAVE_AGAIN),
        ("a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "this is a picture under the name of a text file; give it a name that ends in .jpg"),
        ("a.pdf", paper("Hello", catalog=b"/OpenAction << /S /JavaScript >>").saved(), "the PDF carries a program inside; print it to PDF again"),
        ("a.PDF", locked(), "nobody knows what is in this PDF: it is locked, with a password or against copying; save it as PDF again, without that"),
        ("a.pdf", paper("You made me feel at home").saved(), "found “made me feel at home”: words of a quote that nobody agreed to any more (content/workshops/b/index.md)"),
        (".a.txt", b"Well.", "found a hidden file; a site needs none of this name"),
        ("a.txt", b"x" * 25_000_001, "this file is 25 MB; hosts take 25 MB"),
    ],
)  # fmt: skip
def test_a_hand_out_that_must_not_go_out_is_found_where_it_is_named(
    tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    quote = 'feedback: {quotes: {words: "You made me feel at home.", consent: C-09}}\n'
    folder = tmp_path / "content/workshops/b"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(content)
    found = told(tmp_path, files={"workshops__b": WORKSHOP.format(file=name, more=quote)})
    assert found == [
        f'content/workshops/b/index.md:5: Agenda, part 1, “Talk”, materials, number 1, “Notes”, file: found "{name}": {fault}'
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("A.TXT", b"Ask kim@example.org"), ("a.csv", "caf\u00e9;1\r\n".encode("cp1252"))]
)
def test_a_hand_out_that_may_go_out_is_let_through(tmp_path: Path, name: str, content: bytes) -> None:
    folder = tmp_path / "content/workshops/b"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(content)
    assert told(tmp_path, files={"workshops__b": WORKSHOP.format(file=name, more="")}) == []
