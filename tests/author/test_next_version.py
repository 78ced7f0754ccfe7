"""The next version of a page begun, changed and put up, at the desk and by a task."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.keeping import Keeping
from plugins.author.next_version import main
from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor

PAGE = "---\ntitle: One # mine\ndate: 2031-04-02\n---\n\nAs it was.\n"
PAGE_FORM = "/post?" + urlencode({"source": "content/posts/one.md"})
DRAFT_FORM = "/post?" + urlencode({"source": "content/posts/one.draft.md"})


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content/posts/one.md").write_text(PAGE, "utf-8")
    return tmp_path / "content"


@pytest.fixture
def visitor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def test_a_page_is_copied_changed_and_put_up_and_its_text_before_is_kept(content: Path, visitor: Visitor) -> None:
    page, draft = content / "posts/one.md", content / "posts/one.draft.md"
    shown = visitor.post("/next", visitor.get(PAGE_FORM).form.having())
    assert "Readers see the page as it is until you put this version up." in shown.text
    assert draft.read_text("utf-8") == PAGE
    visitor.post("/post", visitor.get(DRAFT_FORM).form.having(story="As it will be."))
    assert page.read_text("utf-8") == PAGE
    assert "Next version" in visitor.get("/").text
    assert "one.draft.md" in visitor.get("/edit?page=posts/one/").headers["Location"]
    again = visitor.post("/next", visitor.get(PAGE_FORM).form.having())
    assert "As it will be." in again.text
    up = visitor.post("/next", visitor.get(DRAFT_FORM).form.having())
    assert "This version is up. Publish the diary to show it to readers." in up.text
    assert page.read_text("utf-8") == PAGE.replace("As it was", "As it will be")
    assert not draft.exists()
    assert [version.data for version in Keeping(content).versions("content/posts/one.md")] == [PAGE.encode()]


def test_what_was_changed_in_the_page_meanwhile_is_shown_before_it_is_taken_back(
    content: Path, visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    page = content / "posts/one.md"
    visitor.post("/next", visitor.get(PAGE_FORM).form.having())
    visitor.post("/post", visitor.get(DRAFT_FORM).form.having(story="As it will be."))
    page.write_text(PAGE.replace("title: One", "title: Mended meanwhile"), "utf-8")
    asked = visitor.post("/next", visitor.get(DRAFT_FORM).form.having())
    assert asked.status == 409
    assert "content/posts/one.md has changed since this version of it was begun." in asked.text
    assert "<del>Mended meanwhile</del>" in asked.text
    assert main(["--content", str(content), "--", "one"]) == 1
    assert capsys.readouterr().err == (
        "content/posts/one.md has changed since this version of it was begun. Take over what is new in it, then type "
        "this once more with --yes.\n"
    )
    page.write_text(PAGE.replace("title: One", "title: Mended again"), "utf-8")
    again = visitor.post("/next", asked.form.having())
    assert (again.status, "<del>Mended again</del>" in again.text) == (409, True)
    assert "This version is up." in visitor.post("/next", again.form.having()).text
    assert page.read_text("utf-8") == PAGE.replace("As it was", "As it will be")
    assert b"Mended again" in Keeping(content).versions("content/posts/one.md")[0].data


def test_a_task_that_is_told_yes_puts_it_up_though_the_page_has_changed(content: Path, visitor: Visitor) -> None:
    visitor.post("/next", visitor.get(PAGE_FORM).form.having())
    (content / "posts/one.md").write_text(PAGE.replace("As it was", "Mended"), "utf-8")
    Keeping(content).purge()
    assert main(["--content", str(content), "--", "one"]) == 1
    assert main(["--content", str(content), "--yes", "--", "one"]) == 0
    assert (content / "posts/one.md").read_text("utf-8") == PAGE
    assert [file.name for file in Keeping(content).folder.rglob("begun")] == []


def test_what_is_typed_and_not_saved_keeps_it_from_being_put_up(content: Path, visitor: Visitor) -> None:
    visitor.post("/next", visitor.get(PAGE_FORM).form.having())
    form = visitor.get(DRAFT_FORM).form.having(story="Typed.")
    visitor.post("/typed", form)
    answer = visitor.post("/next", form)
    assert answer.status == 409
    assert "is not saved yet. Save it first, then put this up." in answer.text
    assert (content / "posts/one.md").read_text("utf-8") == PAGE


def test_a_post_that_is_not_there_has_no_next_version(visitor: Visitor) -> None:
    form = visitor.get(PAGE_FORM).form.having(source="content/posts/../secret.md")
    assert visitor.post("/next", form).status == 404


@pytest.mark.parametrize("named", ["content/posts/one.draft.md", "content/posts/one.md", "one"])
def test_a_task_puts_it_up_and_says_what_comes_next(
    content: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    (content / "posts/one.draft.md").write_text("---\ntitle: One\nstatus: draft\n---\nNew.\n", "utf-8")
    assert main(["--content", str(content), "--", named]) == 0
    assert (content / "posts/one.md").read_text("utf-8") == "---\ntitle: One\n---\nNew.\n"
    assert capsys.readouterr().out == (
        "content/posts/one.md is the version of content/posts/one.draft.md now. "
        "Check it, then publish: python3 tasks.py publish\n"
    )


def test_a_page_that_is_a_draft_itself_stays_one(content: Path) -> None:
    for name in ("one.md", "one.draft.md"):
        (content / "posts" / name).write_text(f"---\ntitle: {name}\nstatus: draft\n---\nHere.\n", "utf-8")
    assert main(["--content", str(content), "--", "one"]) == 0
    assert (content / "posts/one.md").read_text("utf-8") == "---\ntitle: one.draft.md\nstatus: draft\n---\nHere.\n"


REFUSED = {
    "none": (None, "No next version of one is there. There is none in the diary: it would be called draft.md.\n"),
    "another": ("two.draft.md", "No next version of one is there. These are there: content/posts/two.draft.md.\n"),
    "one that cannot be read": (
        "one.draft.md",
        "content/posts/one.draft.md cannot be read. Mend what is told of it first.\n",
    ),
}


@pytest.mark.parametrize(("name", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_put_up_is_said_and_changes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str], name: str | None, sentence: str
) -> None:
    if name:
        (content / "posts" / name).write_text("---\ntitle: [\n---\n", "utf-8")
    assert main(["--content", str(content), "--", "one"]) == 1
    assert capsys.readouterr().err == sentence
    assert (content / "posts/one.md").read_text("utf-8") == PAGE


def test_what_ended_half_way_is_brought_to_its_end_by_the_same_once_more(content: Path) -> None:
    for name in ("one.md", "one.draft.md"):
        (content / "posts" / name).write_text(PAGE, "utf-8")
    assert main(["--content", str(content), "--", "one"]) == 0
    assert [each.name for each in (content / "posts").iterdir()] == ["one.md"]
