"""The page Publish: what stops it is said first, nothing of others is overwritten, and one job runs at a time."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from plugins.author.checked import Checked
from plugins.author.publication.job import Job, Jobs
from plugins.author.publication.views import Result
from plugins.author.server import EditorServer
from plugins.engine.lock import lock
from plugins.problems import Problem
from tests.author.editor_forms import Answer, Visitor
from tests.author.repositories import ENVIRON, POST, kept_diary
from tests.support.waiting import wait_until

SETTINGS = (
    "name: Our diary\naddress: https://diary.test\npublish_to:\n  live: folder:{there}\n  trial: folder:{there}-trial\n"
)


class Published:
    """A diary kept in git whose desk publishes it into a folder."""

    def __init__(self, home: Path) -> None:
        self.diary = kept_diary(home)
        self.there = home.parent / "there"
        self.diary.write("content/posts/other.md", POST.replace("One", "Other"))
        self.diary.write("content/diary.yml", SETTINGS.format(there=self.there))
        self.found: tuple[Problem, ...] = ()
        self.server = EditorServer(0, self.diary.content, ZoneInfo("Europe/London"), lambda: Checked(self.found, {}, 1))
        self.server.show_how_it_looks("http://localhost:8000")
        self.server.start()
        self.visitor = Visitor(self.server.port)

    def press(self, do: str, **fields: str) -> Answer:
        """Press a button, and see the page when the job has ended."""
        form = self.visitor.get("/publish").form
        pairs = [pair for pair in form.pairs if pair[0] not in fields]
        begun = self.visitor.post("/publish", [*pairs, *fields.items(), ("do", do)])
        assert begun.status == 200
        wait_until(lambda: "Refresh" not in self.visitor.get("/publish").headers)
        return self.visitor.get("/publish")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", {**ENVIRON, "DIARY_ENVIRONMENT_MADE": "yes", "DIARY_NOW": "2020-01-01T12:00"})
        published = Published(tmp_path_factory.mktemp("published") / "home")
    yield published
    published.server.stop()


def test_a_finding_stops_the_button_until_the_post_is_left_out(published: Published) -> None:
    published.found = (Problem("content/posts/one.md", 2, "title", "a slip", "unknown-key"),)
    published.diary.write("content/posts/one.md", POST.replace("title", "titel"))
    published.diary.keeping.keep_typed("content/posts/other.md", [("title", "Typed")], window="w")
    page = published.visitor.get("/publish")
    assert "what you typed there is not saved, and does not go out; save it first, or leave it for later" in page.text
    assert "To mend before it can be published" in page.text
    assert 'value="publish"' not in page.text
    stopped = published.press("publish")
    assert "The site could not be built. Mend this first; readers see what they saw before." in stopped.text
    assert "content/posts/one.md:2: there is no field “titel” here; did you mean “title”?" in stopped.text
    without = published.press("without")
    assert "Publish without them" in without.text
    assert "posts/one/" not in without.text
    other = published.press("publish", to="trial")
    assert f"At {published.there}-trial: " in other.text
    assert "Published:" not in other.text
    published.press("without", to="live")
    done = published.press("publish")
    assert f"<li>Published: {published.there} shows the new site.</li>" in done.text
    assert (published.there / "posts/other/index.html").is_file()
    assert not (published.there / "posts/one").exists()
    published.found = ()
    published.diary.write("content/posts/one.md", POST)


def test_without_a_place_the_repository_is_where_the_diary_goes(published: Published) -> None:
    published.diary.write("content/diary.yml", "name: Our diary\naddress: https://diary.test\n")
    assert (
        "Your diary is sent to its repository, and your host builds the site from there."
        in published.press("look").text
    )
    done = published.press("publish")
    assert "Your diary is in its repository. Your host builds the site from there." in done.text
    assert published.diary.subjects()[0] == "Changed: the settings and “One”"


def test_both_texts_of_a_conflict_are_shown_and_nothing_is_sent(published: Published) -> None:
    published.diary.write("content/posts/one.md", POST.replace("warm", "icy"))
    published.diary.committed_elsewhere({"posts/one.md": POST.replace("warm", "hot")})
    seen = published.press("publish")
    assert "You and somebody else changed the same place of content/posts/one.md. Nothing is lost" in seen.text
    assert "<del>hot.</del><ins>icy.</ins>" in seen.text
    assert "hot" in published.visitor.get("/versions?source=content/posts/one.md").text
    assert "icy" in published.diary.read("content/posts/one.md")
    assert published.diary.is_untouched()
    assert published.diary.subjects()[0] == "By hand elsewhere"
    assert "Publish with my text" in seen.text
    assert 'value="publish"' not in seen.text


def test_what_one_of_two_deleted_goes_or_comes_back_by_one_press(published: Published) -> None:
    published.diary.committed_elsewhere({"posts/one.md": None})
    gone = published.press("publish")
    assert "Somebody else deleted it. Ask them why: with <q>Publish with my text</q> it comes back." in gone.text
    assert "What others wrote is in your diary now." in published.press("mine").text
    assert "icy" in published.diary.read("content/posts/one.md")
    published.diary.committed_elsewhere({"posts/other.md": POST.replace("warm", "hot")})
    (published.diary.content / "posts/other.md").unlink()
    changed = published.press("publish")
    assert "You deleted it, and somebody else has changed it since." in changed.text
    assert "What others wrote is in your diary now." in published.press("mine").text
    assert not (published.diary.content / "posts/other.md").exists()


def test_my_text_does_not_take_back_what_others_withdrew(published: Published) -> None:
    published.diary.committed_elsewhere({"consent.yml": "C-09: {covers: [quote], withdrawn: 2020-01-01}\n"})
    published.diary.write("content/consent.yml", "C-09: {covers: [quote]}\n")
    assert (
        published.press("mine").text.count(
            "Somebody else has marked C-09 as withdrawn, and your register does not say so. "
            "Open Consent, press Withdraw there, and publish again. Nothing was sent."
        )
        == 1
    )
    assert published.diary.read("content/consent.yml") == "C-09: {covers: [quote]}\n"
    published.diary.write("content/consent.yml", "C-09: {covers: [quote], withdrawn: 2020-01-01}\n")


def test_another_desk_that_publishes_the_same_diary_is_waited_for(published: Published) -> None:
    place = published.diary.keeping.folder / "publishing.lock"
    held = lock(place, output=place, say=print)
    stopped = published.press("look")
    held.release()
    assert (
        "Another window publishes this diary just now. Wait until it is done, then press the button again."
        in stopped.text
    )


def test_a_second_press_begins_nothing_while_the_first_is_at_work() -> None:
    jobs, begun, may_end = Jobs(), Event(), Event()

    def work(job: Job) -> Result:
        job.say("One step is done.")
        begun.set()
        may_end.wait(60)
        return Result(done=tuple(job.done))

    jobs.start(work)
    assert begun.wait(60)
    jobs.start(lambda _job: Result(fault="This is never begun."))
    assert jobs.running is not None
    assert jobs.running.done == ("One step is done.",)
    may_end.set()
    wait_until(lambda: jobs.running is None)
    assert jobs.result == Result(done=("One step is done.",))
