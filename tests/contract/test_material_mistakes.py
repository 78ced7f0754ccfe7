"""What is written for the place of a hand-out or a link, and the sentence that answers, once."""

from pathlib import Path

import pytest

from plugins.contract.addresses import completed
from tests.support.diaries import read

PLACE = "content/workshops/a-post/index.md:7: Agenda, part 1, “Talk”, materials, number 1, “It”"


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("url: www.example.org", ', url: found "www.example.org"; write https://www.example.org'),
        ("url: example.org/a?b=c", ', url: found "example.org/a?b=c"; write https://example.org/a?b=c'),
        (
            "url: me@example.org",
            ', url: found "me@example.org"; this is an e-mail address; '
            "write a web address, such as https://www.example.org/page",
        ),
        (
            "url: handout.pdf",
            ', url: found "handout.pdf"; this is the name of a file; write a web address, such as https://www.example.org/page, or “file: handout.pdf” for a hand-out that lies beside the post',
        ),
        ("url: the page", ', url: found "the page"; write a whole web address, such as https://www.example.org/page'),
        (
            "file: https://example.org/a.pdf",
            ', file: found "https://example.org/a.pdf"; a web address is written “url: …”, without “file”',
        ),
        (
            "file: www.example.org/a.pdf",
            ', file: found "www.example.org/a.pdf"; a web address is written “url: …”, without “file”',
        ),
        (
            "file: con.pdf",
            ', file: found "con.pdf"; Windows keeps the name con.pdf for itself; give the file another name',
        ),
        (
            "file: handout.docx",
            ', file: found "handout.docx"; '
            "save it as PDF, write that file here and take this one away (a picture belongs under “photos”)",
        ),
        ("file: handout.pdf", ', file: found "handout.pdf"; no such file lies beside this post'),
    ],
)
@pytest.mark.parametrize("lies_there", [False, True], ids=["not there", "there"])
def test_the_place_of_a_material_is_answered_once(
    tmp_path: Path, written: str, answer: str, *, lies_there: bool
) -> None:
    text = f"---\ntitle: A post\ndate: 2016-10-10\nworkshop: {{status: held}}\nagenda:\n  - title: Talk\n    materials: {{title: It, {written}}}\n---\nWords.\n"
    if lies_there and "docx" in written:
        beside = tmp_path / "content" / "workshops" / "a-post"
        beside.mkdir(parents=True)
        (beside / "handout.docx").write_bytes(b"PK")
    _, problems = read(tmp_path, workshops__a_post=text)
    assert [f"{each}".rpartition(" [")[0] for each in problems] == [f"{PLACE}{answer}"]


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("www.example.org", "https://www.example.org"),
        ("www.example.museum/a", "https://www.example.museum/a"),
        ("example.co.uk#a", "https://example.co.uk#a"),
        ("me@example.org", "mailto:me@example.org"),
        ("two.md", None),
        ("photos/a.org.jpg", None),
        ("https://www.example.org", None),
        ("www.exa mple.org", None),
    ],
)
def test_an_address_is_completed_where_it_can_be_nothing_else(address: str, whole: str | None) -> None:
    assert completed(address) == whole
