"""Which builds may take stories and pages that earlier ones kept."""

from itertools import product
from pathlib import Path

import pytest

from plugins.blog.kept_stories import forget, kept_pages, kept_stories
from plugins.photos.store import FolderStore

STORES = ("DIARY_STORIES_KEPT", "DIARY_PAGES_KEPT", "DIARY_PICTURES_KEPT")


def settings(folder: Path, **more: object) -> dict[str, object]:
    kept = dict.fromkeys(STORES, str(folder / "kept"))
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


def test_a_build_that_keeps_nothing_empties_all_that_is_kept_of_its_diary(tmp_path: Path) -> None:
    told: dict[str, object] = {name: str(tmp_path / name) for name in STORES}
    forget({**told, "PATH": "content"}, pictures={"shown"})
    assert list(tmp_path.iterdir()) == []
    diaries = [tmp_path / name for name in ("content", "another", "gone")]
    for diary, store in product(diaries, STORES):
        diary.mkdir(exist_ok=True)
        for key in ("shown", "taken back"):
            FolderStore(tmp_path / store, diary=diary, private="PICTURES" not in store).put(f"{key}/of it", b"")
        (FolderStore(tmp_path / store, diary=diary).folder("a mirror") / "first").mkdir(parents=True)
    diaries[2].rmdir()
    forget({**told, "PATH": str(diaries[0])}, pictures={"shown"})
    everything, nothing = {"of", "shown", "taken back", "a mirror"}, {"of"}
    left = [
        [names(FolderStore(tmp_path / store, diary=diary, read_only=True)) for store in STORES] for diary in diaries
    ]
    assert left == [[nothing, nothing, {"of", "shown"}], [everything] * 3, [set()] * 3]


def names(store: FolderStore) -> set[str]:
    return {path.name for path in store.folder("").glob("*")}


def test_no_store_that_cannot_be_used_stops_a_build_that_may_take_something_off_the_web(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    forget(settings(tmp_path), pictures=())
    (tmp_path / "kept").unlink()
    (tmp_path / "elsewhere/of another").mkdir(parents=True)
    (tmp_path / "kept").symlink_to("elsewhere")
    forget(settings(tmp_path), pictures=())
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["of another"]
