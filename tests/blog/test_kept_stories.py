"""Which builds may take stories and pages that earlier ones kept."""

import shutil
from pathlib import Path

import pytest

from plugins.blog.kept_stories import forget_mirror, kept_pages, kept_stories
from plugins.engine.kept_pages import mirror_of
from plugins.photos.store import FolderStore


def settings(folder: Path, **more: object) -> dict[str, object]:
    kept = dict.fromkeys(("DIARY_STORIES_KEPT", "DIARY_PAGES_KEPT"), str(folder / "kept"))
    return {**kept, "PATH": str(folder / "content"), **more}


def test_a_published_build_may_and_a_check_writes_nothing(tmp_path: Path) -> None:
    assert kept_stories(settings(tmp_path, DIARY_CHECK_ONLY=True))
    assert not (tmp_path / "kept").exists()
    assert kept_stories(settings(tmp_path))
    assert [folder.stat().st_mode & 0o777 for folder in (tmp_path / "kept").iterdir()] == [0o700]


@pytest.mark.parametrize("name", ["DIARY_PREVIEW", "DIARY_LEAVE_OUT", "DIARY_NO_CACHE"])
def test_builds_that_must_not_take_anything_from_before(tmp_path: Path, name: str) -> None:
    assert kept_stories(settings(tmp_path, **{name: True})) is None
    assert not (tmp_path / "kept").exists()


def test_a_published_build_may_take_pages_and_one_that_writes_none_may_not(tmp_path: Path) -> None:
    for name in ("DIARY_CHECK_ONLY", "DIARY_NO_CACHE"):
        assert kept_pages(settings(tmp_path, **{name: True}), tmp_path / "site") is None
    assert not (tmp_path / "kept").exists()
    pages = kept_pages(settings(tmp_path), tmp_path / "site")
    assert pages is not None
    assert pages.is_empty


def test_a_build_that_keeps_nothing_removes_the_mirror_of_its_own_site(tmp_path: Path) -> None:
    told, site = settings(tmp_path), tmp_path / "site"
    forget_mirror(told, site)
    assert not (tmp_path / "kept").exists()
    store = FolderStore(tmp_path / "kept", diary=tmp_path / "content", private=True)
    mirrors = [mirror_of(store, folder) for folder in (site, tmp_path / "another site")]
    for mirror in mirrors:
        (mirror / "first").mkdir(parents=True)
    forget_mirror(told, site)
    assert [mirror.exists() for mirror in mirrors] == [False, True]
    shutil.rmtree(tmp_path / "kept")
    (tmp_path / "kept").write_text("no folder")
    forget_mirror(told, site)  # Nothing that cannot be used stops a build that may take something off the web.
