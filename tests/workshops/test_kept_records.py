"""What a process that reads a diary again after each save need not read, and what it never takes from memory."""

import gc
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.frontmatter import ContentFile
from plugins.problems import Problem
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry, written_in
from plugins.workshops.intake import KeptRecords, read_contents
from tests.support.diaries import LONDON, written

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
POST = "---\ntitle: Tea\ndate: 2031-05-01\n---\nWe had tea.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path, posts__tea=POST)


def tea(content: Path, kept: KeptRecords) -> tuple[DiaryEntry, tuple[Problem, ...]]:
    contents = read_contents(content, zone=LONDON, now=NOW, kept=kept)
    return next(entry for entry in contents.entries if entry.slug == "tea"), contents.problems


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some seconds pass, so that a file's times tell it from one that is saved now."""
    now = time.time_ns() + 10_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: now)


def test_a_post_that_nobody_saved_is_the_very_same_entry_and_is_not_opened(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptRecords()
    later(monkeypatch)
    before, _ = tea(content, kept)
    with monkeypatch.context() as closed:
        closed.setattr(Path, "open", None)
        assert tea(content, kept)[0] is before


def test_two_saves_in_one_tick_of_the_clock_are_told_apart(content: Path) -> None:
    kept, file = KeptRecords(), content / "posts/tea.md"
    before, _ = tea(content, kept)
    assert tea(content, kept)[0] is before
    status = file.stat()
    file.write_text(POST.replace("tea.", "pie."), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert tea(content, kept)[0].story == "We had pie.\n"


def test_a_save_that_sets_the_files_time_back_is_seen(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, file = KeptRecords(), content / "posts/tea.md"
    later(monkeypatch)
    tea(content, kept)
    status = file.stat()
    other = file.with_name(".other")
    other.write_text(POST.replace("tea.", "pie."), "utf-8")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)
    assert tea(content, kept)[0].story == "We had pie.\n"


def test_consents_and_files_beside_a_post_are_looked_at_each_time(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptRecords()
    later(monkeypatch)
    photos = "photos: [{file: room.jpg, alt: A room., people: recognisable, consent: C-01}]"
    (content / "posts/tea.md").write_text(POST.replace("---\nWe", f"{photos}\n---\nWe"), "utf-8")
    (content / "posts/room.jpg").write_bytes(b"a picture")
    (content / "consent.yml").write_text("C-01: {covers: [photo]}\n", "utf-8")
    assert [photo.file for photo in tea(content, kept)[0].post.photos] == ["room.jpg"]
    (content / "consent.yml").write_text("C-01: {covers: [photo], withdrawn: 2031-05-31}\n", "utf-8")
    assert tea(content, kept)[0].post.photos == ()
    (content / "consent.yml").write_text("C-01: {covers: [photo]}\n", "utf-8")
    assert [photo.file for photo in tea(content, kept)[0].post.photos] == ["room.jpg"]
    (content / "posts/room.jpg").unlink()
    assert [problem.code for problem in tea(content, kept)[1]] == ["missing-file"]


def test_what_follows_from_a_kept_entry_is_worked_out_once_for_the_same_question(content: Path) -> None:
    asked = []

    @once_an_entry
    def greeting(entry: DiaryEntry, words: str) -> str:
        asked.append(words)
        return f"{words}, {entry.post.title}"

    kept, _ = tea(content, KeptRecords())
    assert [greeting(kept, words) for words in ("Hello", "Hello", "Bye")] == ["Hello, Tea", "Hello, Tea", "Bye, Tea"]
    assert asked == ["Hello", "Bye"]
    assert written_in(kept) is written_in(kept)
    anew, _ = tea(content, KeptRecords(keeps=False))
    assert [greeting(anew, "Hello") for _ in range(2)] == ["Hello, Tea"] * 2
    assert asked == ["Hello", "Bye", "Hello", "Hello"]


def test_all_entries_are_asked_and_of_each_only_what_is_not_known(content: Path) -> None:
    asked = []

    @once_an_entry
    def greeting(entry: DiaryEntry, words: str) -> str:
        asked.append(entry.post.title)
        return f"{words}, {entry.post.title}"

    (content / "posts/pie.md").write_text(POST.replace("Tea", "Pie"), "utf-8")
    kept = KeptRecords()

    def entries(kept: KeptRecords) -> tuple[DiaryEntry, ...]:
        return read_contents(content, zone=LONDON, now=NOW, kept=kept).entries

    first = entries(kept)
    for _ in range(2):
        assert of_each(greeting, first, "Hello") == ["Hello, Pie", "Hello, Tea"]
    assert of_each(greeting, first[::-1], "Hello") == ["Hello, Tea", "Hello, Pie"]
    assert asked == ["Pie", "Tea"]
    assert of_each(greeting, first, "Bye") == ["Bye, Pie", "Bye, Tea"]
    (content / "posts/tea.md").write_text(POST.replace("Tea", "Coffee"), "utf-8")
    assert of_each(greeting, entries(kept), "Bye") == ["Bye, Pie", "Bye, Coffee"]
    assert asked == ["Pie", "Tea"] * 2 + ["Coffee"]
    assert of_each(greeting, entries(kept)[1:], "Bye") == ["Bye, Coffee"]
    assert of_each(greeting, (), "Bye") == []
    assert asked[5:] == []
    anew = entries(KeptRecords(keeps=False))
    for _ in range(2):
        assert of_each(greeting, anew, "Bye") == ["Bye, Pie", "Bye, Coffee"]
    assert asked[5:] == ["Pie", "Coffee"] * 2
    (content / "posts/pie.md").unlink()
    assert of_each(greeting, entries(kept), "Bye") == ["Bye, Coffee"]
    assert asked[9:] == []


def test_nobody_holds_the_diary_of_a_preview_that_is_over(content: Path) -> None:
    @once_an_entry
    def greeting(entry: DiaryEntry) -> str:
        return f"Hello, {entry.post.title}"

    def held() -> list[str]:
        gc.collect()
        return [each.story for each in gc.get_objects() if isinstance(each, DiaryEntry) and each.folder in folders]

    folders = {content / "posts"}
    kept = KeptRecords()
    assert of_each(greeting, [tea(content, kept)[0]]) == ["Hello, Tea"]
    (content / "posts/tea.md").write_text(POST.replace("tea.", "pie."), "utf-8")
    assert of_each(greeting, [tea(content, kept)[0]]) == ["Hello, Tea"]
    assert held() == ["We had pie.\n"]
    del kept
    assert held() == []


def test_each_preview_has_answers_of_its_own(content: Path) -> None:
    asked = []

    @once_an_entry
    def greeting(entry: DiaryEntry) -> str:
        asked.append(entry.post.title)
        return f"Hello, {entry.post.title}"

    one, other = KeptRecords(), KeptRecords()
    for kept in (one, other, one, other):
        assert of_each(greeting, [tea(content, kept)[0]]) == ["Hello, Tea"]
    assert asked == ["Tea"] * 2
    both = [tea(content, kept)[0] for kept in (one, other)]
    assert of_each(greeting, both) == ["Hello, Tea"] * 2


def test_an_equal_value_is_the_earlier_one_and_another_is_itself() -> None:
    kept = KeptRecords()
    first, other = ("tea",), ("pie",)
    equal = (*first,)
    assert kept.same(first) is first
    assert kept.same(equal) is first
    assert kept.same(other) is other
    assert KeptRecords(keeps=False).same(equal) is equal


def test_a_file_that_is_gone_meanwhile_is_a_finding(tmp_path: Path) -> None:
    kept = KeptRecords()
    letters = kept.letters(ContentFile("content/posts/gone.md", tmp_path, "gone.md", "post", "gone"))
    document, problems = kept.document(letters, "content/posts/gone.md")
    assert document is None
    assert [problem.code for problem in problems] == ["unreadable-file"]
