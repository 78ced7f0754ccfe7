"""A place on the disk as somebody types it."""

from pathlib import Path

import pytest

from plugins.files.typed import typed_path
from plugins.publishing.address import from_anywhere
from plugins.workbench.folders import output_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("~/site", "site"),
        (" ~/site ", "site"),
        ("site ", "site"),
        ("~nobody-of-this-name/site", "~nobody-of-this-name/site"),
    ],
)
def test_a_folder_is_found_however_it_is_typed(home: Path, typed: str, meant: str) -> None:
    assert typed_path(typed) == home / meant


def test_every_way_to_name_a_folder_knows_the_home_folder(home: Path) -> None:
    assert output_folder("~/site", home / "content") == home / "site"
    assert from_anywhere("folder:~/site ") == f"folder:{home / 'site'}"
