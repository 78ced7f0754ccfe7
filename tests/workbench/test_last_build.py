"""Nothing has changed since the last build: told without one, and never when anything has."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.engine.manifest import Outlook
from plugins.settings.deployment import HOSTS
from plugins.workbench.bootstrap import _JUST_MADE
from plugins.workbench.build_record import recorded
from plugins.workbench.last_build import answer
from plugins.workbench.paths import CHECKOUT
from tests.support.systems import needs_posix_files
from tests.workbench.recorded_diary import NOON, OUTLOOK, Diary, built


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    """A diary that was built, for a test that changes it."""
    return built(Diary(tmp_path))


@pytest.fixture(scope="module")
def same(tmp_path_factory: pytest.TempPathFactory) -> Diary:
    """A diary that was built, for tests that only ask."""
    return built(Diary(tmp_path_factory.mktemp("same")))


def edit(diary: Diary) -> None:
    diary.post.write_text("Two.\n")


def edit_behind_its_back(diary: Diary) -> None:
    """As a program does that puts the old time back."""
    before = diary.post.stat()
    diary.post.write_text("Two.\n")
    os.utime(diary.post, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap_for_another(diary: Diary) -> None:
    other = diary.content / "other"
    other.write_text("Two.\n")
    os.utime(other, ns=(diary.post.stat().st_atime_ns, diary.post.stat().st_mtime_ns))
    other.replace(diary.post)


def tamper(diary: Diary) -> None:
    page = diary.output / "index.html"
    before = page.stat()
    page.write_text("Owt.\n")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def write(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("{}")


CHANGES: dict[str, Callable[[Diary], object]] = {
    "a post edited": edit,
    "a post edited, its time put back": edit_behind_its_back,
    "another file of the same size and time": swap_for_another,
    "a post renamed": lambda diary: diary.post.rename(diary.post.with_name("two.md")),
    "a post deleted": lambda diary: diary.post.unlink(),
    "a file added": lambda diary: (diary.content / "consent.yml").write_text("C-01: {covers: [photo]}\n"),
    "a folder added": lambda diary: (diary.content / "pages").mkdir(),
    "a link added": lambda diary: (diary.content / "link.md").symlink_to(diary.post),
    "comments kept beside": lambda diary: write(diary.content.parent / ".comments" / "a.json"),
    "a page tampered with": tamper,
    "a page lost": lambda diary: (diary.output / "index.html").unlink(),
    "a file in the site": lambda diary: (diary.output / "more.txt").touch(),
    "a link in the site": lambda diary: (diary.output / "more").symlink_to(diary.post),
    "the site gone": lambda diary: diary.output.rename(diary.output.with_name("elsewhere")),
    "what a killed build left": lambda diary: (diary.content.parent / ".output.new").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_makes_a_build(diary: Diary, change: str) -> None:
    CHANGES[change](diary)
    assert diary.said() == ""


def test_a_file_that_was_only_touched_has_not_changed(diary: Diary) -> None:
    os.utime(diary.post)
    assert diary.said() == diary.nothing
    edit(diary)
    assert diary.said() == ""


@pytest.mark.parametrize(
    ("moment", "is_told"),
    [
        ("2031-06-01T12:00", True),
        ("2031-06-01T22:59:59+00:00", True),
        ("2031-06-02T00:59:59", True),
        ("2031-06-02T01:00", False),
        ("2031-06-02T00:00+00:00", False),
        ("2031-06-01T11:59:59", False),
        ("next Monday", False),
    ],
)
def test_time_alone_makes_a_build_at_the_next_change_and_before_the_last(
    same: Diary, moment: str, is_told: bool
) -> None:
    assert bool(same.said({"DIARY_NOW": moment})) == is_told


VARIABLES = ["DIARY_SITE_URL", "DIARY_PRIVATE_WORDS_LIST", "DIARY_COMMENTS_TOKEN", "DIARY_ANYTHING", "PYTHONPATH", "CI"]


@pytest.mark.parametrize("name", [*VARIABLES, *HOSTS])
def test_a_variable_that_may_decide_makes_every_build_a_whole_one(same: Diary, name: str) -> None:
    assert same.said({**NOON, name: "quillfeather"}) == ""
    assert same.said({**NOON, name: ""}) == same.nothing


def test_a_build_right_after_the_environment_was_made_is_told_too(same: Diary) -> None:
    assert same.said({**NOON, _JUST_MADE: "yes"}) == same.nothing


def test_nothing_is_kept_of_a_build_that_a_variable_decided(diary: Diary) -> None:
    environ = {**NOON, "DIARY_PRIVATE_WORDS_LIST": "quillfeather"}
    diary.build(environ)
    assert (diary.said(environ), diary.said(), diary.kept) == ("", "", b"")


@pytest.mark.parametrize(
    "outlook", [None, Outlook(OUTLOOK.next_change, OUTLOOK.zone, asks_for_comments=True)], ids=["none", "remote"]
)
def test_comments_that_lie_elsewhere_are_fetched_by_every_build(diary: Diary, outlook: Outlook | None) -> None:
    diary.build(outlook=outlook)
    assert diary.said() == ""


def test_a_build_that_fails_is_no_last_build(diary: Diary) -> None:
    assert diary.build(code=1) == 1
    assert diary.said() == ""


def test_what_changes_while_a_site_is_built_makes_the_next_build(diary: Diary) -> None:
    def build_slowly() -> int:
        diary.build()
        edit(diary)
        return 0

    assert recorded(build_slowly, diary.content, diary.output, NOON) == 0
    assert diary.said() == ""


@pytest.mark.parametrize(("notices", "said"), [(1, "It told of one thing"), (3, "It told of 3 things")])
def test_what_the_last_build_told_is_not_forgotten(diary: Diary, notices: int, said: str) -> None:
    diary.build(outlook=Outlook(OUTLOOK.next_change, OUTLOOK.zone, notices))
    assert diary.said() == f"{diary.nothing}\n{said}: python3 tasks.py check tells of them again."


@pytest.mark.parametrize(
    "more", [["--no-cache"], ["--leave-out"], ["--since=HEAD"], ["--content"], ["--content="], ["now"]]
)
def test_a_line_that_asks_for_more_is_a_build(same: Diary, more: list[str]) -> None:
    assert same.said(NOON, *more) == ""
    assert answer(["publish"], NOON) == answer([], NOON) == ""


def test_a_diary_of_its_own_is_known_by_its_folder(same: Diary) -> None:
    home = same.content.parent
    assert answer(["build"], {**NOON, "DIARY_HOME": str(home)}) == same.nothing
    assert answer(["build", "--output", str(home / "other")], {**NOON, "DIARY_HOME": str(home)}) == ""


@needs_posix_files
def test_words_that_nobody_hears_do_not_make_a_build_fail(same: Diary) -> None:
    asking = (
        "import sys; from plugins.workbench.last_build import nothing_has_changed as f; sys.exit(not f(sys.argv[1:]))"
    )
    line = [sys.executable, "-c", asking, "build", "--content", str(same.content), "--output", str(same.output)]
    reading, nobody = os.pipe()
    os.close(reading)
    for command in (line, ["sh", "-c", 'exec "$@" >&-', "sh", *line]):
        run = subprocess.run(
            command, cwd=CHECKOUT, env=NOON, stdout=nobody, stderr=subprocess.PIPE, timeout=60, check=False
        )
        assert (run.returncode, run.stderr) == (0, b"")
    os.close(nobody)
