"""The proof for the group at the desk: made by one press, fetched, and who has read it written down."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor
from tests.preview.proofs import written

SOURCE = "content/workshops/first/index.md"
ASKED = urlencode({"source": SOURCE})
FORM, PROOF, FILE = f"/post?{ASKED}", f"/proof?{ASKED}", f"/proof/file?{ASKED}"


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = written(tmp_path_factory.mktemp("diary")) / "workshops/first/index.md"
    text = file.read_text("utf-8").replace("status: draft", "date: 2031-04-03")
    file.write_text(text.replace("2031", "2016"), "utf-8")
    return file


@pytest.fixture(scope="module")
def visitor(post: Path) -> Iterator[Visitor]:
    server = EditorServer(0, post.parents[2], ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def test_one_press_makes_it_and_it_says_who_has_read_it_and_what_changed_since(post: Path, visitor: Visitor) -> None:
    form = visitor.get(FORM)
    assert "nobody of the group has read this yet; let them read it before others do" in form.text
    assert visitor.get(FILE).status == 404
    made = visitor.post("/proof", form.form.having())
    assert made.status == 200, made.text
    assert "Nobody of the group has read this yet." in made.text
    proof = visitor.get(FILE)
    assert proof.headers["Content-Disposition"].startswith('attachment; filename="proof-first-')
    assert "Not published. For the group. Please delete it afterwards." in proof.text
    for gone in ("It was warm here", "withdrawn face"):
        assert gone not in proof.text, gone
    read = visitor.post("/proof/read", made.form.having(by=" The Thursday  group, the nurses ,"))
    assert re.search(r"Read by: The Thursday group, the nurses, \w+day \d+ \w+ \d{4}\.<", read.text)
    assert "nobody of the group has read this" not in visitor.get(FORM).text
    post.write_text(post.read_text("utf-8").replace("for tea", "for coffee"), "utf-8")
    assert "It has changed since the group read it." in visitor.get(PROOF).text
    assert "changed since the group read it (" in visitor.get(FORM).text
    assert visitor.get(FILE).status == 404


def test_what_keeps_it_from_being_made_or_written_down_is_said(post: Path, visitor: Visitor) -> None:
    before = post.read_text("utf-8")
    page = visitor.get(PROOF).form
    assert (
        "Say who has read it: a group or a role, and no name."
        in visitor.post("/proof/read", page.having(by=" , ")).text
    )
    post.write_text(before.replace("title: Our first evening", "title: Our first evening\ntitel: x"), "utf-8")
    broken = visitor.post("/proof", page.having())
    assert (broken.status, "No proof was made: something has to be mended first: " in broken.text) == (409, True)
    post.write_text("---\ntitle: [\n---\n", "utf-8")
    assert "It could not be written down: " in visitor.post("/proof/read", page.having(by="We")).text
    post.write_text(before, "utf-8")
    form = visitor.get(FORM).form.having(story="Typed.")
    visitor.post("/typed", form)
    for place in ("/proof", "/proof/read"):
        answer = visitor.post(place, [*form, ("by", "We")])
        assert "What you typed in this post is not saved yet. Save it first, then make the proof." in answer.text
    assert post.read_text("utf-8") == before


def test_there_is_no_proof_of_what_is_no_post(visitor: Visitor) -> None:
    page = visitor.get(PROOF).form
    for place in ("/proof", "/proof/read"):
        assert visitor.post(place, page.having(source="content/../secret.md", by="We")).status == 404
    assert visitor.get("/proof/file?source=content/diary.yml").status == 404
