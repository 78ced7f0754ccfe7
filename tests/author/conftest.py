"""What several tests of the desk begin with."""

import shutil
from pathlib import Path

import pytest

from tests.author.repositories import KeptDiary, git, kept_diary


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("begun") / "home"
    kept_diary(home)
    return home.parent


@pytest.fixture
def diary(begun: Path, tmp_path: Path) -> KeptDiary:
    shutil.copytree(begun, tmp_path / "kept")
    diary = KeptDiary(tmp_path / "kept" / "home")
    git(diary.home, "remote", "set-url", "origin", str(diary.bare))
    return diary
