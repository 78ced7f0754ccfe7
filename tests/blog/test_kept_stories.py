"""Which builds may take stories that earlier ones kept."""

from pathlib import Path

import pytest

from plugins.blog.kept_stories import kept_stories


def settings(folder: Path, **more: object) -> dict[str, object]:
    return {"DIARY_STORIES_KEPT": str(folder / "kept"), "PATH": str(folder / "content"), **more}


def test_a_published_build_may_and_a_check_writes_nothing(tmp_path: Path) -> None:
    assert kept_stories(settings(tmp_path, DIARY_CHECK_ONLY=True))
    assert not (tmp_path / "kept").exists()
    assert kept_stories(settings(tmp_path))
    assert [folder.stat().st_mode & 0o777 for folder in (tmp_path / "kept").iterdir()] == [0o700]


@pytest.mark.parametrize("name", ["DIARY_PREVIEW", "DIARY_LEAVE_OUT", "DIARY_NO_CACHE"])
def test_builds_that_must_not_take_anything_from_before(tmp_path: Path, name: str) -> None:
    assert kept_stories(settings(tmp_path, **{name: True})) is None
    assert not (tmp_path / "kept").exists()
