"""The test behind the accessibility statement finds barriers, and says where they are."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.publishing.lastlook.sites import GOOD, page
from tests.support.accessibility import audit, main


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_barriers_are_found_on_their_pages_in_any_width_and_scheme(browser: Browser, tmp_path: Path) -> None:
    css = b"@media (prefers-color-scheme: dark) { .pale { color: #333; background: #222 } } .wide { width: 500px }"
    head = '<link rel="stylesheet" href="/static/site.css">'
    bad = {
        "static/site.css": css,
        "posts/one/index.html": page('<p class="pale">Pale in the dark</p>', head=head),
        "posts/two/index.html": page('<p class="wide">Wide</p><a href="/"></a>', head=head, path="posts/two/"),
    }
    result = audit(written(tmp_path, {**GOOD, **bad}), browser)
    assert {each["rule"]: (each["pages"], each["criteria"]) for each in result["failures"]} == {
        "color-contrast": (["/posts/one/"], ["1.4.3"]),
        "link-name": (["/posts/two/"], ["2.4.4", "4.1.2"]),
        "sideways-scroll": (["/posts/two/"], ["1.4.10"]),
    }
    assert (result["pages"], result["schemes"]) == (4, ["light", "dark"])
    assert result["tool"].startswith("axe-core 4.")


def test_a_site_without_barriers_has_no_failure(browser: Browser, tmp_path: Path) -> None:
    result = audit(written(tmp_path, {path: text for path, text in GOOD.items() if path != "404.html"}), browser)
    assert json.loads(json.dumps(result))["failures"] == []


def test_a_folder_without_a_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "result.json")]) == 1
    assert capsys.readouterr().err == f"There is no built site in {tmp_path.name}: type python3 tasks.py build first.\n"
