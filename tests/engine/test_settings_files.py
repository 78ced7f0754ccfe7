"""Which settings are read."""

from pathlib import Path

import pytest

from plugins.engine.settings_files import preview_settings, published_settings
from plugins.workbench.paths import CHECKOUT


def test_the_diarys_own_are_read_when_none_are_named() -> None:
    assert (preview_settings({}), published_settings({})) == (CHECKOUT / "pelicanconf.py", CHECKOUT / "publishconf.py")
    assert preview_settings({"DIARY_SETTINGS": ""}) == CHECKOUT / "pelicanconf.py"


def test_another_diary_names_the_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert preview_settings({"DIARY_SETTINGS": str(tmp_path)}) == tmp_path / "pelicanconf.py"
    monkeypatch.chdir(tmp_path)
    assert published_settings({"DIARY_SETTINGS": "other"}) == tmp_path / "other" / "publishconf.py"
