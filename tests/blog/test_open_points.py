"""Lines that begin `Open point:`: whoever writes is shown each, readers are shown nothing of their page."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.blog.open_points import each_page, each_point, is_unfinished, unfinished
from plugins.blog.publication import Moment
from tests.support.builds import build, built
from tests.support.diaries import LONDON, read, written

CLOCK = {"DIARY_NOW": "2016-10-12T12:00"}
NOTICE = "---\ntitle: Privacy notice\n---\nWe keep little.\n\n{}\n\n> **Open point for the council:** Say how long.\n"
PAGES = {
    "posts__hello": "---\ntitle: Hello\ndate: 2016\n---\nRead [our notice](../pages/privacy.md), and [this](half.md).\n",
    "posts__half": "---\ntitle: Half a post\ndate: 2016\ntags: [unseen-tag]\n---\nOpen point: was it nine?\n",
    "posts__draft": "---\ntitle: A draft\nstatus: draft\n---\nOpen point: all of it.\n",
    "pages__privacy": NOTICE.format("Open point: who is responsible?"),
}
SETTINGS = "name: Ours\ncontact: us@example.org\nmenu: [privacy]\n"


def diary(folder: Path) -> Path:
    content = written(folder, **PAGES)
    (content / "diary.yml").write_text(SETTINGS, encoding="utf-8")
    return content


def test_every_point_is_told_to_whoever_writes_and_every_page_once_to_whoever_publishes(tmp_path: Path) -> None:
    entries = read(tmp_path, **PAGES)[0].entries
    points = [(problem.source, problem.line, problem.stops) for problem in each_point(entries)]
    assert points == [
        ("content/pages/privacy.md", 6, False),
        ("content/pages/privacy.md", 8, False),
        ("content/posts/draft.md", 5, False),
        ("content/posts/half.md", 6, False),
    ]
    left_out = unfinished(entries, Moment(datetime(2016, 10, 12, tzinfo=UTC), LONDON))
    assert [entry.source for entry in left_out] == ["content/pages/privacy.md", "content/posts/half.md"]
    told = [problem.message.partition(", since ")[2].partition(" open")[0] for problem in each_page(left_out)]
    assert told == ["2 points in it are", "a point in it is"]


@pytest.mark.parametrize("leave_out", [(), ("-e", "DIARY_LEAVE_OUT=true")])
def test_a_published_build_leaves_no_trace_of_an_unfinished_page_and_names_it(
    tmp_path: Path, leave_out: tuple[str, ...]
) -> None:
    run = build(diary(tmp_path), tmp_path / "output", *leave_out, environment=CLOCK)
    assert run.returncode == 0
    assert run.stderr.splitlines()[:-2] == [
        "2 notices in 2 files, and the build goes on:",
        "",
        "content/pages/privacy.md:6: this page is left out, with its place in menus and every link to it, since 2 points in "
        "it are open; python3 tasks.py check lists them [open-point]",
        "",
        "content/posts/half.md:6: this page is left out, with its place in menus and every link to it, since a point in it "
        "is open; python3 tasks.py check lists them [open-point]",
    ]
    site = {file.relative_to(tmp_path / "output").as_posix(): file for file in (tmp_path / "output").rglob("*")}
    texts = "".join(
        file.read_text("utf-8") for file in site.values() if file.suffix in (".html", ".xml", ".json", ".txt")
    )
    for trace in ("Privacy notice", "privacy/", "Half a post", "posts/half", "unseen-tag", "A draft"):
        assert trace not in texts
    assert "Read our notice, and this." in site["posts/hello/index.html"].read_text("utf-8")


def test_a_check_lists_every_point_of_every_page(tmp_path: Path) -> None:
    run = build(diary(tmp_path), tmp_path / "output", "-e", "DIARY_CHECK_ONLY=true", environment=CLOCK)
    told = [line.partition(": ") for line in run.stderr.splitlines() if line.startswith("content/")]
    assert [place for place, _, _ in told] == [
        "content/pages/privacy.md:6",
        "content/pages/privacy.md:8",
        "content/posts/draft.md:5",
        "content/posts/half.md:6",
    ]
    rest = "write it, and take the words “Open point” away. Until then a published build leaves the whole page out"
    assert [message for _, _, message in told] == [
        f"this point is open: “{asked}”; {rest} [open-point]"
        for asked in ("who is responsible?", "Say how long.", "all of it.", "was it nine?")
    ]
    assert run.returncode == 0


def test_a_long_point_is_told_by_its_beginning_and_one_without_words_by_its_place(tmp_path: Path) -> None:
    story = f"Open point:\n\nOpen point: **Say {'who and ' * 20}when.**\n"
    entries = read(tmp_path, pages__about=f"---\ntitle: About\n---\n{story}")[0].entries
    bare, long = (problem.message for problem in each_point(entries))
    assert bare.startswith("this point is open; write it, ")
    assert long.startswith("this point is open: “Say who and who and ")
    assert " who …”; write it, " in long


def test_the_preview_shows_the_page_with_a_mark(tmp_path: Path) -> None:
    site = built(diary(tmp_path), tmp_path / "output", "-e", "DIARY_PREVIEW=true", environment=CLOCK)
    page = (site / "privacy/index.html").read_text("utf-8")
    assert "Open point: who is responsible?" in page
    assert "Unfinished" in page
    assert "Unfinished" not in (site / "posts/draft/index.html").read_text("utf-8")
    assert "Unfinished" not in (site / "posts/hello/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ("Open point: who?", True),
        ("open point : who?", True),
        ("**Open point:** who?", True),
        ("> **Open point for the council:** who?", True),
        ("- Open point: who?", True),
        ("2. *Open point:* who?", True),
        ("## Open point: who?", True),
        ("| Open point: who? |", True),
        ("Words, and then\nOpen point: who?", True),
        ("Open points: none.", False),
        ("We have an open point: who?", False),
        ("Open pointing: no", False),
        ("The meeting was open. Point: none.", False),
    ],
)
def test_a_point_is_open_where_a_line_begins_so(tmp_path: Path, line: str, is_open: bool) -> None:
    found, _ = read(tmp_path, posts__one=f"---\ntitle: One\ndate: 2016\n---\nFirst.\n\n{line}\n")
    assert is_unfinished(found.entries[0]) is is_open
