"""What is to be mended is told at its field, and mended with one press where the advice is one change."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.checked import Checked
from plugins.author.server import EditorServer
from plugins.problems import verdict
from tests.author.checks import checked
from tests.author.editor_forms import Answer, Visitor

POST = """\
---
title: Our first evening   # as on the poster
statsu: published
workshop: {status: hedl, start: 10.10.2016 14:00, number: 1}
agenda:
  - Welcome # at the door
  - {title: Dots, kind: vote, vote: walls, minutes: ten}
votes:
  - {id: wall, question: Which?, method: show-of-hands, options: [{name: Yes, votes: 9}, {name: No, votes: 3}], chosen: Yse}
feedback:
  quotes:
    - {words: It was nice to be asked, who: A guest, consent: c7}
---

It was warm. See [the post](../../posts/wellcome.md#hi).

# Big
"""
SOURCE = "content/workshops/first/index.md"
ADDRESS = f"/post?{urlencode({'source': SOURCE})}"
MENDED = {
    "“statsu” becomes “status”": ("statsu: p", "status: p"),
    "“hedl” becomes “held”": ("hedl", "held"),
    "“10.10.2016 14:00” becomes “2016-10-10 14:00”": ("10.10.2016 14:00", "2016-10-10 14:00"),
    "“walls” becomes “wall”": ("vote: walls", "vote: wall"),
    "“Yse” becomes “Yes”": ("Yse", "Yes"),
    "“c7” becomes “C-07”": ("c7", "C-07"),
    "“../../posts/wellcome.md#hi” becomes “../../posts/welcome.md#hi”": ("wellcome", "welcome"),
    "“Big” becomes “## Big”": ("\n# Big", "\n## Big"),
}
"""Every change that is offered for the post, and what it does to the file."""


class Desk:
    """A desk over a diary whose check can be made to know more, or less, of its post."""

    def __init__(self, root: Path) -> None:
        self.post = root / SOURCE
        self.post.parent.mkdir(parents=True)
        (root / "content" / "posts").mkdir()
        (root / "content" / "posts" / "welcome.md").write_text("---\ntitle: Welcome\ndate: 2016-10-01\n---\nHello.\n")
        (root / "content" / "consent.yml").write_text("C-07: {covers: [quote]}\n")
        self.write()
        self.known = self.found = checked(root / "content")
        self.server = EditorServer(0, root / "content", ZoneInfo("Europe/London"), self.newest)
        self.visitor = Visitor(self.server.port)
        self.server.start()

    def newest(self) -> Checked:
        return self.known

    def write(self, text: str = POST) -> None:
        """Save the post as it was when the diary was checked."""
        self.post.write_text(text, "utf-8")
        os.utime(self.post, ns=(1, 1))

    def page(self, address: str) -> str:
        return self.visitor.get(address).text

    def press(self, key: str, **more: str) -> Answer:
        form = self.visitor.get(ADDRESS).form
        return self.visitor.post("/post", form.having(do=f"mend:{key}", **more))


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp("desk"))
    yield made
    made.server.stop()


@pytest.fixture
def desk(started: Desk) -> Desk:
    """The desk before any of these tests."""
    started.write()
    started.known = started.found
    for place in started.server._editor.keeping.place(SOURCE).glob("typed*"):
        place.unlink()
    return started


def keys(page: str) -> dict[str, str]:
    """What each button for mending says, and the finding that it names."""
    parts = page.split('value="mend:')[1:]
    return {part.split("Mend it: ")[1].split("<")[0]: part.split('"')[0] for part in parts}


def test_every_finding_of_the_whole_diary_is_at_its_field(desk: Desk) -> None:
    page = desk.page(ADDRESS)
    for field, told in (
        ("workshop-status", "found &#34;hedl&#34;; write one of"),
        ("agenda-1-minutes", "found &#34;ten&#34;; write a whole number, such as 3"),
        ("agenda-1-vote", "found &#34;walls&#34;; there is no vote of that id here; did you mean “wall”?"),
        ("votes-0-chosen", "found &#34;Yse&#34;, which is no option of this vote; did you mean “Yes”?"),
        ("feedback-quotes-0-consent", "found &#34;c7&#34;, which is not in content/consent.yml; did you mean “C-07”?"),
    ):
        assert f'<p class="editor-wrong" id="{field}-fault">{told}' in page
        assert f'<a href="#{field}">' in page
    assert '<a href="#story" data-line="3">The story, line 3</a>: “Big” is as large as the title' in page
    assert page.count("<li><a href") + page.count("<li>there is no field") == 9


def test_one_press_makes_the_one_change_that_a_finding_asks_for_and_changes_no_other_byte(desk: Desk) -> None:
    offered = keys(desk.page(ADDRESS))
    assert set(offered) == set(MENDED)
    for label, (old, new) in MENDED.items():
        desk.write()
        said = desk.press(offered[label])
        assert "Mended." in said.text
        assert desk.post.read_text("utf-8") == POST.replace(old, new)
    assert POST.encode() in [each.data for each in desk.server._editor.keeping.versions(SOURCE)]


def test_what_is_typed_is_saved_with_what_is_mended(desk: Desk) -> None:
    key = keys(desk.page(ADDRESS))["“walls” becomes “wall”"]
    desk.press(key, title="Our second evening")
    assert desk.post.read_text("utf-8") == POST.replace("Our first", "Our second").replace("walls", "wall")


def test_what_has_changed_meanwhile_is_not_mended(desk: Desk) -> None:
    key = keys(desk.page(ADDRESS))["“Yse” becomes “Yes”"]
    said = desk.press(key, votes__0__chosen="No")
    assert "That has changed meanwhile. Nothing was mended." in said.text
    assert desk.post.read_text("utf-8") == POST.replace("Yse", "No")


def test_the_page_of_all_that_is_to_mend_opens_each_at_its_line_and_mends_it(desk: Desk) -> None:
    page = desk.visitor.get("/mend")
    assert verdict(desk.found.problems) in page.text
    at = urlencode({"source": SOURCE, "at": "agenda.1.vote", "line": "7"}).replace("&", "&amp;")
    assert f'<a href="/post?{at}">Open at this line' in page.text
    opened = desk.page("/post?" + at.replace("&amp;", "&"))
    assert (
        '<select id="agenda-1-vote" name="agenda.1.vote" aria-describedby="agenda-1-vote-help agenda-1-vote-fault" aria-invalid="true" autofocus>'
        in opened
    )
    in_story = urlencode({"source": SOURCE, "at": "story", "line": "17"})
    assert ' autofocus data-line="3">' in desk.page(f"/post?{in_story}")
    key = keys(desk.page(ADDRESS))["“walls” becomes “wall”"]
    pairs = [("token", page.form.value("token")), ("source", SOURCE), ("finding", key)]
    assert "Mended." in desk.visitor.post("/mend", pairs).text
    assert desk.post.read_text("utf-8") == POST.replace("walls", "wall")


def test_nothing_is_mended_in_a_file_that_somebody_is_typing_in(desk: Desk) -> None:
    form = desk.visitor.get(ADDRESS).form
    desk.visitor.post("/typed", form.having(title="Half a ti"))
    key = keys(desk.page(ADDRESS))["“walls” becomes “wall”"]
    said = desk.visitor.post("/mend", [("token", form.value("token")), ("source", SOURCE), ("finding", key)])
    assert "What you typed here is not saved yet. Save it first, then mend." in said.text
    assert desk.post.read_text("utf-8") == POST


def test_a_check_that_began_before_the_last_save_says_nothing_of_the_file(desk: Desk) -> None:
    desk.known = replace(desk.found, began=1)
    page = desk.page(ADDRESS)
    assert "The whole diary is being checked." in page
    assert "found &#34;walls&#34;" not in page
    assert "found &#34;hedl&#34;" in page, "what the file itself says wrongly is known at once"


def test_advice_stands_beside_the_story_and_keeps_nothing(desk: Desk) -> None:
    long = "We wrote, " + "and we talked, and we drew, " * 12 + "and went home."
    text = POST
    for old, new in (*MENDED.values(), ("minutes: ten", "minutes: 10"), ("## Big", long)):
        text = text.replace(old, new)
    desk.write(text)
    desk.known = checked(desk.post.parents[2])
    page = desk.page(ADDRESS)
    assert "Advice on this post:" in page
    assert '<a href="#story" data-line="3">The story, line 3</a>: ' in page.split('id="advice"')[1]
