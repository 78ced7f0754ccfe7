"""The settings of the diary in a form of the same kind as a post's: every field, byte for byte, faults at fields."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor

SETTINGS = """\
# Ours
name: Our diary   # as on the poster
organisation: The council
menu: [about]
comments: {provider: giscus, giscus: {repo: a/b, category: Talk}} # since May
publish_to:
  live: git:site#gh-pages
outputs: {search: false}
"""
SOURCE = "content/diary.yml"
ADDRESS = "/post?" + urlencode({"source": SOURCE})


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, title in (("about", "About us"), ("help", "Get help")):
        file = tmp_path / "content" / "pages" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {title}\n---\nHere.\n", "utf-8")
    (tmp_path / "content" / "diary.yml").write_text(SETTINGS, "utf-8")
    return tmp_path / "content"


@pytest.fixture
def editor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({}, "", ""),
        ({"name": "Ours: all"}, "Our diary   #", "'Ours: all'   #"),
        ({"organisation__url": "https://x.example"}, "organisation: The council", "organisation:\n  name: The council\n  url: https://x.example"),
        ({"series": "4"}, "council\n", "council\nseries: 4\n"),
        ({"outputs__search": ""}, "outputs: {search: false}\n", ""),
        ({"comments": "provider: giscus\ngiscus.repo: a/c\ngiscus.category: Talk"}, "repo: a/b", "repo: a/c"),
        ({"comments": "provider: email\nemail.address: me@example.org"}, "{provider: giscus, giscus: {repo: a/b, category: Talk}}", "{provider: email, email: {address: me@example.org}}"),
        ({"comments": "giscus.repo.deep: x\ngiscus: y"}, "{provider: giscus, giscus: {repo: a/b, category: Talk}}", "{giscus: y}"),
        ({"publish_to": "live: git:site#gh-pages\ntest: folder:/srv"}, "gh-pages\n", "gh-pages\n  test: folder:/srv\n"),
        ({"publish_to": ""}, "publish_to:\n  live: git:site#gh-pages\n", ""),
    ],
)  # fmt: skip
def test_a_change_of_one_setting_is_a_change_of_its_bytes(
    editor: Visitor, content: Path, changes: dict[str, str], old: str, new: str
) -> None:
    form = editor.get(ADDRESS).form
    assert ("Saved." if changes else "Nothing had changed.") in editor.post("/post", form.having(**changes)).text
    assert (content / "diary.yml").read_text("utf-8") == SETTINGS.replace(old, new)


def test_the_pages_of_the_menu_are_picked(editor: Visitor, content: Path) -> None:
    assert editor.get("/settings").headers["Location"] == ADDRESS
    form = editor.get(ADDRESS).form
    assert form.boxes["menu"] == ["about", "help"]
    editor.post("/post", [*form.pairs, ("menu", "help"), ("do", "save")])
    assert "menu: [about, help]\n" in (content / "diary.yml").read_text("utf-8")


def test_what_is_wrong_in_a_setting_is_told_at_its_field(editor: Visitor) -> None:
    page = editor.post("/post", editor.get(ADDRESS).form.having(accent="reddish")).text
    assert 'id="accent-fault"' in page
    assert '<a href="#accent">' in page
    assert "The story" not in page
    assert "Delete this post" not in page


def test_settings_that_are_not_there_yet_are_made(editor: Visitor, content: Path) -> None:
    (content / "diary.yml").unlink()
    assert "Saved." in editor.post("/post", editor.get(ADDRESS).form.having(name="Ours")).text
    assert (content / "diary.yml").read_text("utf-8") == "name: Ours\n"


@pytest.mark.parametrize("comments", ["[a, b]", "{posts: {a.b: c}}", "x", "{a: [b]}"])
def test_what_no_line_can_tell_stays_as_it_is_written(editor: Visitor, content: Path, comments: str) -> None:
    text = f"name: Ours\ncomments: {comments}\n"
    (content / "diary.yml").write_text(text, "utf-8")
    page = editor.get(ADDRESS)
    assert "is written in the file in a way that no form shows" in page.text
    editor.post("/post", page.form.having(name="Theirs"))
    assert (content / "diary.yml").read_text("utf-8") == text.replace("Ours", "Theirs")


def test_earlier_settings_come_back_and_settings_are_not_deleted(editor: Visitor, content: Path) -> None:
    editor.post("/post", editor.get(ADDRESS).form.having(name="New"))
    versions = editor.get("/versions?" + urlencode({"source": SOURCE}))
    editor.post("/versions", versions.form.pairs)
    assert (content / "diary.yml").read_text("utf-8") == SETTINGS
    assert editor.post("/bin", editor.get(ADDRESS).form.having(do="delete")).status == 404
