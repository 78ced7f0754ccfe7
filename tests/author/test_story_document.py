"""A Word document brought into the story of a post that is there."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.keeping import Keeping
from plugins.author.server import EditorServer
from tests.author.editor_forms import Answer, Visitor
from tests.imports.documents import paragraph, picture, relationships, run, word, xml
from tests.support.photographs import file_of, photograph

POST = """\
---
title: Our first evening # mine
photos:
  - {file: photos/tea.jpg, alt: A table, people: none}
---

We met 🙂 for tea.[^1]

It was warm.

[^1]: Green.
"""
SOURCE, ONE = "content/workshops/first/index.md", "content/posts/one.md"
NOTES = word(
    paragraph("After <b>", style="Title").replace("<b>", "&lt;b&gt;"),
    paragraph("We drew.", run("A name", "<w:vanish/>")),
    paragraph(picture("p1", alt="Two hands drawing")),
    links=(("p1", "image", "media/a.jpeg"),),
    parts={"word/media/a.jpeg": file_of(photograph())},
)
TOLD = "## After \\<b\\>\n\nWe drew.\n\n![Two hands drawing](photos/first-1.jpg)"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for source, text in ((SOURCE, POST), (ONE, "---\ntitle: One\nphotos:\n---\n")):
        (tmp_path / source).parent.mkdir(parents=True)
        (tmp_path / source).write_text(text, "utf-8")
    return tmp_path / "content"


@pytest.fixture
def visitor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def brought(visitor: Visitor, where: str, *, at: str = "", source: str = SOURCE, data: bytes = NOTES) -> Answer:
    fields = {"source": source, "where": where, "at": at}
    return visitor.send_files("/story/document", fields, {"notes.docx": data}, "document")


def story(content: Path) -> str:
    return (content / "workshops/first/index.md").read_text("utf-8").split("---\n", 2)[2].strip("\n")


BEFORE = POST.split("---\n", 2)[2].strip("\n")
PLACES = {
    "end": ("end", "", f"{BEFORE}\n\n{TOLD}"),
    "cursor": ("cursor", str(len("We met ..")), BEFORE.replace("We met 🙂 ", f"We met 🙂\n\n{TOLD}\n\n")),
    "beginning": ("cursor", "0", f"{TOLD}\n\n{BEFORE}"),
    "a cursor that is none": ("cursor", "-4", f"{BEFORE}\n\n{TOLD}"),
    "replace": ("replace", "", TOLD),
}


@pytest.mark.parametrize(("where", "at", "wanted"), PLACES.values(), ids=PLACES)
def test_it_comes_where_it_is_asked_for_with_its_photos_and_the_text_before_is_kept(
    content: Path, visitor: Visitor, where: str, at: str, wanted: str
) -> None:
    answer = brought(visitor, where, at=at)
    assert answer.status == 200, answer.text
    assert "Left behind: words that were hidden, in 1 place." in answer.text
    assert "1 photo lies beside it" in answer.text
    assert story(content) == wanted
    text = (content / "workshops/first/index.md").read_text("utf-8")
    assert text.startswith(
        "---\ntitle: Our first evening # mine\nphotos:\n  - {file: photos/tea.jpg, alt: A table, people: none}\n"
    )
    assert "photos/first-1.jpg" in text.split("---\n", 2)[1]
    assert [each.data for each in Keeping(content).versions(SOURCE)] == [POST.encode()]
    form = visitor.get("/post?" + urlencode({"source": SOURCE})).text
    assert "photos-1-people" in form


def test_a_note_of_the_document_takes_no_name_of_the_storys(content: Path, visitor: Visitor) -> None:
    footnotes = '<w:footnote w:id="2">' + paragraph("Black.") + "</w:footnote>"
    usual = (("f", "footnotes", "footnotes.xml"),)
    noted = word(
        paragraph("Coffee", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        parts={
            "word/footnotes.xml": xml("footnotes", footnotes),
            "word/_rels/document.xml.rels": relationships(*usual),
        },
    )
    assert brought(visitor, "end", data=noted).status == 200
    assert story(content) == f"{BEFORE}\n\nCoffee[^2]\n\n[^2]: Black."


def test_a_post_that_is_one_file_gets_the_words_and_says_why_no_pictures(content: Path, visitor: Visitor) -> None:
    answer = brought(visitor, "end", source=ONE)
    assert "A picture did not come along: this post is one file, and photos need a folder of its own." in answer.text
    text = (content / "posts/one.md").read_text("utf-8")
    assert text.split() == ["---", "title:", "One", "photos:", "---", *["##", "After", "\\<b\\>", "We", "drew."]]
    assert [each.name for each in (content / "posts").iterdir()] == ["one.md"]


REFUSED = {
    "no document": (b"", "Choose a Word document (.docx)."),
    "another file": (b"%PDF-1", "It is a PDF: copy its words into a post, or lay it beside the post as a hand-out."),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_changes_nothing(content: Path, visitor: Visitor, data: bytes, sentence: str) -> None:
    answer = brought(visitor, "replace", data=data)
    assert (answer.status, sentence in answer.text) == (409, True)
    assert (content / "workshops/first/index.md").read_text("utf-8") == POST


def test_a_post_that_cannot_be_read_or_that_is_typed_in_is_left_as_it_is(content: Path, visitor: Visitor) -> None:
    address = "/post?" + urlencode({"source": SOURCE})
    form = visitor.get(address).form
    visitor.post("/typed", form.having(story="Typed."))
    assert "Save it first, then bring the document in." in brought(visitor, "end").text
    visitor.post("/post", form.having(do="forget"))
    broken = POST.replace("title: Our", "title: [Our")
    (content / "workshops/first/index.md").write_text(broken, "utf-8")
    answer = brought(visitor, "end")
    assert "The post cannot be written as it stands: mend what is told of it first." in answer.text
    assert (content / "workshops/first/index.md").read_text("utf-8") == broken
    assert not (content / "workshops/first/photos").exists()
    assert brought(visitor, "end", source="content/../secret.md").status == 404
