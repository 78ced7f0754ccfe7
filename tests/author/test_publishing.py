"""The page Publish: looked at first, published then, and what came in between is shown anew."""

import os
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.author.checked import Checked
from plugins.author.server import EditorServer
from plugins.problems import Problem
from tests.author.editor_forms import Answer, Visitor
from tests.author.repositories import ENVIRON, POST, kept_diary
from tests.support.waiting import wait_until

SETTINGS = "name: Our diary\naddress: https://diary.test\npublish_to:\n  live: folder:{there}\n"


class Published:
    """A diary kept in git whose desk publishes it into a folder."""

    def __init__(self, home: Path) -> None:
        self.diary = kept_diary(home)
        self.there = home.parent / "there"
        self.diary.write("content/diary.yml", SETTINGS.format(there=self.there))
        self.found: tuple[Problem, ...] = ()
        self.server = EditorServer(0, self.diary.content, ZoneInfo("Europe/London"), lambda: Checked(self.found, (), 1))
        self.server.show_how_it_looks("http://localhost:8000")
        self.server.start()
        self.visitor = Visitor(self.server.port)

    def press(self, do: str, **ticked: str) -> Answer:
        """Press a button, and see the page when the job has ended."""
        form = self.visitor.get("/publish").form
        begun = self.visitor.post("/publish", [*form.pairs, *ticked.items(), ("do", do)])
        assert begun.status == 200
        wait_until(lambda: "Refresh" not in self.visitor.get("/publish").headers)
        return self.visitor.get("/publish")

    def shown(self, page: str) -> str:
        return (self.there / page).read_text("utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", {**ENVIRON, "DIARY_ENVIRONMENT_MADE": "yes", "DIARY_NOW": "2020-01-01T12:00"})
        published = Published(tmp_path_factory.mktemp("published") / "home")
    yield published
    published.server.stop()


def test_what_changes_is_looked_at_then_published_and_kept(published: Published) -> None:
    seen = published.press("look")
    assert '<a href="http://localhost:8000/posts/one/">One</a>' in seen.text
    assert "<h3>New pages</h3>" in seen.text
    assert "<li>New: the settings</li>" in seen.text
    assert not published.there.exists()
    done = published.press("publish")
    assert "<li>Kept in git. New: the settings.</li>" in done.text
    assert "<li>Your texts are at origin.</li>" in done.text
    assert f"<li>Published: {published.there} shows the new site.</li>" in done.text
    assert "It was warm." in published.shown("posts/one/index.html")
    assert published.diary.subjects() == ["New: the settings", "Begin"]
    assert "Readers see this already" in published.press("look").text


def test_what_came_in_meanwhile_is_looked_at_before_it_is_published(published: Published) -> None:
    published.diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    published.press("look")
    published.diary.committed_elsewhere({"posts/theirs.md": POST.replace("One", "Theirs")})
    seen = published.press("publish")
    assert "The diary has changed since you looked." in seen.text
    assert '<a href="http://localhost:8000/posts/theirs/">Theirs</a>' in seen.text
    assert "warm" in published.shown("posts/one/index.html")
    published.press("publish")
    assert "cold" in published.shown("posts/one/index.html")
    assert published.diary.subjects()[:2] == ["Changed: “One”", "By hand elsewhere"]


def test_both_texts_of_a_conflict_are_shown_and_the_authors_holds_when_it_is_chosen(published: Published) -> None:
    published.diary.write("content/posts/one.md", POST.replace("warm", "icy"))
    published.diary.committed_elsewhere({"posts/one.md": POST.replace("warm", "hot")})
    published.press("look")
    seen = published.press("publish")
    assert "You and somebody else changed the same place of content/posts/one.md." in seen.text
    assert "<del>hot.</del><ins>icy.</ins>" in seen.text
    assert "hot" in published.visitor.get("/versions?source=content/posts/one.md").text
    assert "icy" in published.diary.read("content/posts/one.md")
    assert published.diary.is_untouched()
    published.press("mine")
    published.press("publish")
    assert "icy" in published.shown("posts/one/index.html")


def test_a_site_is_published_all_the_same_when_its_repository_is_out_of_reach(published: Published) -> None:
    published.diary.write("content/posts/one.md", POST.replace("warm", "mild"))
    published.press("look")
    moved = published.diary.bare.rename(published.diary.bare.with_name("moved.git"))
    stopped = published.press("publish")
    assert "There is no repository where origin should be." in stopped.text
    assert "icy" in published.shown("posts/one/index.html")
    published.press("site")
    moved.rename(published.diary.bare)
    assert "mild" in published.shown("posts/one/index.html")


def test_a_finding_stops_the_button_and_a_build_that_fails_says_where(published: Published) -> None:
    published.found = (Problem("content/posts/one.md", 2, "title", "a slip", "unknown-key"),)
    page = published.visitor.get("/publish")
    assert "To mend before it can be published" in page.text
    assert 'value="publish"' not in page.text
    published.found = ()
    published.diary.write("content/posts/one.md", POST.replace("title", "titel"))
    stopped = published.press("look")
    assert "The site could not be built. Mend this first; readers see what they saw before." in stopped.text
    assert "content/posts/one.md:2: there is no field “titel” here; did you mean “title”?" in stopped.text
    assert 'value="publish"' not in stopped.text
