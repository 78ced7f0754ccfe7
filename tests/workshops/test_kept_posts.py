"""A diary that is read beside the posts of an earlier build is the diary that is read from nothing."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.workshops.intake import Contents, KeptPosts, KeptRecords, read_contents
from tests.support.diaries import LONDON, written

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
FILES = {
    "posts__tea": "---\ntitle: Tea\ndate: 2031-05-01\n---\nWe had tea.\n",
    "posts__pie": "---\ntitle: Pie\ndate: 2031-05-01\n---\nWe had pie.\n",
    "posts__when": "---\ntitle: When\ndate: 2031-05-01 # C-17 is Sam\ncomments: {closes: 2031-06-04 10:00}\n---\n<!-- Sam -->\n",
    "workshops__first": """
        ---
        title: First
        date: 2031-05-01
        workshop: {number: 1, start: 2031-05-01 10.00, attendance: [{group: Carers, count: 12}]}
        votes: [{id: tea, question: Tea?, method: show-of-hands, options: [{name: "Yes", votes: 8}, {name: "No", votes: 4}]}]
        feedback: {ratings: [{question: Good?, scale: {least: 1, most: 5}, counts: {5: 3, 4: 1}}]}
        ---
        Hello.
        """,
}
Change = Callable[[Path], object]


def read(content: Path, posts: KeptPosts, zone: ZoneInfo = LONDON) -> Contents:
    return read_contents(content, zone=zone, now=NOW, kept=KeptRecords(keeps=False, posts=posts))


def kept(content: Path, zone: ZoneInfo = LONDON) -> bytes:
    """What a build keeps whose readers see every post that could be read."""
    posts = KeptPosts()
    contents = read(content, posts, zone)
    return posts.as_kept({entry.source for entry in contents.entries}) or b""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = written(tmp_path, **FILES)
    (content / "consent.yml").write_text("C-01: {covers: [photo]}\n", "utf-8")
    (content / "posts/cup.jpg").write_bytes(b"a picture")
    return content


def edited(old: str, new: str, file: str = "posts/tea.md") -> Change:
    """The file says something else, with the times that it had."""

    def edit(content: Path) -> None:
        place = content / file
        status, text = place.stat(), place.read_text("utf-8")
        assert old in text
        place.write_text(text.replace(old, new), "utf-8")
        os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))

    return edit


def swapped(content: Path) -> None:
    (content / "posts/tea.md").rename(content / "posts/other")
    (content / "posts/pie.md").rename(content / "posts/tea.md")
    (content / "posts/other").rename(content / "posts/pie.md")


PHOTO = "photos: [{file: cup.jpg, alt: A cup., people: recognisable, consent: C-01}]\n---"
CHANGES: dict[str, Change] = {
    "nothing": lambda _: None,
    "as many letters at the same time": edited("Tea", "Pie"),
    "the story alone": edited("tea.", "pie."),
    "a line more above": edited("---\ntitle", "\n---\ntitle"),
    "a draft": edited("date", "status: draft\ndate"),
    "a photo with a consent": edited("---\nWe", f"{PHOTO}\nWe"),
    "a file that is not there": edited("---\nWe", "image: no.jpg\n---\nWe"),
    "a value that is none": edited("2031-05-01", "soon"),
    "a field that is none": edited("date", "dat"),
    "front matter that is none": edited("---\nWe", "We"),
    "a letter that nobody sees": edited("Tea", "T\x07ea"),
    "counts": edited("votes: 8", "votes: 80", "workshops/first/index.md"),
    "another folder": lambda content: (content / "posts/tea.md").rename(content / "pages/tea.md"),
    "two files in each other's place": swapped,
    "gone": lambda content: (content / "posts/tea.md").unlink(),
}


def same(warm: Contents, cold: Contents) -> None:
    assert warm == cold
    assert [entry.tree for entry in warm.entries] == [entry.tree for entry in cold.entries]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_was_changed_and_taken_back_again(content: Path, change: Change) -> None:
    (content / "pages").mkdir(exist_ok=True)
    before = kept(content)
    unchanged = read(content, KeptPosts())
    change(content)
    posts = KeptPosts(before)
    warm = read(content, posts)
    same(warm, read(content, KeptPosts()))
    after = posts.as_kept({entry.source for entry in warm.entries}) or before
    for name, text in FILES.items():
        written(content.parent, **{name: text})
    for moved in ("pages/tea.md", "posts/other"):
        (content / moved).unlink(missing_ok=True)
    same(read(content, KeptPosts(after)), unchanged)


def test_a_file_that_says_the_same_is_not_parsed(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    posts = KeptPosts(kept(content))
    monkeypatch.setattr(KeptRecords, "document", None)
    contents = read(content, posts)
    assert len(contents.entries) == len(FILES)
    assert posts.as_kept({entry.source for entry in contents.entries}) is None


def test_moments_are_read_anew_in_another_zone(content: Path) -> None:
    before = kept(content)
    zone = ZoneInfo("America/New_York")
    same(read(content, KeptPosts(before), zone), read(content, KeptPosts(), zone))
    assert kept(content, zone) != before


@pytest.mark.parametrize("change", ["a photo with a consent", "a file that is not there", "a value that is none"])
def test_what_names_a_consent_or_a_file_or_has_a_finding_is_not_kept(content: Path, change: str) -> None:
    CHANGES[change](content)
    assert b'"title":"Tea"' not in kept(content)


def test_nothing_is_kept_that_stands_in_a_comment_or_is_not_shown(content: Path) -> None:
    posts = KeptPosts()
    read(content, posts)
    shown = posts.as_kept({"content/posts/when.md", "content/posts/tea.md"}) or b""
    assert b'"title":"When"' in shown
    assert b"Sam" not in shown
    assert b"C-17" not in shown
    assert b"Pie" not in shown
    assert posts.as_kept(()) == b""
