"""The old site becomes the mirror of the new one, and the next build writes into it: a whole site, whatever lies there."""

import os
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from plugins.engine.paths import MARKER
from plugins.engine.staging import remove
from tests.engine.kept_site import PAGES, KeptSite
from tests.engine.rehearsal import build_kept, done
from tests.support.systems import needs_forks, needs_posix_files

pytestmark = needs_posix_files


@pytest.fixture
def site(tmp_path: Path) -> KeptSite:
    """A site with a mirror."""
    site = KeptSite(tmp_path)
    for second in ("2", "3"):
        site.build("1", second)
    assert site.mirror.is_dir()
    return site


def says(*views: str, pages: tuple[str, ...] = PAGES) -> dict[str, str]:
    return {"site.css": "a{}", **{page: f"<p>{view} of S</p>" for page, view in zip(pages, views, strict=True)}}


def test_a_site_and_its_mirror_change_places_at_each_edit(site: KeptSite, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: forced.append(os.fstat(handle).st_ino))
    folders = [folder.stat().st_ino for folder in (site.output, site.mirror)]
    untouched, edited, other = (
        page.parent.stat().st_ino for page in (site.mirror / PAGES[0], site.mirror / PAGES[1], site.output / PAGES[1])
    )
    assert site.build("1", "4") == [PAGES[0], "site.css"]
    assert [folder.stat().st_ino for folder in (site.mirror, site.output)] == folders
    assert (untouched in forced, edited in forced) == (False, True), (
        "Only a folder with a new name in it is waited for."
    )
    assert other not in forced
    assert site.build("1", "4") == [*PAGES, "site.css"]
    assert other in forced, "Its name was new in the mirror when that was made, and nobody waited for it then."
    assert site.files() == says("1", "4")
    assert site.mirror.parent.stat().st_mode & 0o777 == 0o700


def test_pages_come_and_go_and_change_their_folders(site: KeptSite) -> None:
    for pages in (("first/index.html",), PAGES, ("renamed/index.html",), ("first",), ("first/in/index.html",), PAGES):
        for _ in range(2):
            site.build(*"12"[: len(pages)], pages=pages)
            assert site.files() == says(*"12"[: len(pages)], pages=pages)
            assert site.mirror.is_dir()


def gone(path: Path) -> Path:
    remove(path)
    return path


@pytest.mark.parametrize(
    "meddle",
    [
        lambda mirror, _: (mirror / PAGES[0]).write_text("<p>9 of S</p>"),
        lambda mirror, _: gone(mirror / PAGES[0]).write_text("<p>1 of S</p>"),
        lambda mirror, _: (mirror / PAGES[0]).unlink(),
        lambda mirror, _: (mirror / PAGES[0]).chmod(0o666),
        lambda mirror, _: shutil.rmtree(mirror / "first"),
        lambda mirror, other: gone(mirror / "first").symlink_to(other),
        lambda mirror, other: gone(mirror / PAGES[0]).symlink_to(other / "letter"),
        lambda mirror, _: gone(mirror / "first").write_text("no folder"),
        lambda mirror, _: gone(mirror / PAGES[0]).mkdir(),
        lambda mirror, _: (mirror / "first/mine.txt").write_text("mine"),
        lambda mirror, _: (mirror / "mine/more").mkdir(parents=True),
        lambda mirror, other: (mirror / "mine").symlink_to(other),
        lambda mirror, _: (mirror / "first").chmod(0o777),
        lambda mirror, _: (mirror / MARKER).write_text("a site"),
        lambda mirror, _: os.mkfifo(mirror / "pipe"),
        lambda mirror, other: gone(mirror).symlink_to(other),
        lambda mirror, _: gone(mirror).write_text("no folder"),
        lambda mirror, _: shutil.rmtree(mirror),
        lambda mirror, _: (mirror.parents[2] / "output" / "mine.txt").write_text("mine"),
        lambda mirror, _: shutil.rmtree(mirror.parents[2] / "output"),
    ],
)
def test_whatever_was_done_to_a_mirror_is_in_no_site(
    site: KeptSite, tmp_path: Path, meddle: Callable[[Path, Path], object]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter").write_text("precious")
    meddle(site.mirror, other)
    for second in ("4", "5", "6"):
        site.build("1", second)
        assert site.files() == says("1", second)
    assert site.mirror.is_dir()
    assert [path.read_text() for path in other.iterdir()] == ["precious"]


def test_where_a_mirror_would_lie_on_another_disk_there_is_none(site: KeptSite, tmp_path: Path) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip(reason="This computer has one disk.")
    shutil.rmtree(site.kept)
    elsewhere = memory / tmp_path.name
    try:
        site.kept = elsewhere
        for second in ("4", "5", "6"):
            site.build("1", second)
            assert site.files() == says("1", second)
        assert not site.mirror.exists()
        assert [path.name for path in site.output.parent.glob("*output*")] == ["output"]
    finally:
        shutil.rmtree(elsewhere)


def test_where_letters_are_not_told_apart_there_is_none(site: KeptSite) -> None:
    site.build("1", "4", before_it_is_in_place=lambda fresh: (fresh / MARKER.upper()).touch())
    assert not site.mirror.exists()


def test_where_a_swap_takes_two_steps_there_is_none(site: KeptSite) -> None:
    for second in ("4", "5"):
        site.build("1", second, swap=lambda *_: False)
        assert site.files() == says("1", second)
        assert not site.mirror.exists()


def test_where_nothing_can_be_written_there_is_none(site: KeptSite) -> None:
    (kept,) = site.kept.rglob("pages.json")
    kept.unlink()
    kept.mkdir()
    with pytest.raises(OSError, match="this is no ordinary file"):
        site.build("1", "4")
    assert not site.mirror.exists()


@needs_forks
def test_a_build_killed_at_any_step_leaves_a_whole_site_and_a_true_mirror_or_none(site: KeptSite) -> None:
    versions = {"3"}
    for step in count(1):
        second = str(step + 3)
        code = done(build_kept, site, second, step)
        assert site.output.is_dir()
        found = site.files()["second/index.html"].removeprefix("<p>").removesuffix(" of S</p>")
        assert found in versions | {second}
        versions = {found}
        if code == 0:
            break
        assert code == -9
    assert step > 50
    site.build("1", "end")
    assert site.files() == says("1", "end")
    assert sorted(path.name for path in site.output.parent.glob("*output*")) == ["output"]
