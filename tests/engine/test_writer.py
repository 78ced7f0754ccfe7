"""Every path is written once, by one page, below one folder."""

import threading
from pathlib import Path

import pytest

from plugins.engine import cores
from plugins.engine.failure import OLD_SITE_STANDS, BuildFailed
from plugins.engine.page import File, Offered, Page, PlannedFile, PlannedPage
from plugins.engine.paths import PagePathError
from plugins.engine.writer import OFFERED, OLD_SITE, DiaryWriter
from tests.engine.small_site import SmallSite
from tests.support.builds import every_byte
from tests.support.systems import needs_posix_files, needs_signals


@pytest.fixture
def writer(site: SmallSite) -> DiaryWriter:
    site.output.mkdir(parents=True)
    return DiaryWriter(str(site.output), {"THEME": str(site.folder / "theme")})


def test_pages_and_files_are_written_where_they_say(writer: DiaryWriter, site: SmallSite) -> None:
    writer.write_pages("S", [Page("a/b/index.html", "page.html", "é")])
    writer.write_files([File("static/x.css", b"\x00\r\n")])
    assert (site.output / "a/b/index.html").read_bytes() == "<p>é of S</p>\n".encode()
    assert (site.output / "static/x.css").read_bytes() == b"\x00\r\n"


@needs_signals
def test_forks_write_what_one_process_writes(
    writer: DiaryWriter, site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(cores, "_cores", lambda: 2)
    monkeypatch.setattr("plugins.engine.writer._PAGES_AT_A_TIME", 4)
    monkeypatch.setattr("plugins.engine.writer._PAGES_A_PROCESS", 1)
    writer.write_pages("S", [Page(f"{number}.html", "page.html", str(number)) for number in range(11)])
    assert every_byte(site.output) == {f"{number}.html": f"<p>{number} of S</p>\n".encode() for number in range(11)}


def test_a_page_and_a_file_cannot_share_a_path(writer: DiaryWriter) -> None:
    writer.write_pages("S", [Page("a/index.html", "page.html", "x")])
    with pytest.raises(PagePathError, match=r"a/index\.html and a/Index\.html would be one file"):
        writer.write_files([File("a/Index.html", b"")])


def test_a_file_that_cannot_be_made_ends_the_build_in_one_sentence(writer: DiaryWriter, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(BuildFailed) as failed:
        writer.write_files([PlannedFile("a.txt", gone.read_bytes)])
    assert str(failed.value) == (
        f"The new site could not be written ([Errno 2] No such file or directory: '{gone}'). {OLD_SITE_STANDS}"
    )


def test_an_unfit_path_writes_nothing(writer: DiaryWriter, site: SmallSite) -> None:
    with pytest.raises(PagePathError):
        writer.write_files([File("../stolen.html", b"")])
    assert not (site.output.parent / "stolen.html").exists()


def test_a_link_that_lies_in_the_way_is_not_followed(writer: DiaryWriter, site: SmallSite, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (site.output / "index.html").symlink_to(tmp_path / "precious")
    with pytest.raises(SystemExit):
        writer.write_files([File("index.html", b"")])
    assert (tmp_path / "precious").read_text() == "mine"


def test_pelicans_own_way_of_writing_is_refused(writer: DiaryWriter) -> None:
    writer.write_file("", None, {})
    with pytest.raises(RuntimeError, match=r"Pelican's own generators want to write archives\.html; only pages"):
        writer.write_file("archives.html", None, {})
    with pytest.raises(RuntimeError, match=r"want to write feeds/all\.atom\.xml"):
        writer.write_feed([], {}, path="feeds/all.atom.xml")


@needs_posix_files
def test_what_the_old_site_says_already_is_a_second_name_of_its_file(site: SmallSite, tmp_path: Path) -> None:
    old, new, elsewhere = (tmp_path / name for name in ("old", "new", "elsewhere"))
    for folder in (old / "same", old / "other", elsewhere):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("<p>1 of S</p>\n")
        (folder / "index.html").chmod(0o644)
    (old / "led").symlink_to(elsewhere)
    writer = DiaryWriter(str(new), {"THEME": str(site.folder / "theme"), OLD_SITE: old})
    texts = {"same": "1", "other": "2", "led": "1"}
    writer.write_pages("S", [Page(f"{name}/index.html", "page.html", text) for name, text in texts.items()])
    assert {name: (new / name / "index.html").read_text() for name in texts} == {
        "same": "<p>1 of S</p>\n",
        "other": "<p>2 of S</p>\n",
        "led": "<p>1 of S</p>\n",
    }
    assert [name for name in texts if (new / name / "index.html").samefile(old / name / "index.html")] == ["same"]


def test_a_preview_makes_and_renders_a_page_when_it_is_asked_for(site: SmallSite, tmp_path: Path) -> None:
    offered = Offered()
    made = iter(["é", "feed"])
    writer = DiaryWriter(str(tmp_path / "new"), {"THEME": str(site.folder / "theme"), OFFERED: offered})
    writer.write_pages("S", [PlannedPage("a/index.html", "page.html", lambda: next(made))])
    writer.write_site_wide_files(lambda: [PlannedFile("feed/atom.xml", lambda: next(made).encode())])
    writer.write_files_at_hand([File("static/x.css", b"a{}")])
    assert not (tmp_path / "new").exists()
    assert offered.make("static/x.css") == b"a{}"
    assert offered.pages["a/index.html"]() == "<p>é of S</p>\n".encode()
    assert offered.files["feed/atom.xml"].content == b"feed"
    assert next(made, None) is None
