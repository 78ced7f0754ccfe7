"""Nothing has changed since the last build: told without one, and never when anything has."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.engine.manifest import Outlook
from plugins.engine.staging import Staging
from plugins.settings.deployment import HOSTS
from plugins.workbench.build_record import forget_diary, recorded
from plugins.workbench.last_build import answer, made_from, record_path
from plugins.workbench.paths import CHECKOUT

OUTLOOK = Outlook(datetime(2031, 6, 2, tzinfo=UTC), "Europe/London")
NOON = {"DIARY_NOW": "2031-06-01T12:00"}
NEXT = "Time alone changes the site next on Monday 2 June 2031, 12 midnight."


class Diary:
    """A content folder, and a site that a build made of it."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "output"
        (self.content / "posts").mkdir(parents=True)
        self.post = self.content / "posts" / "one.md"
        self.post.write_text("One.\n")

    def build(self, environ: Mapping[str, str] = NOON, *, outlook: Outlook | None = OUTLOOK, code: int = 0) -> int:
        return recorded(lambda: self._written(outlook, code), self.content, self.output, environ)

    def _written(self, outlook: Outlook | None, code: int) -> int:
        staging = Staging(self.output, check=lambda _: None, say=print)
        (staging.fresh / "index.html").write_text(self.post.read_text())
        staging.finish(durable=True, outlook=outlook)
        staging.swap_in()
        return code

    def said(self, environ: Mapping[str, str] = NOON, *more: str) -> str:
        """What is said instead of a build; nothing where there must be one."""
        return answer(["build", "--content", str(self.content), f"--output={self.output}", *more], environ)

    @property
    def nothing(self) -> str:
        return f"Nothing has changed since the last build: the 1 pages in {self.output} are as it left them.\n{NEXT}"


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    """A diary that was built, for a test that changes it."""
    return _built(Diary(tmp_path))


@pytest.fixture(scope="module")
def same(tmp_path_factory: pytest.TempPathFactory) -> Diary:
    """A diary that was built, for tests that only ask."""
    return _built(Diary(tmp_path_factory.mktemp("same")))


def _built(made: Diary) -> Diary:
    assert made.said() == ""
    assert made.build() == 0
    assert made.said() == made.nothing
    return made


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


def test_nothing_is_kept_of_a_build_that_a_variable_decided(diary: Diary) -> None:
    environ = {**NOON, "DIARY_PRIVATE_WORDS_LIST": "quillfeather"}
    diary.build(environ)
    assert (diary.said(environ), diary.said(), kept(diary)) == ("", "", b"")


def kept(diary: Diary) -> bytes:
    record = Path(record_path(str(diary.content), str(diary.output)))
    return record.read_bytes() if record.exists() else b""


def test_a_list_of_private_words_is_known_by_its_times_and_nothing_of_it_is_kept(diary: Diary, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Quillfeather\n")
    environ = {**NOON, "DIARY_PRIVATE_WORDS": f" {words} "}
    assert diary.said(environ) == ""
    diary.build(environ)
    assert diary.said(environ) == diary.nothing
    assert b"words.txt" not in kept(diary)
    assert b'"private words": [[' in kept(diary)
    assert kept(diary).endswith(b"null]}")
    os.utime(words)
    assert diary.said(environ) == ""


def test_settings_of_another_folder_are_looked_at(diary: Diary, tmp_path: Path) -> None:
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "publishconf.py").write_text("SITENAME = 'A'\n")
    environ = {**NOON, "DIARY_SETTINGS": str(settings)}
    diary.build(environ)
    assert diary.said(environ) == diary.nothing
    assert diary.said() == ""
    (settings / "publishconf.py").write_text("SITENAME = 'B'\n")
    assert diary.said(environ) == ""


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


def test_a_damaged_record_is_none(diary: Diary) -> None:
    record, whole = Path(record_path(str(diary.content), str(diary.output))), kept(diary)
    for damaged in (whole[:-1], whole.replace(b"midnight", b"midnoons"), b"", b"\xff\n" + whole):
        record.write_bytes(damaged)
        assert diary.said() == ""
    record.write_bytes(whole)
    assert diary.said() == diary.nothing


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_record_is_its_owners_alone(diary: Diary) -> None:
    record = Path(record_path(str(diary.content), str(diary.output)))
    assert (record.stat().st_mode & 0o777, record.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    record.chmod(0o644)
    assert diary.said() == ""


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


SOFTWARE = ("tasks.py", "pelicanconf.py", "publishconf.py", "pyproject.toml", "requirements.lock")
INSIDE = (
    "plugins/blog/links.py",
    "theme/templates/post.html",
    ".venv/bin/python",
    ".venv/diary-stamp.txt",
    ".venv/lib/python3.11/site-packages/pillow-12.0.dist-info/RECORD",
    ".venv/Scripts/python.exe",
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in small."""
    for file in (*SOFTWARE, *INSIDE):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("1")
    return tmp_path


@pytest.mark.parametrize("name", [*SOFTWARE, *INSIDE[:4]])
def test_another_version_of_the_software_is_a_change(same: Diary, checkout: Path, name: str) -> None:
    before = made_from(str(same.content), {}, software=str(checkout))
    (checkout / "plugins/blog/__pycache__").mkdir()
    assert made_from(str(same.content), {}, software=str(checkout)) == before
    (checkout / name).write_text("2 now")
    assert made_from(str(same.content), {}, software=str(checkout)) != before


def test_another_version_of_a_package_is_a_change(same: Diary, checkout: Path) -> None:
    before = made_from(str(same.content), {}, software=str(checkout))
    packages = checkout / ".venv/lib/python3.11/site-packages"
    (packages / "pillow-12.0.dist-info").rename(packages / "pillow-12.1.dist-info")
    assert made_from(str(same.content), {}, software=str(checkout)) != before


def test_the_second_build_says_so_before_anything_is_imported(tmp_path: Path) -> None:
    content, output = CHECKOUT / "tests/sites/not-yet/content", tmp_path / "output"
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "PYTHONPATH", "DIARY_"))}
    environ |= {"DIARY_NOW": "2016-10-12T12:00", "DIARY_SETTINGS": str(CHECKOUT / "tests/settings")}
    line = [sys.executable, "tasks.py", "build", f"--content={content}", f"--output={output}"]
    first, second = (
        subprocess.run(line, cwd=CHECKOUT, env={**environ, **more}, capture_output=True, encoding="utf-8", check=True)
        for more in ({}, {"PYTHONPROFILEIMPORTTIME": "1"})
    )
    built, further = first.stdout.split("\n", 1)
    pages = len(list(output.rglob("*.html")))
    assert built.startswith(f"Built {pages} pages into {output} in ")
    assert second.stdout == (
        f"Nothing has changed since the last build: the {pages} pages in {output} are as it left them.\n{further}"
    )
    imported = {line.rpartition("|")[2].strip() for line in second.stderr.splitlines()}
    assert "plugins.workbench.last_build" in imported
    assert not {"invoke", "pelican", "plugins.workbench.bootstrap"} & imported


def test_a_consent_taken_back_leaves_no_record(diary: Diary) -> None:
    assert kept(diary)
    forget_diary(diary.content)
    assert (kept(diary), diary.said()) == (b"", "")
