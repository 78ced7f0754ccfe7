"""Whatever is saved, and in whatever order, the preview shows what a build that has seen nothing before would show."""

import json
import os
import random
import shutil
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Event, Timer
from urllib.request import urlopen

import pytest

from plugins.engine.page import Offered
from plugins.engine.settings_files import preview_settings
from plugins.preview.saves import saves
from plugins.preview.wiring import build
from plugins.workshops.intake import KeptRecords
from tests.blog.test_warm_is_cold import CHOICES, files_of
from tests.support.previews import running
from tests.support.systems import needs_signals
from tests.support.waiting import PATIENCE, wait_until

CONTENT = [what for what in CHOICES if what not in ("software", "template", "outputs", "consent")]
ADDRESS = "http://localhost:8000"


class Previewed:
    """A diary that a preview has open, and what that preview keeps."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content = folder, folder / "content"
        self.state = {what: choices[0] for what, choices in CHOICES.items()}
        self.kept = KeptRecords()

    def save(self, what: str, into: str) -> None:
        """Only what changes is touched, as by an editor."""
        self.state[what] = into
        wanted = files_of(self.state)
        for file in self.content.rglob("*.md"):
            if file.relative_to(self.content).as_posix() not in wanted:
                file.unlink()
        for name, text in wanted.items():
            file = self.content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists() or file.read_bytes() != text:
                file.write_bytes(text)

    def shown(self) -> Mapping[str, bytes]:
        """Every page and file that can be asked for, and what is found: those of a preview that begins now."""
        warm = self._built("warm", self.kept)
        assert warm == self._built("cold", KeptRecords())
        return warm

    def _built(self, output: str, kept: KeptRecords) -> Mapping[str, bytes]:
        offered, place = Offered(), self.folder / output
        made = build(
            preview_settings(), content=self.content, output=place, address=ADDRESS, kept=kept, offered=offered
        )
        assert made.is_good, made
        found = [*sorted(made.problems), *(piece for address in sorted(made.advice) for piece in made.advice[address])]
        pages = {path: render() for path, render in offered.pages.items()}
        files = {path: file.content for path, file in offered.files.items()}
        return {**pages, **offered.at_hand, **files, "found": "\n".join(map(str, found)).encode()}


def test_after_each_save_the_preview_shows_what_one_that_begins_now_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time_ns() + 10**13
    monkeypatch.setattr(time, "time_ns", lambda: later)  # So that files are told by their times, and not opened.
    dice = random.Random(16)
    some = [(what, dice.choice(CHOICES[what])) for what in dice.sample(CONTENT, 7)]
    previewed = Previewed(tmp_path)
    for what, into in [("consent", "until: 2032-01-01"), ("consent", "withdrawn: 2031-05-20"), *some]:
        previewed.save(what, into)
        monkeypatch.setenv("DIARY_NOW", previewed.state["now"])
        is_agreed_to = into == "until: 2032-01-01"
        assert (b'alt="Room"' in previewed.shown()["workshops/first/index.html"]) == is_agreed_to, (what, into)


@needs_signals
def test_a_save_reads_and_tells_of_what_was_saved_alone(tmp_path: Path) -> None:
    posts, counts, saves = tmp_path / "content" / "posts", tmp_path / "counts.json", 3
    posts.mkdir(parents=True)
    others = [f"other-{n}.md" for n in range(5)]
    for name in ("saved.md", *others):
        (posts / name).write_text(
            f"---\ntitle: {name}\ndate: 2031-01-01\n---\nWe met, click [here](saved.md).\n", "utf-8"
        )
    with running(tmp_path / "content", tmp_path / "site", counts=counts) as preview:

        def shows(words: str) -> bool:
            with urlopen(f"{preview.address}/posts/saved/") as page:
                return words in page.read().decode()

        wait_until(partial(shows, "We met"))
        for n in range(saves):
            new = tmp_path / "new.md"
            new.write_text(f"---\ntitle: Saved\ndate: 2031-01-01\n---\nThis is round {n}.\n", "utf-8")
            new.replace(posts / "saved.md")
            wait_until(partial(shows, f"This is round {n}."))
    calls = json.loads(counts.read_text("utf-8"))
    read = len(others) + 1 + saves
    assert calls["frontmatter.document.document_in"] == read
    assert calls["story.teller.story"] == read
    assert 1 <= calls["blog.advice.post._of_record"] <= calls["preview.wiring.build"]


def test_a_folder_that_stands_in_the_place_of_the_one_that_was_opened_is_watched_from_then_on(tmp_path: Path) -> None:
    home, made = tmp_path / "diary", tmp_path / "made"
    content, gone = home / "content", partial(next, (tmp_path / f"gone-{n}" for n in range(9)))

    def written_at(place: Path, words: str) -> None:
        (place / "posts").mkdir(parents=True, exist_ok=True)
        (place / "posts/saved.md").write_text(f"---\ntitle: Saved\ndate: 2031-01-01\n---\n{words}\n", "utf-8")

    def moved_away() -> None:
        content.rename(gone())
        made.rename(content)

    def deleted_and_made_anew() -> None:
        shutil.rmtree(content)
        shutil.copytree(made, content)

    def moved_with_the_folder_around_it() -> None:
        home.rename(gone())
        home.mkdir()
        made.rename(content)

    def away_for_a_moment() -> None:
        content.rename(gone())
        wait_until(partial(shows, "_preview/findings", "a path containing the content"))
        made.rename(content)

    def shows(page: str, words: str) -> bool:
        with urlopen(f"{preview.address}/{page}") as answer:
            return words in answer.read().decode()

    written_at(content, "We met.")
    with running(content, tmp_path / "site") as preview:
        wait_until(partial(shows, "posts/saved/", "We met."))
        for exchange in (moved_away, deleted_and_made_anew, moved_with_the_folder_around_it, away_for_a_moment):
            written_at(made, f"Here is one that was {exchange.__name__}.")
            exchange()
            wait_until(partial(shows, "posts/saved/", f"Here is one that was {exchange.__name__}."))
            written_at(content, f"This was saved after {exchange.__name__}.")
            wait_until(partial(shows, "posts/saved/", f"This was saved after {exchange.__name__}."))
        wait_until(lambda: not shows("_preview/findings", "a path containing the content"))


def test_of_two_saves_within_one_second_the_second_is_seen_where_the_times_of_files_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    stop, later = Event(), (int(time.time()) + 100) * 10**9
    file = tmp_path / "saved.md"
    file.write_text("We met.", "utf-8")
    patience = Timer(PATIENCE, stop.set)
    patience.start()

    def save(words: str, *, nanoseconds: int) -> None:
        file.write_text(words, "utf-8")
        os.utime(file, ns=(nanoseconds, nanoseconds))

    shown = []
    for _ in saves([tmp_path], None, stop):
        shown.append(file.read_text("utf-8"))
        if shown[-1] == "We met.":
            save("We had tea.", nanoseconds=later)
        elif shown[-1] == "We had tea.":
            save("We had pie.", nanoseconds=later + 500_000_000)
        else:
            break
    patience.cancel()
    assert shown[-1] == "We had pie."
