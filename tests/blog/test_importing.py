"""`python3 tasks.py import-comments`: comments of an earlier website below the pages of this one, and what is told of it."""

import runpy
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.blog.importing.__main__ import main
from plugins.comments.archive import read_archive
from plugins.workbench.paths import CHECKOUT
from tests.support.builds import built
from tests.test_sites import SITES

EXPORTS = CHECKOUT / "tests" / "comments" / "exports"
CONTENT = SITES / "comments" / "content"


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, in this process; a line that Pelican says when it reads settings is not ours."""

    def command(*arguments: str, archive: Path, content: Path = CONTENT) -> Done:
        monkeypatch.setenv("DIARY_COMMENTS_ARCHIVE", str(archive))
        code = main(["--content", str(content), *arguments])
        return Done(code, *capsys.readouterr())

    return command


def test_an_import_tells_what_came_what_stayed_and_what_found_no_page(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "kept" / "archive.json"
    done = run(str(EXPORTS / "wordpress.xml"), archive=archive)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"Read 9 comments, and kept 3 in {archive.with_name('imported.json')}:",
        "  1 below posts/hello/",
        "  2 below workshops/first/",
        "Left out: 1 deleted, 1 empty, 1 not approved, 1 pingback, 1 spam.",
        "These old addresses match no page; name the page that each means in a file for --addresses:",
        "  https://old.example.org/a-page-that-is-gone/ (1)",
        "These names will be shown. Read them: should any not be, run the same line with --no-names.",
        "  Ash, Robin",
    ]


def test_two_comments_of_one_number_are_both_brought_in(run: Run, tmp_path: Path) -> None:
    text = (EXPORTS / "wordpress.xml").read_text("utf-8")
    twice = tmp_path / "twice.xml"
    twice.write_text(text.replace("<wp:comment_id>13<", "<wp:comment_id>11<"), "utf-8")
    done = run(str(twice), archive=tmp_path / "kept" / "archive.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  2 below workshops/first/" in done.stdout


def test_imports_add_up_come_twice_unharmed_and_are_shown(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "kept" / "archive.json"
    for name in ("wordpress.xml", "disqus.xml", "wordpress.xml"):
        assert run(str(EXPORTS / name), archive=archive).returncode == 0
    threads = {
        thread.thread: thread for thread in read_archive(archive.with_name("imported.json").read_bytes()).threads
    }
    assert [comment.id for comment in threads["workshops/first/"].comments] == [
        "wba91cce0-11",
        "d1f7601f1-201",
        "d1f7601f1-203",
        "wba91cce0-13",
    ]
    around = {"DIARY_NOW": "2031-07-06T12:00", "DIARY_COMMENTS_ARCHIVE": str(archive)}
    page = (built(CONTENT, tmp_path / "output", environment=around) / "workshops/first/index.html").read_text("utf-8")
    assert "4 comments" in page
    assert "Below what is gone." in page
    assert "Comments are closed." in page


def test_a_file_of_addresses_finds_the_rest(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "archive.json"
    addresses = tmp_path / "addresses.txt"
    addresses.write_text("# Moved\n\nhttps://old.example.org/a-page-that-is-gone/ = posts/hello/\n", "utf-8")
    file = str(EXPORTS / "wordpress.xml")
    options = (f"--addresses={addresses}", "--no-names", file)
    done = run(*options, archive=archive)
    assert "  2 below posts/hello/" in done.stdout
    assert "no page" not in done.stdout
    assert "names" not in done.stdout
    addresses.write_text("https://old.example.org/ = posts/nowhere/\n", "utf-8")
    again = run(*options, archive=archive)
    assert again.stderr == (
        f"{file}: nothing was brought in: {addresses}:1: write an old address, “=” and a page, such as posts/welcome/\n"
    )


def test_nothing_is_brought_into_a_repository(run: Run, tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    archive = tmp_path / "archive.json"
    done = run(str(EXPORTS / "disqus.xml"), content=tmp_path / "content", archive=archive)
    assert done.returncode == 1
    assert "git does not ignore it" in done.stderr
    assert not archive.with_name("imported.json").exists()


def test_what_is_no_export_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<!DOCTYPE x><x/>", "utf-8")
    done = run(str(tmp_path / "x.xml"), archive=tmp_path / "a.json")
    assert done.returncode == 1
    assert done.stderr == (
        f"{tmp_path / 'x.xml'}: nothing was brought in: it declares a document type; "
        "an export has none, and one can do harm\n"
    )


def test_an_export_without_names_lists_none(run: Run, tmp_path: Path) -> None:
    done = run("--no-names", str(EXPORTS / "disqus.xml"), archive=tmp_path / "archive.json")
    assert done.stdout.splitlines()[1:] == [
        "  2 below workshops/first/",
        "Left out: 1 deleted, 1 empty, 1 not approved, 1 spam.",
        "These old addresses match no page; name the page that each means in a file for --addresses:",
        "  (a page without an address) (1)",
    ]


def test_an_export_without_comments_brings_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.xml").write_text("<disqus/>", "utf-8")
    done = run(str(tmp_path / "empty.xml"), archive=tmp_path / "archive.json")
    assert done.stdout == f"Read 0 comments, and kept 0 in {tmp_path / 'imported.json'}:\n"


def test_the_command_ends_as_the_import_did(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.argv", ["importing", str(tmp_path / "nowhere.xml"), "--content", str(CONTENT)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(CHECKOUT / "plugins/blog/importing/__main__.py"), run_name="__main__")
    assert ended.value.code == 1
